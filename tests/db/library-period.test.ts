import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carryOver } from '../../db/commands/periods'
import { createProject } from '../../db/commands/projects'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { worksToExport } from '../../db/queries/export-works'
import { carriedOver, libraryPeriods, ofPeriod } from '../../db/queries/library-period'
import { listFacets } from '../../db/queries/project-facets'
import { listTotals, projectsPage } from '../../db/queries/project-list'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { ListFilter } from '../../domain/list-params'
import { newProjectInput } from '../../domain/project-input'
import { monthlyInput } from '../../domain/update-input'
import { openedPeriod } from '../support/evaluation'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

const begun = '2026-02-02'
const carry = (codes: string[], day: Day = testDay) => carryOver(ctxOf(t.actors.bureau, day), { periodId: '15', codes, reason: '续建' })
const shown = (asked: ListFilter, day: Day, actor: UserActor = t.actors.bureau) => {
  const filter = ofPeriod(actor, { ...asked, limit: 200 }, day)
  const { rows, totals } = projectsPage(actor, filter, 200)
  expect(listTotals(actor, filter).rows).toBe(totals.rows)
  const exported = worksToExport(actor, filter, 2025, 0).map(({ row }) => row.code)
  expect(exported).toEqual(rows.map(({ code }) => code).slice(0, exported.length))
  expect(exported.length).toBe(Math.min(rows.length, 100))
  return { codes: rows.map(({ code }) => code), total: totals.rows }
}

describe('with one period', () => {
  it('nothing is asked and nothing said', () => {
    expect(libraryPeriods(t.actors.bureau, testDay)).toBeNull()
    const asked = { stage: 'unknown' as const }
    expect(ofPeriod(t.actors.bureau, asked, testDay)).toBe(asked)
    expect(listFacets(t.actors.bureau, asked).period).toEqual([])
    expect(carriedOver(t.actors.bureau, [work('P0001').id], testDay)).toEqual(new Map())
  })
})

describe('once a second period is opened', () => {
  let all = 0
  beforeEach(() => {
    giveWork(t, 'P0001')
    all = shown({}, testDay).total
    openedPeriod(t)
    carry(['P0001', 'P0002'])
  })

  it('the list stays that of the period that is on, with what will be carried over, until the next one begins', () => {
    expect(shown({}, testDay).total).toBe(all)
    expect(carriedOver(t.actors.bureau, [work('P0001').id], testDay)).toEqual(new Map())
    expect(shown({}, begun).codes).toEqual(['P0001', 'P0002'])
  })

  it('each period has its own works, and all of them are one list', () => {
    const { id } = libraryPeriods(t.actors.bureau, begun)?.all[0] ?? { id: '' }
    expect(shown({ period: id }, begun).total).toBe(all - 2)
    expect(shown({ period: '15' }, begun).codes).toEqual(['P0001', 'P0002'])
    expect(shown({ period: 'all' }, begun).total).toBe(all)
    expect(shown({ period: 'never' }, begun).total).toBe(0)
    const facets = listFacets(t.actors.bureau, ofPeriod(t.actors.bureau, { stage: 'unknown' }, begun)).period
    expect(facets.map(({ value, rows }) => [value, rows])).toEqual([
      [id, shown({ period: id, stage: 'unknown' }, begun).total],
      ['15', 1],
    ])
  })

  it('works carried over are marked with the period they came from; works made in the new one are not', () => {
    const typed = { name: '十五五新增', sector: 'water', documentTitle: '会议纪要', documentNo: '1号', documentDay: '2026-01-10' }
    const { code } = createProject(ctxOf(t.actors.bureau2, begun), newProjectInput.parse(typed))
    expect(shown({}, begun).codes).toEqual(['P0001', 'P0002', code])
    const ids = ['P0001', 'P0003', code].map((each) => work(each).id)
    const old = libraryPeriods(t.actors.bureau, begun)?.all[0]?.name
    expect([...carriedOver(t.actors.bureau, ids, begun)]).toEqual([[work('P0001').id, old]])
  })

  it('an owner finds their own works of it alone, and counts are theirs', () => {
    expect(shown({}, begun, t.actors.owner).codes).toEqual(['P0001'])
    expect(shown({}, begun, t.actors.otherOwner).codes).toEqual([])
    expect(listFacets(t.actors.owner, ofPeriod(t.actors.owner, {}, begun)).period.map(({ rows }) => rows)).toEqual([0, 1])
  })

  it('history goes with the work: what was approved before stays in the new library’s sums', () => {
    const typed = { code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '100' }
    approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(typed)))
    expect(listTotals(t.actors.bureau, ofPeriod(t.actors.bureau, {}, begun)).approved).toMatchObject({
      yuan: 1_000_000,
      known: 1,
      unknown: 1,
    })
  })
})
