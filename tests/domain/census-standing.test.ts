import { describe, expect, it } from 'vitest'
import { type CensusTexts, censusAfter, censusTexts, sameCell } from '../../domain/census-standing'

const blank: CensusTexts = { owner: '', responsible: '', stage: 'unknown', chain: '', totalYuan: '', totalDocument: '', completedOn: '' }

describe('how a census row stands', () => {
  it('is told in the texts of its form, money in 万元', () => {
    const state = {
      owner: '甲',
      responsible: null,
      stage: 'construction' as const,
      chain: 'none' as const,
      totalYuan: 582_675_700,
      totalDocument: '批复',
      completedOn: null,
    }
    expect(censusTexts(state)).toEqual({
      ...blank,
      owner: '甲',
      stage: 'construction',
      chain: 'none',
      totalYuan: '58267.57',
      totalDocument: '批复',
    })
  })

  it('keeps what an empty cell left alone', () => {
    const before = { ...blank, owner: '甲', stage: 'construction' }
    expect(censusAfter(before, { owner: ' ', responsible: '乙局' }, false)).toEqual({ ...before, responsible: '乙局' })
  })

  it('leaves a total that waits out of what is in force', () => {
    const before = { ...blank, totalYuan: '100', totalDocument: '旧批复' }
    expect(censusAfter(before, { totalYuan: '200', totalDocument: '新批复' }, true)).toEqual(before)
    expect(censusAfter(before, { totalYuan: '1,00', totalDocument: '旧批复' }, false).totalYuan).toBe('100')
  })

  it('has no completion day once the work is building again', () => {
    const before = { ...blank, stage: 'completed', completedOn: '2024-09-30' }
    expect(censusAfter(before, { stage: 'construction' }, false).completedOn).toBe('')
    expect(censusAfter(before, { stage: 'operation' }, false).completedOn).toBe('2024-09-30')
  })

  it('calls two ways of writing one figure the same', () => {
    expect(sameCell('totalYuan', '58,267.57', '58267.57')).toBe(true)
    expect(sameCell('totalYuan', '58267.57', '58267.58')).toBe(false)
    expect(sameCell('owner', '甲 ', '甲')).toBe(true)
  })
})
