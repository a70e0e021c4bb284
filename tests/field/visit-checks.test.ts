import { describe, expect, test } from 'vitest'
import { notMet } from '../../app/field/seen-value'
import { lacksOf } from '../../app/field/visit-checks'
import { beginVisit, type VisitDraft } from '../../app/field/visit-draft'
import { figureRecord, finishedItems } from '../../app/field/visit-items'
import { fieldItem, seenFigure } from '../../domain/field-items'
import type { FieldFigure, FieldWork } from '../../domain/field-package'
import type { SeenFigure, SeenResult } from '../../domain/visit'
import { figureIssues } from '../../domain/visit-figures'
import { fieldPackageOf } from '../support/field-package'

const pack = fieldPackageOf(1)
const at = '2026-11-24T01:00:00.000Z'
const begun = (): VisitDraft => ({
  ...beginVisit(pack, pack.works[0] as FieldWork, { startedAt: at, offsetMs: 0, newId: () => crypto.randomUUID() }),
  rating: { level: 'green', reason: '正常' },
})

const figures: SeenFigure[] = ['stage', 'step', 'percent', 'investment', 'quantity', 'people', 'machines', 'milestone:11']
const told: Record<string, string | number> = {
  ...{ stage: 'construction', step: '主体', percent: 80, investment: 20_000_000, quantity: 3, 'milestone:11': '' },
}
const results: (SeenResult | null)[] = ['agrees', 'differs', 'seen', 'unchecked', null]
const values = [
  ...['', ' ', '0', '-5', '3', '3.7', '80', '80.5', '101', '2,000', '2000', '999999', '999999999', '9999999999', '1e9', '三台', '６０'],
  ...['construction', 'paused', 'unknown', '__proto__', '主体', '主体 ', '主\u202e体', '\u200b', '半\ud800'],
  ...['2026-09-30', '2026-02-30', notMet],
]
const whys = ['', ' ', '大门锁着', '\u200b', '坏\u0000字']
const saidOf = (value: string | number | null) => (value === null ? null : { value, month: '2026-09', on: '2026-10-05' })

/** What the phone would hand in of one figure, and what it says is missing. */
function handedIn(shown: FieldFigure, result: SeenResult | null, value: string, why: string) {
  const draft = { ...begun(), shown: [shown], figures: { [shown.figure]: { result, value, why } } }
  return { records: figureRecord(draft, shown), lacks: lacksOf(draft) }
}

describe('what the phone lets pass', () => {
  test('is what the server takes, figure by figure, and nothing else', () => {
    const seen = { passed: 0, held: 0 }
    for (const figure of figures)
      for (const approved of [told[figure] ?? null, null])
        for (const result of results)
          for (const value of values)
            for (const why of whys) {
              const shown = { figure, name: null, unit: null, approved: saidOf(approved), reported: null }
              const { records, lacks } = handedIn(shown, result, value, why)
              const taken = records.every((record) => seenFigure.safeParse(record).success) && figureIssues(records).length === 0
              expect(lacks.length === 0, JSON.stringify({ records, lacks, value })).toBe(taken)
              seen[taken ? 'passed' : 'held'] += 1
            }
    expect(Math.min(seen.passed, seen.held)).toBeGreaterThan(1000)
  })

  test('is what the server takes of everything else that is typed', () => {
    const texts = ['', ' ', '正常', '第一行\n第二行', '坏\u0000', '左\u202e右', '\ud83d', '\u200b', '🚧'.repeat(30)]
    const counts = { passed: 0, held: 0 }
    for (const reason of texts)
      for (const facts of texts)
        for (const basis of texts)
          for (const present of [...texts, `王工，${'🚧'.repeat(30)}`, '\u200b，王工']) {
            const finding = { id: crypto.randomUUID(), category: 'safety', severity: 'serious', basis, facts } as const
            const draft: VisitDraft = { ...begun(), rating: { level: 'red', reason }, findings: [finding], present, words: basis }
            const taken = finishedItems(draft, at).every((item) => fieldItem.safeParse(item).success)
            if (lacksOf(draft).length === 0) expect(taken, JSON.stringify({ reason, facts, basis, present })).toBe(true)
            counts[taken ? 'passed' : 'held'] += 1
          }
    expect(counts.passed).toBeGreaterThan(100)
    expect(counts.held).toBeGreaterThan(100)
  })

  test('names what is wrong where it was typed', () => {
    const shown = (figure: SeenFigure, approved: string | number | null) => ({
      figure,
      name: null,
      unit: null,
      approved: saidOf(approved),
      reported: null,
    })
    const said = (figure: FieldFigure, result: SeenResult, value: string, why = '') => handedIn(figure, result, value, why).lacks
    expect(said(shown('percent', 80), 'differs', '80')).toEqual([{ key: 'percent-value', code: 'value-same' }])
    expect(said(shown('people', null), 'seen', '100001')).toEqual([{ key: 'people-value', code: 'value-too-large' }])
    expect(said(shown('investment', 1), 'differs', '-5')).toEqual([{ key: 'investment-value', code: 'value-wrong' }])
    expect(said(shown('percent', null), 'differs', '60')).toEqual([{ key: 'percent', code: 'answer-needed' }])
    expect(said(shown('step', '主体'), 'differs', '半\ud800')).toEqual([{ key: 'step-value', code: 'unprintable' }])
    expect(said(shown('step', '主体'), 'unchecked', '', '坏\u0000')).toEqual([{ key: 'step-why', code: 'unprintable' }])
    const end = { ...begun(), present: '左\u202e右', words: '\u200b' }
    expect(lacksOf(end).map(({ key, code }) => `${key} ${code}`)).toEqual(['present unprintable', 'words unprintable'])
  })

  test('keeps what was typed for another answer out of the record', () => {
    const shown = { figure: 'percent', name: null, unit: null, approved: saidOf(80), reported: null } as const
    expect(handedIn(shown, 'agrees', '60', '坏\u0000').records).toMatchObject([{ value: null, why: null }])
  })
})
