import { describe, expect, it } from 'vitest'
import { formFields, typedValues } from '../app/_lib/form-fields'

const form = (entries: [string, string | Blob][]): FormData => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('a posted form', () => {
  it('becomes plain data, the last of two equal names counting', () => {
    expect(
      formFields(
        form([
          ['name', 'a'],
          ['name', 'b'],
          ['words', ''],
        ]),
      ),
    ).toEqual({ name: 'b', words: '' })
  })

  it('nests dotted names, and numbered ones become a list in their order', () => {
    const fields = formFields(
      form([
        ['approvals.10.name', 'c'],
        ['approvals.2.name', 'b'],
        ['approvals.2.day', '2025-01-01'],
      ]),
    )
    expect(fields).toEqual({ approvals: [{ name: 'b', day: '2025-01-01' }, { name: 'c' }] })
  })

  it('gathers every value of a name that ends in []', () => {
    expect(
      formFields(
        form([
          ['ids[]', '1'],
          ['ids[]', '2'],
        ]),
      ),
    ).toEqual({ ids: ['1', '2'] })
  })

  it('leaves out files, the fields of React and names that are no field', () => {
    const fields = formFields(
      form([
        ['$ACTION_ID', 'x'],
        ['photo', new Blob(['x'])],
        ['a b', '1'],
        ['1', 'y'],
        ['ok', '1'],
      ]),
    )
    expect(Object.keys(fields)).toEqual(['1', 'ok'])
  })

  it('cannot reach a prototype', () => {
    const fields = formFields(
      form([
        ['__proto__.admin', '1'],
        ['constructor.prototype.admin', '1'],
        ['a.__proto__.admin', '1'],
        ['__proto__[]', '1'],
      ]),
    )
    expect((Object.prototype as { admin?: string }).admin).toBeUndefined()
    expect(({} as { admin?: string }).admin).toBeUndefined()
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
    expect(Object.hasOwn(fields, '__proto__')).toBe(false)
  })

  it('gives typed texts back, but neither a password nor its own key', () => {
    const values = typedValues(
      form([
        ['name', 'a'],
        ['key', 'k'],
        ['newPassword', 's'],
        ['$ACTION_KEY', 'x'],
        ['photo', new Blob(['x'])],
      ]),
    )
    expect(values).toEqual({ name: 'a' })
  })
})
