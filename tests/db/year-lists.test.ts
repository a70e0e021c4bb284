import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { house, orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { approveUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { approveYearList, returnYearList, submitYearList, withdrawYearList } from '../../db/commands/year-lists'
import { batchCounts, batchPage } from '../../db/queries/annual-batches'
import { annualPage, annualRows } from '../../db/queries/annual-list'
import { annualCells } from '../../db/queries/annual-totals'
import { changeCounts, changedWorks, listedWorks, yearList, yearListsOf } from '../../db/queries/year-lists'
import { yearLists, yearListWorks } from '../../db/schema'
import { annualPlanInput } from '../../domain/annual-plan'
import { isShown, yearCounts, yearTotals } from '../../domain/annual-plan-totals'
import { monthlyInput } from '../../domain/update-input'
import { yearListInput } from '../../domain/year-list'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { plansOf } from '../support/library'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003', 'P0004', 'P0005']) giveWork(t, code)
})
afterAll(() => t.close())

const wan = 10_000
const plan = (code: string, fields: Record<string, unknown> = {}) => {
  const version = String(plansOf(code).filter(({ status, year }) => status === 'approved' && year === Number(fields.year ?? 2025)).length)
  const known = { code, version, year: '2025', plannedYuan: '1000', documentNo: '东发改〔2025〕1号' }
  return submitAnnualPlan(ctxOf(t.actors.bureau), typed(annualPlanInput, { ...known, ...fields }))
}
const planned = (code: string, fields: Record<string, unknown> = {}) => approveAnnualPlan(ctxOf(t.actors.bureau2), plan(code, fields))
const told = (code: string, period: string, investment: string) => {
  const input = monthlyInput.parse({ code, period, investmentBasis: 'year', investment, remark: '说明' })
  approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), input))
}
const list = (fields: Record<string, string> = {}, actor = t.actors.bureau) =>
  submitYearList(
    ctxOf(actor),
    typed(yearListInput, { year: '2025', documentNo: '东政发〔2025〕3号', title: '年度计划', day: '2025-03-28', ...fields }),
  )
const rowOf = (code: string) => annualRows(t.actors.leader, { year: 2025 }).find((row) => row.code === code)

describe('a plan with its curve', () => {
  it('keeps what was planned beside the sum, and in its event', () => {
    const curve = [50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map(String)
    planned('P0001', { curveShape: 'own', curve, productionMonth: '2025-12', imageGoal: '主体封顶', leader: '王某', listNote: '省重点' })
    expect(plansOf('P0001')[0]).toMatchObject({ curveShape: 'own', productionMonth: '2025-12', imageGoal: '主体封顶' })
    expect(plansOf('P0001')[0]?.curve?.slice(0, 2)).toEqual([50 * wan, 100 * wan])
  })

  it('is refused with the month that falls, and with a unit that does not exist', () => {
    const curve = ['50', '40', ...Array.from({ length: 10 }, () => '1000')]
    expect(issuesIn(() => plan('P0002', { curveShape: 'own', curve }))).toEqual(['curve.1: curve-falls'])
    expect(issuesIn(() => plan('P0002', { responsibleId: '999999' }))).toEqual(['responsibleId: not-a-choice'])
  })
})

describe('the year', () => {
  it('shows the original and the adjusted plan, and completion of like with like', () => {
    planned('P0001', { plannedYuan: '800', reason: '用地推迟' })
    planned('P0002', { plannedYuan: '', startMonth: '2025-06' })
    told('P0001', '2025-08', '300')
    told('P0001', '2025-09', '400')
    told('P0002', '2025-09', '70')
    expect(rowOf('P0001')).toMatchObject({
      ...{ originalYuan: 1000 * wan, plannedYuan: 800 * wan, adjusted: 1, approvedYuan: 400 * wan, approvedMonth: '2025-09' },
    })
    expect(rowOf('P0002')).toMatchObject({ plannedYuan: null, originalYuan: null, adjusted: 0, approvedYuan: 70 * wan })
    const totals = yearTotals(annualCells(t.actors.leader, { year: 2025 }).filter(isShown('approved')))
    expect(totals.plan).toEqual({ yuan: 800 * wan, known: 1, unknown: 1 })
    expect(totals.original).toEqual({ yuan: 1000 * wan, known: 1, unknown: 1 })
    expect(totals.approved).toEqual({ yuan: 470 * wan, known: 2, unknown: 0 })
    expect(totals.againstPlan).toEqual({ percent: 50, of: 1 })
    expect(totals.againstOriginal).toEqual({ percent: 40, of: 1 })
    expect([totals.starts, totals.finishes]).toEqual([1, 0])
  })

  it('finds the figure of an earlier year though a later one is told', () => {
    planned('P0001', { year: '2024', plannedYuan: '500', documentNo: '东发改〔2024〕1号' })
    told('P0001', '2025-01', '10')
    const row = annualRows(t.actors.leader, { year: 2024 }).find(({ code }) => code === 'P0001')
    expect(row).toMatchObject({ plannedYuan: 500 * wan, approvedYuan: null })
  })

  it('tells works with a plan, with a waiting one and without apart', () => {
    plan('P0003')
    const counts = yearCounts(annualCells(t.actors.bureau, { year: 2025 }))
    expect(counts).toMatchObject({ approved: 2, waiting: 1 })
    expect(counts.none).toBe(counts.all - 3)
    expect(annualPage(t.actors.bureau, { year: 2025, show: 'waiting' }, 1).map(({ code }) => code)).toEqual(['P0003'])
    expect(annualPage(t.actors.bureau, { year: 2025, show: 'approved' }, 1).map(({ code }) => code)).toEqual(['P0001', 'P0002'])
    expect(annualPage(t.actors.bureau, { year: 2025, show: 'approved' }, 2)).toEqual([])
  })

  it('is walked in steps without losing or doubling a work', () => {
    const all = annualRows(t.actors.bureau, { year: 2025 }).map(({ code }) => code)
    const walked: string[] = []
    for (let after: string | null = null; ; ) {
      const step = annualRows(t.actors.bureau, { year: 2025 }, after, 7)
      walked.push(...step.map(({ code }) => code))
      if (step.length < 7) break
      after = step.at(-1)?.code ?? null
    }
    expect(walked).toEqual(all)
  })
})

describe('the year’s list', () => {
  it('is drafted by one person and published by another', () => {
    const id = list()
    expect(codeOf(() => approveYearList(ctxOf(t.actors.bureau), id))).toBe('not-self')
    expect(codeOf(() => list({}, t.actors.bureau2))).toBe('one-waiting')
    expect(codeOf(() => yearList(t.actors.leader, 2025, 1))).toBe('not-found')
    approveYearList(ctxOf(t.actors.bureau2), id)
    const { list: published } = yearList(t.actors.leader, 2025, 1)
    expect(published).toMatchObject({ current: true, works: 2, plannedYuan: 800 * wan, plannedKnown: 1 })
    expect(
      listedWorks(published, 1).map(({ code, plannedYuan, originalYuan, leader }) => [code, plannedYuan, originalYuan, leader]),
    ).toEqual([
      ['P0001', 800 * wan, 1000 * wan, null],
      ['P0002', null, null, null],
    ])
    expect(changeCounts(published)).toEqual({ entered: 0, left: 0, changed: 0 })
  })

  it('cannot be changed, not even in the database', () => {
    const { sqlite } = house()
    const refused = (statement: string) => expect(() => sqlite.exec(statement)).toThrow(/never changes/)
    refused('update year_list_works set planned_yuan = 1')
    refused('delete from year_list_works')
    refused("update year_lists set document_no = 'x'")
    refused('delete from year_lists')
    const [row] = orm().select().from(yearListWorks).all()
    expect(() =>
      orm()
        .insert(yearListWorks)
        .values({ ...row!, projectId: work('P0005').id })
        .run(),
    ).toThrow()
  })

  it('stays as it was when plans change, and says what changed since', () => {
    planned('P0001', { plannedYuan: '900', reason: '加快' })
    approveAnnualPlan(ctxOf(t.actors.bureau2), plansOf('P0003')[0]!.id)
    const ctx = ctxOf(t.actors.bureau)
    moveStage(ctx, { code: 'P0002', version: work('P0002').version, to: 'withdrawn', on: testDay, reason: '取消' })
    const { list: published } = yearList(t.actors.leader, 2025, 1)
    expect(listedWorks(published, 1)[0]?.plannedYuan).toBe(800 * wan)
    expect(changeCounts(published)).toEqual({ entered: 1, left: 1, changed: 1 })
    expect(changedWorks(published, 1).map(({ change, code, thenYuan, nowYuan }) => [change, code, thenYuan, nowYuan])).toEqual([
      ['changed', 'P0001', 800 * wan, 900 * wan],
      ['entered', 'P0003', null, 1000 * wan],
      ['left', 'P0002', null, null],
    ])
  })

  it('is superseded by a later one with a reason; both stay readable', () => {
    expect(issuesIn(() => list({ day: '2025-07-01' }))).toEqual(['reason: needs-reason'])
    expect(issuesIn(() => list({ day: '2025-03-01', reason: '调整' }))).toEqual(['day: before-previous'])
    const id = list({ day: '2025-07-01', reason: '年中调整', documentNo: '东政发〔2025〕9号' })
    planned('P0004', {})
    expect(codeOf(() => approveYearList(ctxOf(t.actors.bureau2), id))).toBe('list-moved')
    expect(yearListsOf(t.actors.bureau2, 2025).rows[0]).toMatchObject({ moved: 1, mayDecide: true, own: false })
    returnYearList(ctxOf(t.actors.bureau2), id, '有新计划')
    const again = list({ day: '2025-07-01', reason: '年中调整', documentNo: '东政发〔2025〕9号' })
    approveYearList(ctxOf(t.actors.bureau2), again)
    expect(yearListsOf(t.actors.leader, 2025).rows.map(({ revision, current, works }) => [revision, current, works])).toEqual([
      [2, true, 3],
      [1, false, 2],
    ])
    expect(yearList(t.actors.leader, 2025, 1).list.current).toBe(false)
  })

  it('may be taken back by its author only, and is refused for a year without plans', () => {
    const id = list({ day: '2025-08-01', reason: '再调整' })
    expect(codeOf(() => withdrawYearList(ctxOf(t.actors.bureau2), id))).toBe('forbidden')
    withdrawYearList(ctxOf(t.actors.bureau), id)
    expect(codeOf(() => approveYearList(ctxOf(t.actors.bureau2), id))).toBe('already-decided')
    expect(issuesIn(() => list({ year: '2022', day: '2022-03-01' }))).toEqual(['year: list-empty'])
    expect(
      orm()
        .select()
        .from(yearLists)
        .all()
        .filter(({ current }) => current),
    ).toHaveLength(1)
  })
})

describe('the four batches', () => {
  it('follow from the months of the plans and the history of stages', () => {
    planned('P0005', { startMonth: '2025-02', finishMonth: '2025-09', productionMonth: '2025-12' })
    const start = batchPage(t.actors.leader, { batch: 'start', year: 2025, page: 1 }, testDay).find(({ code }) => code === 'P0005')
    expect(start).toMatchObject({ planned: '2025-02', doneOn: '2025-01-10', state: 'done' })
    const state = (batch: 'finish' | 'operation') =>
      batchPage(t.actors.leader, { batch, year: 2025, page: 1 }, testDay).find(({ code }) => code === 'P0005')
    expect(state('finish')).toMatchObject({ planned: '2025-09', doneOn: null, state: 'overdue' })
    expect(state('operation')).toMatchObject({ planned: '2025-12', state: 'open' })
    const move = (to: 'completed' | 'construction', on: string) =>
      moveStage(ctxOf(t.actors.bureau), { code: 'P0005', version: work('P0005').version, to, on, reason: '验收' })
    move('completed', '2025-10-10')
    expect(state('finish')).toMatchObject({ doneOn: '2025-10-10', state: 'done-late' })
    move('construction', '2025-10-12')
    expect(state('finish')).toMatchObject({ doneOn: null, state: 'overdue' })
    expect(state('operation')?.state).toBe('open')
  })

  it('count what came without a plan apart', () => {
    const [, start] = batchCounts(t.actors.leader, 2025, testDay)
    expect(start).toMatchObject({ batch: 'start', planned: 1, done: 1 })
    expect(start?.unplanned).toBe(3)
    const rows = batchPage(t.actors.leader, { batch: 'start', year: 2025, page: 1 }, testDay)
    expect(rows).toHaveLength((start?.planned ?? 0) + (start?.unplanned ?? 0))
  })
})
