import { describe, expect, test } from 'vitest'
import type { SeenFigureRecord } from '../../domain/field-items'
import { stages } from '../../domain/project'
import { figureIssues, seenStages, wrongIn } from '../../domain/visit-figures'

const record = (figure: string, more: Partial<SeenFigureRecord> = {}): SeenFigureRecord => ({
  ...{ figure, result: 'differs', reported: null, approved: null, value: null, why: null, ...more },
})
const said = (figure: string, more: Partial<SeenFigureRecord> = {}) => {
  const wrong = wrongIn(record(figure, more))
  return wrong && `${wrong.of} ${wrong.code}`
}

describe('a figure that agrees or differs', () => {
  test('stands against something that was told', () => {
    for (const result of ['agrees', 'differs'] as const) expect(said('percent', { result, value: 80 })).toBe('result nothing-told')
    expect(said('percent', { result: 'seen', value: 80 })).toBeNull()
    expect(said('percent', { result: 'seen', approved: 80, value: 60 })).toBe('result not-a-choice')
    expect(said('milestone:7', { result: 'agrees', approved: '' })).toBeNull()
  })

  test('is what its answer says it is, against what was reported last', () => {
    expect(said('percent', { result: 'agrees', approved: 80, value: 60 })).toBe('value not-as-told')
    expect(said('percent', { result: 'agrees', approved: 80, value: 80 })).toBeNull()
    expect(said('percent', { approved: 80, value: 80 })).toBe('value same-as-told')
    expect(said('percent', { reported: 85, approved: 80, value: 80 })).toBeNull()
    expect(said('percent', { reported: 85, approved: 80, value: 85 })).toBe('value same-as-told')
  })
})

test('what was told is of the figure’s own kind', () => {
  expect(said('percent', { approved: 'abc', value: 5 })).toBe('approved malformed')
  expect(said('step', { result: 'agrees', reported: 3 })).toBe('reported malformed')
})

describe('a value', () => {
  const seen = (figure: string, value: string | number | null) => said(figure, { result: 'seen', value })

  test('of people and machines is counted, and there is nothing it could agree with', () => {
    for (const figure of ['people', 'machines']) {
      for (const result of ['agrees', 'differs'] as const)
        expect(said(figure, { result, approved: 3, value: 4 })).toBe('result not-a-choice')
      expect(seen(figure, 3.7)).toBe('value not-whole')
      expect(seen(figure, -1)).toBe('value not-positive')
      expect(seen(figure, 1e15)).toBe('value too-large')
      expect(seen(figure, 0)).toBeNull()
    }
  })

  test('of money is whole 元 within what a field takes, and a percentage is one', () => {
    expect(seen('investment', 0.1 + 0.2)).toBe('value not-whole')
    expect(seen('investment', 1e14)).toBe('value too-large')
    expect(wrongIn(record('investment', { result: 'seen', value: 1e14 }))?.params).toEqual({ max: 999_999_999 })
    expect(seen('investment', 582_675_700)).toBeNull()
    expect(['percent', 'quantity'].map((figure) => seen(figure, 101))).toEqual(['value too-large', null])
    expect(seen('percent', '三')).toBe('value not-a-number')
  })

  test('of a stage is one that can be seen, of a step something that can be read', () => {
    expect(seenStages).toEqual(stages.filter((stage) => stage !== 'unknown'))
    for (const value of ['__proto__', 'unknown', '', 3]) expect(seen('stage', value)).toBe('value not-a-choice')
    for (const value of ['', ' ', '\u200b\u2060', '\u3164', 3]) expect(seen('step', value)).toBe('value required')
    expect([seen('stage', 'paused'), seen('step', '主体')]).toEqual([null, null])
  })

  test('that could not be checked is none', () => {
    expect(said('percent', { result: 'unchecked', approved: 80, why: '大门锁着', value: 60 })).toBe('value malformed')
    expect(said('percent', { result: 'unchecked', approved: 80 })).toBe('why needs-reason')
  })
})

test('each figure is said once, and what is wrong with it is named', () => {
  const twice = [record('percent', { approved: 80, value: 60 }), record('percent', { approved: 80, value: 61 })]
  expect(figureIssues(twice)).toEqual([{ field: 'figures.percent.figure', code: 'malformed' }])
})
