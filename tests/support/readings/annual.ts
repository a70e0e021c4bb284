import { orm } from '../../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../../db/commands/annual-plans'
import { approveYearList, submitYearList } from '../../../db/commands/year-lists'
import * as batches from '../../../db/queries/annual-batches'
import * as list from '../../../db/queries/annual-list'
import { annualCells } from '../../../db/queries/annual-totals'
import * as yearLists from '../../../db/queries/year-lists'
import { yearLists as yearListTable } from '../../../db/schema'
import { annualPlanInput } from '../../../domain/annual-plan'
import { yearListInput } from '../../../domain/year-list'
import { ctxOf, type TestHouse, testDay } from '../house'
import type { Reader, Reading } from './reading'

const readers: Reader[] = ['bureau', 'bureau2', 'supervisor', 'supervisor2', 'leader']
const year = 2025
const plan = { code: 'P0001', version: '0', year: '2025', plannedYuan: '1000', documentNo: '东发改〔2025〕1号' }
const listed = { year: '2025', documentNo: '东政发〔2025〕3号', title: '年度计划', day: '2025-03-28' }

/** Published once, by whichever reading comes first. */
function published(t: TestHouse): void {
  if (orm().select().from(yearListTable).all().length > 0) return
  approveAnnualPlan(ctxOf(t.actors.bureau2), submitAnnualPlan(ctxOf(t.actors.bureau), annualPlanInput.parse(plan)))
  approveYearList(ctxOf(t.actors.bureau2), submitYearList(ctxOf(t.actors.bureau), yearListInput.parse(listed)))
}

export const annualReadings: Reading[] = [
  { read: 'annualRows', may: readers, call: (actor) => list.annualRows(actor, { year }) },
  { read: 'annualPage', may: readers, call: (actor) => list.annualPage(actor, { year }, 1) },
  { read: 'annualCells', may: readers, call: (actor) => annualCells(actor, { year }) },
  {
    read: 'annualTowns',
    may: readers,
    // Most works of the plan have no place of their own: what counts is who is refused.
    call: (actor) => ({ towns: list.annualTowns(actor) }),
  },
  { read: 'annualYears', may: readers, call: (actor) => ({ years: list.annualYears(actor) }) },
  { read: 'batchCounts', may: readers, call: (actor) => batches.batchCounts(actor, year, testDay) },
  {
    read: 'batchPage',
    may: readers,
    call: (actor) => batches.batchPage(actor, { batch: 'start', year, page: 1 }, testDay),
  },
  {
    read: 'yearListsOf',
    may: readers,
    call: (actor, _, t) => {
      published(t)
      return yearLists.yearListsOf(actor, year)
    },
  },
  {
    read: 'yearList',
    may: readers,
    call: (actor, _, t) => {
      published(t)
      return yearLists.yearList(actor, year, 1)
    },
  },
]
