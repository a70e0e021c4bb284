import { describe, expect, test } from 'vitest'
import { notMet, seenValue, valueWords } from '../../app/field/seen-value'
import { lacksOf, untouched } from '../../app/field/visit-checks'
import { beginVisit, coarse, figuresToSee, type VisitDraft } from '../../app/field/visit-draft'
import { finishedItems, namesOf, startedItem } from '../../app/field/visit-items'
import { fieldItem } from '../../domain/field-items'
import type { FieldPackage, FieldWork } from '../../domain/field-package'
import { figureIssues } from '../../domain/visit-figures'
import { fieldPackageOf } from '../support/field-package'

const pack: FieldPackage = fieldPackageOf(2)
const work = pack.works[0] as FieldWork
const startedAt = '2026-11-24T01:00:00.000Z'

const begun = (): VisitDraft => beginVisit(pack, work, { startedAt, offsetMs: 120, newId: () => crypto.randomUUID() })

function filled(): VisitDraft {
  const draft = begun()
  const finding = { id: crypto.randomUUID(), category: 'safety', severity: 'serious', basis: '', facts: ' 基坑未防护 ' } as const
  const photo = {
    ...{ id: crypto.randomUUID(), finding: finding.id, name: '1.jpg', bytes: 10, sha256: 'a'.repeat(64), takenAt: startedAt },
    position: coarse(27.123456, 112.987654),
  }
  return {
    ...draft,
    figures: {
      percent: { result: 'differs', value: '60', why: '' },
      investment: { result: 'differs', value: '1,200.5', why: '票据不全' },
      step: { result: 'unchecked', value: '', why: '大门锁着' },
      people: { result: null, value: '12', why: '' },
      stage: { result: 'agrees', value: '', why: '' },
      'milestone:11': { result: 'differs', value: notMet, why: '' },
    },
    rating: { level: 'yellow', reason: '进度偏慢' },
    findings: [finding],
    photos: [photo],
    present: '王工，李工\n王工',
    words: '',
    locate: true,
    position: coarse(27.123456, 112.987654),
  }
}

describe('a visit on the phone', () => {
  test('becomes items that the server’s own schema takes, dependencies first', () => {
    const draft = filled()
    const items = [startedItem(draft), ...finishedItems(draft, '2026-11-24T03:00:00.000Z')]
    expect(items.map(({ kind }) => kind)).toEqual(['visit-started', 'finding', 'photo', 'visit-finished'])
    for (const item of items) expect(fieldItem.parse(item)).toEqual(item)
    const finish = items[3]
    if (finish?.kind !== 'visit-finished') throw new Error('no finish')
    expect(figureIssues(finish.figures)).toEqual([])
    expect(finish.figures).toEqual([
      { figure: 'stage', result: 'agrees', reported: null, approved: 'construction', value: null, why: null },
      { figure: 'step', result: 'unchecked', reported: null, approved: '主体施工', value: null, why: '大门锁着' },
      { figure: 'percent', result: 'differs', reported: 85, approved: 80, value: 60, why: null },
      { figure: 'investment', result: 'differs', reported: null, approved: 20_000_000, value: 12_005_000, why: '票据不全' },
      { figure: 'people', result: 'seen', reported: null, approved: null, value: 12, why: null },
      { figure: 'milestone:11', result: 'differs', reported: null, approved: '2026-09-30', value: '', why: null },
    ])
    expect(finish).toMatchObject({ present: ['王工', '李工'], words: null, position: { lat: 27.12, lon: 112.99 }, offsetMs: 120 })
  })

  test('says where only when the inspector turned it on, and then to about a kilometre', () => {
    const [on, off] = [filled(), { ...filled(), locate: false }]
    expect(finishedItems(on, startedAt).at(-1)).toMatchObject({ position: { lat: 27.12, lon: 112.99 } })
    expect(finishedItems(off, startedAt).at(-1)).toMatchObject({ position: null })
    expect(begun()).toMatchObject({ locate: false, position: null })
    expect(coarse(-0.004, 179.996)).toEqual({ lat: -0, lon: 180 })
  })

  test('finishing twice makes the very same items', () => {
    const draft = filled()
    const at = '2026-11-24T03:00:00.000Z'
    expect(finishedItems(draft, at)).toEqual(finishedItems(draft, at))
    expect(startedItem(draft)).toEqual(startedItem(draft))
  })

  test('says what is missing, and nothing once it is there', () => {
    expect(lacksOf(filled())).toEqual([])
    expect(lacksOf(begun())).toEqual([{ key: 'rating-level', code: 'level-needed' }])
    const half = filled()
    const broken: VisitDraft = {
      ...half,
      figures: {
        percent: { result: 'differs', value: '160', why: '' },
        investment: { result: 'differs', value: '', why: '' },
        step: { result: 'unchecked', value: '', why: ' ' },
        machines: { result: null, value: '三台', why: '' },
      },
      rating: { level: 'red', reason: '' },
      findings: [{ id: 'x', category: '', severity: '', basis: '', facts: '' }],
    }
    expect(lacksOf(broken).map(({ key, code }) => `${key} ${code}`)).toEqual([
      'step-why why-needed',
      'percent-value value-wrong',
      'investment-value value-needed',
      'machines-value value-wrong',
      'rating-reason reason-needed',
      'x-category kind-needed',
      'x-severity kind-needed',
      'x-facts facts-needed',
    ])
    expect(untouched(begun())).toBe(begun().shown.length)
  })

  test('a member of another unit gives no rating and lacks none', () => {
    const draft = { ...begun(), mayRate: false }
    expect(lacksOf(draft)).toEqual([])
    const finish = finishedItems({ ...draft, rating: { level: 'red', reason: 'x' } }, startedAt).at(-1)
    expect(finish).toMatchObject({ kind: 'visit-finished', rating: null })
  })

  test('people, machines and every milestone are there to be looked at, also when the package names them not', () => {
    const bare = { ...work, figures: [] }
    expect(figuresToSee(bare).map(({ figure }) => figure)).toEqual(['people', 'machines', 'milestone:11', 'milestone:12'])
    expect(new Set(figuresToSee(work).map(({ figure }) => figure)).size).toBe(figuresToSee(work).length)
  })
})

describe('values', () => {
  test('are what was typed in the item’s unit, and never zero for nothing', () => {
    expect(seenValue('investment', '58,267.57')).toBe(582_675_700)
    expect(seenValue('percent', '６０')).toBe(60)
    expect(seenValue('people', '0')).toBe(0)
    expect(seenValue('milestone:3', notMet)).toBe('')
    expect(seenValue('milestone:3', '2026-02-30')).toBeUndefined()
    for (const empty of ['', ' ']) expect(seenValue('quantity', empty)).toBeUndefined()
    expect(seenValue('percent', '101')).toBeUndefined()
    expect(seenValue('machines', '2.5')).toBeUndefined()
  })

  test('are said in 万元 and in the words of their codes, an unknown one as a dash', () => {
    const words = { stages: { construction: '在建' }, met: '{day} 完成', notMet: '未完成', unknown: '—' }
    expect(valueWords({ figure: 'investment', unit: null }, 582_675_700, words)).toBe('58,267.57')
    expect(valueWords({ figure: 'stage', unit: null }, 'construction', words)).toBe('在建')
    expect(valueWords({ figure: 'percent', unit: null }, null, words)).toBe('—')
    expect(valueWords({ figure: 'milestone:1', unit: null }, '', words)).toBe('未完成')
    expect(valueWords({ figure: 'quantity', unit: '座' }, 0, words)).toBe('0 座')
  })

  test('names are one a line or between commas, once each', () => {
    expect(namesOf('王工、李工\n\n 王工 ，张三')).toEqual(['王工', '李工', '张三'])
  })
})
