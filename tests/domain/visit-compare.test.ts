import { describe, expect, it } from 'vitest'
import { agreementOf, inNameOrder } from '../../domain/agreement'
import { isCorrection, nextDifferenceState, outcomesOf } from '../../domain/difference'
import type { SeenFigure } from '../../domain/visit'
import { compareVisits, type FigureSeen, valueSeen, valueTold } from '../../domain/visit-compare'
import { isCounting, waitsForSettling } from '../../domain/visit-standing'
import { codeOf } from '../support/typed'

const line = (figure: SeenFigure, more: Partial<FigureSeen> = {}): FigureSeen => ({
  ...{ figure, result: 'differs', reported: null, approved: null, seen: null, why: null, ...more },
})

describe('what was seen of a figure', () => {
  it('is what was told where it agrees, nothing where it could not be checked', () => {
    expect(valueSeen(line('percent', { result: 'agrees', reported: 80, approved: 70 }))).toBe(80)
    expect(valueSeen(line('percent', { result: 'agrees', approved: 70, seen: 71 }))).toBe(71)
    expect(valueSeen(line('percent', { result: 'unchecked', approved: 70, seen: 60 }))).toBeNull()
    expect(valueSeen(line('percent', { seen: 0 }))).toBe(0)
  })

  it('stands against what was reported before what was approved; a milestone not met is no unknown', () => {
    expect(valueTold(line('percent', { reported: 0, approved: 70 }))).toBe(0)
    expect(valueTold(line('milestone:4', { reported: '', approved: '2025-01-01' }))).toBe('')
  })
})

describe('visits side by side', () => {
  it('stand in the order of the figures, milestones last, each visit in its own column', () => {
    const compared = compareVisits([
      [line('milestone:9', { seen: '' }), line('percent', { seen: 60 })],
      [line('stage', { seen: 'paused' })],
    ])
    expect(compared.map(({ figure }) => figure)).toEqual(['stage', 'percent', 'milestone:9'])
    expect(compared[1]?.cells.map((cell) => cell?.seen ?? null)).toEqual([60, null])
  })

  it('differ only where two people saw two things', () => {
    const disputed = (...lines: FigureSeen[]) => compareVisits(lines.map((one) => [one]))[0]?.disputed
    expect(disputed(line('percent', { seen: 60 }), line('percent', { seen: 50 }))).toBe(true)
    expect(disputed(line('percent', { seen: 60 }), line('percent', { seen: 60 }))).toBe(false)
    expect(disputed(line('percent', { seen: 60 }), line('percent', { result: 'unchecked', approved: 80 }))).toBe(false)
    expect(disputed(line('percent', { seen: 80 }), line('percent', { result: 'agrees', approved: 80 }))).toBe(false)
    expect(disputed(line('percent', { seen: 60 }), line('percent', { result: 'agrees', approved: 80 }))).toBe(true)
  })
})

describe('whether a visit counts', () => {
  const visit = { finishedAt: '2025-10-16T01:00:00.000Z', conflict: null, settled: null }
  it.each([
    ['handed in without a conflict', visit, true, false],
    ['not handed in yet', { ...visit, finishedAt: null }, false, false],
    ['of a work that changed meanwhile', { ...visit, conflict: 'changed' as const }, true, false],
    ['in conflict', { ...visit, conflict: 'not-assigned' as const }, false, true],
    ['in conflict and not handed in yet', { ...visit, finishedAt: null, conflict: 'withdrawn' as const }, false, false],
    ['in conflict, settled to count', { ...visit, conflict: 'withdrawn' as const, settled: 'counts' as const }, true, false],
    ['in conflict, set aside', { ...visit, conflict: 'withdrawn' as const, settled: 'set-aside' as const }, false, false],
  ])('%s', (_, standing, counts, waits) => {
    expect([isCounting(standing), waitsForSettling(standing)]).toEqual([counts, waits])
  })
})

describe('a difference', () => {
  it('goes from open to asked to revised or kept, and no further', () => {
    expect(nextDifferenceState('open', 'ask-revision')).toBe('revision-asked')
    expect(nextDifferenceState('open', 'revised')).toBe('revised')
    expect(nextDifferenceState('revision-asked', 'keep')).toBe('kept')
    for (const state of ['revised', 'kept'] as const)
      for (const outcome of ['ask-revision', 'revised', 'keep'] as const)
        expect(codeOf(() => nextDifferenceState(state, outcome))).toBe('already-decided')
    expect(codeOf(() => nextDifferenceState('revision-asked', 'ask-revision'))).toBe('already-decided')
    expect(outcomesOf({ figure: 'stage', state: 'open' })).toEqual(['revised', 'keep'])
  })

  it('is corrected by an update that says something else of the same figure', () => {
    const update = { step: '主体', percent: 62, yearToDateYuan: 0, quantityDone: null, metOn: null }
    expect(isCorrection('percent', 80, update)).toBe(true)
    expect(isCorrection('percent', 62, update)).toBe(false)
    expect(isCorrection('investment', 100, update)).toBe(true)
    expect(isCorrection('quantity', 3, update)).toBe(false)
    expect(isCorrection('milestone:4', '2025-01-01', update)).toBe(true)
    expect(isCorrection('milestone:4', '', update)).toBe(false)
    expect(isCorrection('people', 3, update)).toBe(false)
  })
})

describe('the measure of agreement', () => {
  it('compares what agrees and differs; what could not be checked, or had nothing to agree with, is on neither side', () => {
    const counts = [
      { result: 'agrees' as const, figures: 4 },
      { result: 'differs' as const, figures: 2 },
      { result: 'agrees' as const, figures: 1 },
      { result: 'unchecked' as const, figures: 3 },
      { result: 'seen' as const, figures: 9 },
    ]
    expect(agreementOf(counts)).toEqual({ agrees: 5, differs: 2, unchecked: 3, compared: 7 })
  })

  it('stands in the order of names, never of shares, and without a name last', () => {
    const names = [null, '乙公司', '甲公司', '丙公司'].map((unit) => ({ unit }))
    expect(inNameOrder(names).map(({ unit }) => unit)).toEqual(['丙公司', '甲公司', '乙公司', null])
  })
})
