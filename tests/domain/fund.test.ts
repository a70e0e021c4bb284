import { describe, expect, it, test } from 'vitest'
import { type FundLine, factsOfLines } from '../../domain/fund'
import { fundOddities, lineOddities, saysNothing, sumOddity, toldLines } from '../../domain/fund-checks'
import { fundDecisionLines, statisticsInvestmentLines } from '../../domain/fund-decision'
import { fundPrefill } from '../../domain/fund-prefill'
import { groupOf, groupsBy, sourceOf } from '../../domain/fund-totals'
import { beside } from '../../domain/statistics-investment'

const sources = [
  { id: 1, name: '专项债' },
  { id: 2, name: '银行贷款' },
]
const line = (sourceId: number, plannedYuan: number | null, inPlaceYuan: number | null, paidYuan: number | null): FundLine => ({
  sourceId,
  name: sourceId === 1 ? '专项债' : '银行贷款',
  plannedYuan,
  inPlaceYuan,
  paidYuan,
})
const nothingAround = { before: [], later: [], totalYuan: null }

describe('what was told of the sources', () => {
  it('leaves what was not typed unknown', () => {
    expect(toldLines(sources, [{ sourceId: 1, planned: 10, inPlace: 0, paid: null }], false)).toEqual([
      line(1, 10, 0, null),
      line(2, null, null, null),
    ])
  })

  it('is nothing of a source only where somebody says so, and never of a line half filled', () => {
    const typed = [{ sourceId: 1, planned: 10, inPlace: null, paid: null }]
    expect(toldLines(sources, typed, true)).toEqual([line(1, 10, null, null), line(2, 0, 0, 0)])
  })

  it('says nothing when every field is empty, a nought says something', () => {
    expect(saysNothing([line(1, null, null, null)])).toBe(true)
    expect(saysNothing([line(1, null, 0, null)])).toBe(false)
  })
})

describe('oddities of a return', () => {
  it('more paid than in place, more in place than planned', () => {
    expect(fundOddities([line(1, 10, 20, 30)], nothingAround)).toEqual(['paid-above-in-place', 'in-place-above-planned'])
    expect(fundOddities([line(1, 30, 20, 20)], nothingAround)).toEqual([])
  })

  it('compares nothing with what is unknown', () => {
    expect(fundOddities([line(1, null, 20, null), line(2, 5, null, 9)], nothingAround)).toEqual([])
  })

  it('a sum up to a quarter does not fall, nor stand above a later one', () => {
    const context = { before: [line(1, 30, 20, 10)], later: [line(1, 30, 25, 12)], totalYuan: null }
    expect(lineOddities(line(1, 30, 19, 9), context)).toEqual([
      { measure: 'inPlace', warning: 'in-place-fell' },
      { measure: 'paid', warning: 'paid-fell' },
    ])
    expect(fundOddities([line(1, 30, 26, 13)], context)).toEqual(['above-later-quarter'])
    expect(fundOddities([line(1, 30, 20, 12)], context)).toEqual([])
  })

  it('the planned sum against the total: over it always, under it only when every source is told', () => {
    expect(sumOddity([line(1, 102, null, null), line(2, null, null, null)], 100)).toBe('sources-over-total')
    expect(sumOddity([line(1, 50, null, null), line(2, null, null, null)], 100)).toBeNull()
    expect(sumOddity([line(1, 50, null, null), line(2, 40, null, null)], 100)).toBe('sources-under-total')
    expect(sumOddity([line(1, 60, null, null), line(2, 40, null, null)], 100)).toBeNull()
    expect(sumOddity([line(1, 102, null, null)], null)).toBeNull()
  })
})

test('the facts for the light count the sources that tell both figures', () => {
  expect(factsOfLines('2025Q3', [line(1, 10, 5, null), line(2, 7, null, 1)])).toEqual({
    quarter: '2025Q3',
    plannedYuan: 17,
    inPlaceYuan: 5,
    paidYuan: 1,
    known: 1,
    unknown: 1,
  })
  expect(factsOfLines(null, [])).toEqual({ quarter: null, plannedYuan: null, inPlaceYuan: null, paidYuan: null, known: 0, unknown: 0 })
})

describe('a return as a decision', () => {
  it('shows each figure beside the one before it, with its oddities and the sums with their coverage', () => {
    const before = [line(1, 100_0000, 40_0000, null)]
    const lines = fundDecisionLines([line(1, 100_0000, 30_0000, null), line(2, 0, 0, 0)], {
      before,
      context: { before, later: [], totalYuan: 50_0000 },
    })
    expect(lines.map(({ field, name }) => [field, name])).toEqual([
      ['fundPlanned', '专项债'],
      ['fundInPlace', '专项债'],
      ['fundPlannedSum', null],
      ['fundInPlaceSum', null],
      ['fundPaidSum', null],
      ['fundUnused', null],
    ])
    expect(lines[1]).toMatchObject({ change: { as: 'wan', value: -10_0000 }, checks: [{ code: 'in-place-fell', odd: true }] })
    expect(lines[2]?.checks.map(({ code }) => code)).toEqual(['sources-over-total', 'total'])
    expect(lines[4]?.checks).toEqual([{ code: 'fund-coverage', params: { known: 1, all: 2 }, odd: false }])
    expect(lines[5]).toMatchObject({ now: { value: 1 }, checks: [{ code: 'fund-unused', params: { names: '银行贷款' } }] })
  })
})

describe('statistics beside the reports', () => {
  it('differ by an amount and a share where both are known', () => {
    expect(beside(110, 100)).toEqual({ statisticsYuan: 110, dispatchYuan: 100, differenceYuan: 10, percent: 10 })
    expect(beside(90, null)).toMatchObject({ differenceYuan: null, percent: null })
    expect(beside(null, 100)).toMatchObject({ differenceYuan: null, percent: null })
  })

  it('have no share of nothing', () => {
    expect(beside(90, 0)).toMatchObject({ differenceYuan: 90, percent: null })
  })

  it('are decided with the approved report of the same month beside them, or with the word that there is none', () => {
    const said = { yuan: 110_0000, throughMonth: '2025-09', source: '月报' }
    expect(statisticsInvestmentLines(said, null, 100_0000)[0]?.checks[0]).toEqual({
      code: 'dispatch-beside',
      params: { figure: '100.00', difference: '10.00', percent: '10%' },
      odd: false,
    })
    expect(statisticsInvestmentLines(said, null, null)[0]?.checks[0]?.code).toBe('dispatch-unknown')
  })
})

describe('the form begins with', () => {
  const before = { lines: [line(1, 20_000, null, 0)], remark: '旧', onBehalfSource: null, onBehalfOn: null, revisionReason: null }
  it('what is approved of the quarter before, without its remark', () => {
    expect(fundPrefill(sources, { tried: null, before })).toMatchObject({
      lines: { 1: { planned: '2', inPlace: '', paid: '0' }, 2: { planned: '', inPlace: '', paid: '' } },
      remark: '',
    })
  })
  it('the try that came back, whatever stood before', () => {
    const tried = { ...before, lines: [line(2, 10_000, null, null)], remark: '说明' }
    expect(fundPrefill(sources, { tried, before })).toMatchObject({ lines: { 1: { planned: '' }, 2: { planned: '1' } }, remark: '说明' })
  })
})

describe('totals', () => {
  const cell = {
    sector: 'water',
    level: null,
    plannedYuan: 30,
    plannedKnown: 1,
    inPlaceYuan: null,
    inPlaceKnown: 0,
    paidYuan: 5,
    paidKnown: 2,
  }
  it('count as unknown every work that did not tell all its sources', () => {
    const group = groupOf('water', [{ ...cell, works: 4, told: 2, fresh: 1 }])
    expect(group).toMatchObject({
      planned: { yuan: 30, known: 1, unknown: 3 },
      inPlace: { yuan: null, known: 0, unknown: 4 },
      paid: { yuan: 5, known: 2, unknown: 2 },
      told: 2,
      fresh: 1,
    })
  })
  it('of one source are over all works asked about', () => {
    const source = sourceOf(
      { id: 1, name: '专项债', active: true },
      [
        { ...cell, sourceId: 1 },
        { ...cell, sourceId: 2 },
      ],
      9,
    )
    expect(source.planned).toEqual({ yuan: 30, known: 1, unknown: 8 })
  })
  it('stand in the given order, what has no value last, groups without works left out', () => {
    const cells = [
      { ...cell, works: 1, told: 0, fresh: 0 },
      { ...cell, level: 'city', works: 2, told: 1, fresh: 0 },
    ]
    expect(groupsBy(cells, ({ level }) => level ?? '', ['province', 'city']).map(({ key, works }) => [key, works])).toEqual([
      ['city', 2],
      ['', 1],
    ])
  })
})
