import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byPage } from '../app/_lib/sheet-steps'
import { agreementColumns } from '../app/differences/agreement/export/columns'
import { differenceColumns } from '../app/differences/export/columns'
import { boxFactColumns, chainFactColumns, indicatorFactColumns, unknownColumns } from '../app/evaluation/[id]/export/columns'
import { unknownRows } from '../app/evaluation/[id]/export/unknown-rows'
import { indicatorColumns } from '../app/evaluation/indicators/export/columns'
import { answeredColumns } from '../app/evaluation/responsibilities/export/columns'
import { unitColumns } from '../app/evaluation/units/export/columns'
import { valueCell } from '../app/evaluation/value-cell'
import { approveIndicatorValue } from '../db/commands/indicators'
import { setResponsibility } from '../db/commands/responsibilities'
import { agreement, unitsAPage } from '../db/queries/agreement'
import { differencesAPage, openDifferencesList } from '../db/queries/differences'
import { evaluationView } from '../db/queries/evaluations'
import { indicatorMatrix } from '../db/queries/indicators'
import { responsibilityList } from '../db/queries/responsibilities'
import * as units from '../db/queries/unit-facts'
import { messagesFor } from '../domain/messages'
import { responsibilityInput } from '../domain/responsibility'
import { draftedEvaluation, enteredValue } from './support/evaluation'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { dateOf, sheetRows } from './support/sheet-rows'
import { siteIn, sixty, visitBy } from './support/sites'
import { typed } from './support/typed'
import { giveWork } from './support/work'

let t: TestHouse
const zh = messagesFor('zh-CN')

beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
  approveIndicatorValue(ctxOf(t.actors.bureau2), enteredValue(t, { no: '3', year: '2024', value: '14.5' }))
  enteredValue(t, { no: '3', year: '2023', value: '13.9' })
  const named = { kind: 'box', code: '3-1', version: '0', fromDay: '2025-01-01', organisation: '测试甲局' }
  setResponsibility(ctxOf(t.actors.bureau), typed(responsibilityInput, named))
  const investment = { figure: 'investment' as const, result: 'differs' as const, reported: 58_267_500, value: 41_000_000, why: '票据不全' }
  visitBy(t.actors.supervisor, siteIn(t, 'P0001'), { figures: [sixty, investment] })
})
afterAll(() => t.close())

describe('yearly values of indicators', () => {
  it('leave as figures where approved; what is not known, or waits, is an empty cell', async () => {
    const matrix = indicatorMatrix(t.actors.leader, testDay)
    const rows = await sheetRows(indicatorColumns(matrix, zh), matrix.rows)
    expect(rows).toHaveLength(39)
    const row = rows.find((one) => one[zh.evaluation.columnNo] === '3')
    expect([row?.['2023'], row?.['2024'], row?.['2025']]).toEqual([null, 14.5, null])
    expect(row?.[zh.exports.sheets.standingYear]).toBe(2024)
    const known = rows.flatMap((one) => matrix.years.map((year) => one[String(year)])).filter((value) => value !== null)
    expect(known).toEqual([14.5])
  })

  it('keep a bound, a sum, a ratio or a note as they are printed', () => {
    expect(['14.5', '12,000', '≥95', '[15]', '12.8:30.9:56.3', '4.5（预计）', '全面建成', null].map(valueCell)).toEqual([
      ...[14.5, 12_000, '≥95', '[15]', '12.8:30.9:56.3', '4.5（预计）', '全面建成', null],
    ])
  })
})

describe('an evaluation', () => {
  it('leaves its tables whole, and every unknown by name', async () => {
    const { facts } = evaluationView(t.actors.bureau, draftedEvaluation(t))
    const indicators = await sheetRows(indicatorFactColumns(facts.indicators, zh), facts.indicators)
    expect(indicators).toHaveLength(39)
    expect(indicators.find((row) => row[zh.evaluation.columnNo] === '3')?.['2024']).toBe(14.5)
    const chains = await sheetRows(chainFactColumns(zh), facts.chains)
    expect(chains).toHaveLength(9)
    expect(chains.filter((row) => row[`${zh.exports.sheets.target}（亿元）`] === null)).toHaveLength(1)
    const boxes = await sheetRows(boxFactColumns(zh), facts.boxes)
    expect(boxes.find((row) => row.编码 === '3-1')).toMatchObject({
      [zh.exports.sheets.works]: 12,
      [zh.evaluation.responsibilities]: '测试甲局',
    })
    const unknown = await sheetRows(unknownColumns(zh), unknownRows(facts.unknown, zh))
    const of = (what: string) => unknown.filter((row) => row[zh.evaluation.what] === what)
    expect(of(zh.evaluation.unknownValues)).toHaveLength(facts.unknown.indicatorValues.length)
    expect(of(zh.evaluation.gaps.owner)).toHaveLength(facts.unknown.works.filter(({ gaps }) => gaps.includes('owner')).length)
    expect(of(zh.evaluation.unknownResponsible)).toHaveLength(facts.unknown.responsible.length)
  })
})

describe('facts by unit, and who answers for what', () => {
  it('leave all units in order of names, counts as figures', async () => {
    const first = units.unitFacts(t.actors.leader, 2025, 1, testDay)
    const rows = await sheetRows(
      unitColumns(zh),
      byPage(units.unitsAPage, (page) => units.unitFacts(t.actors.leader, 2025, page, testDay).rows),
    )
    expect(rows).toHaveLength(first.total)
    expect(rows.slice(0, first.rows.length).map((row) => row[zh.evaluation.unit])).toEqual(first.rows.map(({ name }) => name))
    expect(rows.every((row) => typeof row[zh.evaluation.works] === 'number')).toBe(true)
    expect(rows.find((row) => row[zh.evaluation.unit] === '测试甲局')?.[zh.evaluation.responsibleFor]).toContain('3-1')
  })

  it('leave the day since when as a day', async () => {
    const { rows } = responsibilityList(t.actors.leader)
    const found = await sheetRows(answeredColumns(zh), rows)
    expect(found).toHaveLength(rows.length)
    expect(found.filter((row) => row[zh.evaluation.unit] !== null)).toEqual([
      expect.objectContaining({ 编码: '3-1', [zh.evaluation.unit]: '测试甲局', [zh.evaluation.since]: dateOf('2025-01-01') }),
    ])
  })
})

describe('what was seen otherwise than told', () => {
  it('leaves reported, approved and seen as figures in the unit beside them', async () => {
    const ask = { show: 'open' as const }
    const rows = await sheetRows(
      differenceColumns(zh),
      byPage(differencesAPage, (page) => openDifferencesList(t.actors.leader, { page, ...ask }).rows),
    )
    expect(rows).toHaveLength(openDifferencesList(t.actors.leader, { page: 1, ...ask }).total)
    const { reported, approved, seen } = zh.seen
    const told = (figure: string) => rows.find((row) => String(row[zh.exports.sheets.figure]).startsWith(figure))
    const percent = told(zh.labels.seenFigures.percent)
    expect([percent?.[zh.exports.unit], percent?.[reported], percent?.[approved], percent?.[seen]]).toEqual(['%', null, 80, 60])
    const money = told(zh.labels.seenFigures.investment)
    expect([money?.[zh.exports.unit], money?.[reported], money?.[seen]]).toEqual(['万元', 5826.75, 4100])
    expect(money?.[zh.exports.sheets.seenOn]).toEqual(dateOf(testDay))
  })

  it('leaves how far told and seen agree as counts', async () => {
    const view = agreement(t.actors.leader, { quarter: null, page: 1 })
    const rows = await sheetRows(
      agreementColumns(view.quarter, zh),
      byPage(unitsAPage, (page) => agreement(t.actors.leader, { quarter: null, page }).units),
    )
    expect(rows).toHaveLength(view.total)
    expect(rows[0]?.[zh.exports.sheets.compared]).toBe(view.units[0]?.compared)
  })
})
