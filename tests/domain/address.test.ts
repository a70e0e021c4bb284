import { describe, expect, it } from 'vitest'
import type { ZodObject } from 'zod'
import { addressQuery, readAddress } from '../../domain/address'
import { conditionParams } from '../../domain/condition-params'
import { approveParams, censusParams, layParams, planYearParams } from '../../domain/library-params'

describe('the address of a page', () => {
  it('is read parameter by parameter: what cannot be read is named, the rest holds', () => {
    const address = { q: '水', stage: 'nonsense', page: '2', strange: 'x', box: ['5-1', '5-2'] }
    expect(readAddress(censusParams, address)).toEqual({ params: { q: '水', page: 2 }, wrong: ['stage', 'strange', 'box'] })
  })

  it('takes an empty field of a form for no parameter', () => {
    expect(readAddress(censusParams, { q: '', show: undefined, stage: '' })).toEqual({ params: {}, wrong: [] })
  })

  it('refuses names that every object has', () => {
    expect(readAddress(censusParams, { constructor: 'x', toString: 'y' }).wrong).toEqual(['constructor', 'toString'])
  })

  it.each<[ZodObject, Record<string, string>]>([
    [censusParams, { show: 'gaps' }],
    [layParams, { show: 'bare', template: 'water', owner: 'none' }],
    [approveParams, { chain: 'unconfirmed' }],
    [conditionParams, { show: 'closed', project: 'P0001' }],
  ])('knows the parameters of each page', (schema, address) => {
    expect(readAddress(schema, address)).toEqual({ params: address, wrong: [] })
  })

  it.each<[ZodObject, string, string]>([
    [layParams, 'template', '../x'],
    [conditionParams, 'project', 'P1'],
    [planYearParams, 'year', '1999'],
    [planYearParams, 'year', '20x5'],
  ])('names a malformed one', (schema, name, value) => {
    expect(readAddress(schema, { [name]: value }).wrong).toEqual([name])
  })

  it('is written without what is empty', () => {
    expect(addressQuery({ q: '水 库', show: null, page: 2, box: undefined, stage: '' })).toBe('?q=%E6%B0%B4+%E5%BA%93&page=2')
    expect(addressQuery({ page: null })).toBe('')
  })
})
