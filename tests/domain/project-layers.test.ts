import { expect, test } from 'vitest'
import { layersOf, type SeenTold, seenLayer, type Told } from '../../domain/project-layers'

let id = 0
const told = (period: string, facts: Partial<Told>): Told => ({
  id: ++id,
  kind: 'monthly',
  period,
  status: 'approved',
  current: true,
  yearToDateYuan: null,
  step: null,
  progressText: null,
  percent: null,
  quantityDone: null,
  finalYuan: null,
  ...facts,
})

test('what waits for review is reported, not approved', () => {
  const august = told('2025-08', { yearToDateYuan: 500, percent: 50 })
  const september = told('2025-09', { status: 'submitted', current: false, yearToDateYuan: 600 })
  const { reported, approved } = layersOf([august, september], [{ year: 2025, yuan: 1000 }])
  expect(reported).toMatchObject({ month: '2025-09', yearToDate: { value: 600 }, completion: { value: 60 }, percent: { value: 50 } })
  expect(approved).toMatchObject({ month: '2025-08', yearToDate: { value: 500, update: august }, completion: { value: 50 } })
})

test('a waiting correction stands in the place of what it would replace, a returned or withdrawn try says nothing', () => {
  const rows = [
    told('2025-08', { yearToDateYuan: 500 }),
    told('2025-08', { status: 'submitted', current: false, yearToDateYuan: 450 }),
    told('2025-09', { status: 'returned', current: false, yearToDateYuan: 900 }),
    told('2025-09', { status: 'withdrawn', current: false, yearToDateYuan: 901 }),
  ]
  const { reported, approved } = layersOf(rows, [])
  expect([reported.yearToDate?.value, approved.yearToDate?.value]).toEqual([450, 500])
  expect(reported.completion).toBeNull()
})

test('each figure is the last that was stated, with the update that stated it', () => {
  const june = told('2025-06', { yearToDateYuan: 300, step: '基础', quantityDone: 4 })
  const july = told('2025-07', { percent: 40 })
  const { approved } = layersOf([july, june], [])
  expect(approved).toMatchObject({
    month: '2025-07',
    step: { value: '基础', update: june },
    percent: { update: july },
    quantity: { value: 4 },
  })
})

test('nothing told is null everywhere, never zero', () => {
  const { approved, reported, completed } = layersOf([], [{ year: 2025, yuan: 0 }])
  expect(approved).toEqual({ month: null, yearToDate: null, percent: null, step: null, quantity: null, completion: null })
  expect([reported, completed]).toEqual([approved, null])
})

test('a plan of another year, or of nothing, gives no completion', () => {
  const rows = [told('2026-01', { yearToDateYuan: 10 })]
  expect(layersOf(rows, [{ year: 2025, yuan: 1000 }]).approved.completion).toBeNull()
  expect(layersOf(rows, [{ year: 2026, yuan: 0 }]).approved.completion).toBeNull()
})

const seen = (figure: SeenTold['figure'], facts: Partial<SeenTold> = {}): SeenTold => ({
  ...{ figure, reported: null, approved: null, value: 60, visitedOn: '2026-01-08' },
  ...facts,
})
const submitted = (row: Told, submittedOn: string) => ({ ...row, submittedOn })

test('a sum seen in January is of the year whose month told it; told by nobody, of the year of the visit', () => {
  const december = submitted(told('2025-12', { yearToDateYuan: 900 }), '2026-01-05')
  const yearOf = (facts: Partial<SeenTold>) => seenLayer([seen('investment', { value: 700, ...facts })], [december]).yearToDate?.year
  expect(yearOf({ approved: 900 })).toBe(2025)
  expect(yearOf({ approved: 901 })).toBe(2026)
  expect(yearOf({})).toBe(2026)
  expect(yearOf({ approved: 900, visitedOn: '2026-01-04' })).toBe(2026)
})

test('the seen layer keeps each figure with who saw it, milestones apart; what nobody saw is not there', () => {
  const facts = [seen('percent'), seen('milestone:7', { value: '' })]
  const layer = seenLayer(facts, [])
  expect([layer.of.get('percent'), layer.of.get('investment'), layer.yearToDate]).toEqual([facts[0], undefined, null])
  expect(layer.milestones).toEqual([{ id: 7, fact: facts[1] }])
})
