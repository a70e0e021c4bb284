import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveOutput, returnOutput, submitOutput, withdrawOutput } from '../../db/commands/outputs'
import { approveUpdate, returnUpdate } from '../../db/commands/review-updates'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { submitCompletion, submitMilestoneUpdate, submitMonthlyUpdate } from '../../db/commands/updates'
import { outputView } from '../../db/queries/decision-chains'
import { decisionFor } from '../../db/queries/decision-view'
import { completionForm, milestoneForm } from '../../db/queries/milestone-form'
import { lastQuarter, outputForm, outputTies } from '../../db/queries/output-form'
import { reviewQueue } from '../../db/queries/review-queue'
import { monthlyForm } from '../../db/queries/update-form'
import { updateView } from '../../db/queries/update-view'
import { assignments, chainOutputs, milestoneDates, milestones, projectList, projectStages, projects } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { Refusal } from '../../domain/errors'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { completionInput, milestoneInput, monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let workId = 0
beforeEach(() => {
  t = openTestHouse()
  workId = orm().select().from(projects).where(eq(projects.code, 'P0001')).get()?.id ?? 0
  orm().update(projects).set({ stage: 'construction' }).where(eq(projects.id, workId)).run()
  orm().insert(projectStages).values({ projectId: workId, stage: 'construction', fromDay: '2024-01-01' }).run()
  orm().insert(assignments).values({ projectId: workId, kind: 'owner', organisationId: t.organisations.own, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, workId))
})
afterEach(() => t.close())

type Fields = Record<string, string>
const owner = (day = testDay) => ctxOf(t.actors.owner, day)
const clerk = (day = testDay) => ctxOf(t.actors.bureau, day)
const submit = (fields: Fields, day = testDay) =>
  submitMonthlyUpdate(owner(day), monthlyInput.parse({ code: 'P0001', period: '2025-09', investmentBasis: 'year', ...fields }))
const row = () => orm().select().from(projectList).where(eq(projectList.projectId, workId)).get()
const decision = (kind: 'update' | 'output' | 'statistics' | 'milestone-date', id: number) =>
  decisionFor(t.actors.bureau, { kind, id }, testDay)
const effect = (kind: Parameters<typeof decision>[0], id: number, code: string) =>
  decision(kind, id)?.effects.find((each) => each.code === code)?.params

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.issues.map(({ field, code }) => `${field}: ${code}`)].join(' ')
    throw error
  }
  throw new Error('it was not refused')
}

function addMilestone(name: string, baselineOn: string | null, position: number): number {
  const values = { projectId: workId, position, name, definition: '领取许可证', proof: '许可证', originalOn: baselineOn, baselineOn }
  return orm().insert(milestones).values(values).returning({ id: milestones.id }).get().id
}

describe('the queue', () => {
  test('is one list of every kind, the most urgent first, and says which are one’s own', () => {
    const update = submit({ investment: '100' }, '2025-10-15')
    tieEnterprise(clerk(), { chainId: 'building', organisationId: t.organisations.own })
    const returned = submitOutput(owner('2025-10-12'), output('1200'))
    const statistics = submitStatistics(
      clerk(),
      statisticsInput.parse({ chainId: 'building', year: '2025', throughMonth: '2025-06', output: '9000', source: '统计局' }),
    )
    const queue = reviewQueue(t.actors.bureau, testDay, null)
    expect(queue.rows.map(({ kind, id, own }) => [kind, id, own])).toEqual([
      ['output', returned, false],
      ['update', update, false],
      ['statistics', statistics, true],
    ])
    expect(queue.counts).toMatchObject({ update: 1, output: 1, statistics: 1, 'fact-sheet': 0 })
    expect(reviewQueue(t.actors.bureau, testDay, 'update').rows).toHaveLength(1)
    expect(reviewQueue(t.actors.bureau, testDay, null, 2).rows).toHaveLength(2)
  })

  test('is the bureau’s alone', () => {
    for (const role of ['owner', 'supervisor', 'leader', 'admin', 'auditor'] as const)
      expect(refusal(() => reviewQueue(t.actors[role], testDay, null))).toBe('forbidden')
    expect(refusal(() => decisionFor(t.actors.leader, { kind: 'update', id: 1 }, testDay))).toBe('forbidden')
  })

  test('takes the dates one person proposed for one work as one decision', () => {
    const ids = ['开工', '主体'].map((name, index) => addMilestone(name, null, index))
    for (const milestoneId of ids)
      orm()
        .insert(milestoneDates)
        .values({
          milestoneId,
          kind: 'first',
          plannedOn: '2025-12-01',
          status: 'submitted',
          submittedBy: t.actors.owner.id,
          submittedAt: '2025-10-15T01:00:00.000Z',
        })
        .run()
    const [item] = reviewQueue(t.actors.bureau, testDay, 'milestone-date').rows
    expect(item).toMatchObject({ about: { dates: 2 } })
    expect(decision('milestone-date', item?.id ?? 0)).toMatchObject({ ids: [1, 2], lines: [{ name: '开工' }, { name: '主体' }] })
  })

  test('has nothing under a number that does not exist', () => {
    for (const kind of ['update', 'output', 'statistics', 'milestone-date'] as const) expect(decision(kind, 999)).toBeNull()
  })
})

describe('what approval will change is what it changes', () => {
  test('of a month: the work’s sum, its chain’s, its light', () => {
    approveUpdate(clerk(), submit({ period: '2025-08', investment: '1000' }))
    const id = submit({ investment: '1500' })
    expect(effect('update', id, 'project-invested')).toEqual({ before: '≥ 1,000.00', after: '≥ 1,500.00' })
    const told = effect('update', id, 'chain-invested') ?? effect('update', id, 'sector-invested')
    expect(told).toMatchObject({ change: '+0.05', known: 1 })
    expect(row()?.approvedYuan).toBe(10_000_000)
    approveUpdate(clerk(), id)
    expect(row()?.approvedYuan).toBe(15_000_000)
    expect(decision('update', id)?.effects).toEqual([])
  })

  test('of a milestone: the light it turns', () => {
    const milestoneId = addMilestone('开工', '2025-07-08', 1)
    orm().transaction((tx) => refreshProject(tx, testDay, workId))
    const id = submitMilestoneUpdate(
      owner(),
      milestoneInput.parse({ code: 'P0001', milestoneId: String(milestoneId), metOn: '2025-10-10' }),
    )
    expect(effect('update', id, 'light')).toEqual({ kind: 'milestone', from: 'red', to: 'green' })
    approveUpdate(clerk(), id)
    expect(row()?.lights.find((light) => light.kind === 'milestone')?.level).toBe('green')
  })

  test('of a finished work: its stage and its final figure', () => {
    const id = submitCompletion(
      owner(),
      completionInput.parse({ code: 'P0001', completedOn: '2023-06-30', final: '4200', documentNo: '9号' }),
    )
    expect(decision('update', id)?.effects.map(({ code }) => code)).toContain('completed')
    expect(effect('update', id, 'project-invested')).toEqual({ before: '—', after: '4,200.00' })
  })

  test('of a return and of statistics: the chain’s output with its coverage', () => {
    tieEnterprise(clerk(), { chainId: 'building', organisationId: t.organisations.own })
    const all = orm().select().from(chainOutputs).where(eq(chainOutputs.chainId, 'building')).get()
    const id = submitOutput(owner(), output('124000'))
    const tied = (all?.known ?? 0) + (all?.unknown ?? 0)
    expect(effect('output', id, 'chain-output')).toMatchObject({ before: '—', after: tied > 1 ? '≥ 12.40' : '12.40', known: 1, all: tied })
    approveOutput(clerk(), id)
    expect(orm().select().from(chainOutputs).where(eq(chainOutputs.chainId, 'building')).get()).toMatchObject({
      yuan: 1_240_000_000,
      known: 1,
    })
    const statistics = submitStatistics(
      clerk(),
      statisticsInput.parse({ chainId: 'building', year: '2025', throughMonth: '2025-09', output: '200000', source: '统计局' }),
    )
    expect(effect('statistics', statistics, 'chain-statistics')).toMatchObject({ after: '20.00' })
    expect(refusal(() => approveStatistics(clerk(), statistics))).toBe('not-self')
    approveStatistics(ctxOf(t.actors.bureau2), statistics)
    expect(orm().select().from(chainOutputs).where(eq(chainOutputs.chainId, 'building')).get()).toMatchObject({
      yuan: 2_000_000_000,
      source: 'statistics',
    })
  })
})

describe('one update', () => {
  test('is read by its unit and by those who see all works, without what a chain will become', () => {
    const id = submit({ investment: '100' })
    expect(updateView(t.actors.owner, id, testDay)).toMatchObject({ mayWithdraw: true, effects: [], own: true })
    expect(updateView(t.actors.leader, id, testDay)).toMatchObject({ mayWithdraw: false, effects: [] })
    expect(refusal(() => updateView(t.actors.otherOwner, id, testDay))).toBe('not-found')
    expect(refusal(() => updateView(t.actors.admin, id, testDay))).toBe('forbidden')
    expect(refusal(() => updateView(t.actors.owner, 999, testDay))).toBe('not-found')
  })

  test('keeps saying what stood before it, however much is approved later', () => {
    approveUpdate(clerk('2025-10-10'), submit({ period: '2025-08', investment: '1000' }, '2025-10-10'))
    const id = submit({ investment: '1500' }, '2025-10-11')
    approveUpdate(clerk('2025-10-12'), id)
    approveUpdate(clerk('2025-10-14'), submit({ period: '2025-08', investment: '1200', revisionReason: '漏报' }, '2025-10-13'))
    const view = updateView(t.actors.owner, id, testDay)
    expect(view.lines[0]).toMatchObject({ field: 'invested', before: { value: 10_000_000 }, now: { value: 15_000_000 } })
    expect(view.decided).toMatchObject({ by: { name: 'test-bureau' } })
  })

  test('names the tries before it with their reasons, and the one after it', () => {
    const first = submit({ investment: '100' })
    returnUpdate(clerk(), first, '请附凭证')
    const second = submit({ investment: '110' })
    expect(updateView(t.actors.owner, second, testDay).tries).toMatchObject([
      { id: first, status: 'returned', reason: '请附凭证', decidedBy: 'test-bureau' },
    ])
    expect(updateView(t.actors.owner, first, testDay).laterId).toBe(second)
  })

  test('keeps the forecast that a milestone had before it', () => {
    const milestoneId = addMilestone('开工', '2025-11-08', 1)
    const forecast = (forecastOn: string, day: string) =>
      submitMilestoneUpdate(owner(day), milestoneInput.parse({ code: 'P0001', milestoneId: String(milestoneId), forecastOn, reason: '雨' }))
    approveUpdate(clerk('2025-10-11'), forecast('2025-12-01', '2025-10-10'))
    const second = forecast('2025-12-20', '2025-10-12')
    approveUpdate(clerk('2025-10-13'), second)
    expect(updateView(t.actors.owner, second, testDay).lines[0]).toMatchObject({
      before: { value: '2025-12-01' },
      now: { value: '2025-12-20' },
    })
  })
})

const output = (yearToDate: string, more: Fields = {}) =>
  outputInput.parse({ organisationId: String(t.organisations.own), chainId: 'building', quarter: '2025Q3', yearToDate, ...more })

describe('an output return', () => {
  beforeEach(() => tieEnterprise(clerk(), { chainId: 'building', organisationId: t.organisations.own }))

  test('is one’s own enterprise’s, of a quarter that is over, in a chain it belongs to', () => {
    expect(refusal(() => submitOutput(ctxOf(t.actors.otherOwner), output('1')))).toBe('not-found')
    expect(refusal(() => submitOutput(owner(), output('1', { quarter: '2025Q4' })))).toBe('invalid quarter: quarter-not-over')
    expect(refusal(() => submitOutput(owner(), output('1', { chainId: 'food' })))).toBe('invalid organisationId: not-tied')
    expect(refusal(() => submitOutput(owner(), output('-1')))).toBe('invalid yearToDate: not-positive')
    expect(refusal(() => submitOutput(clerk(), output('1')))).toContain('on-behalf-needs-source')
    expect(refusal(() => submitOutput(ctxOf(t.actors.leader), output('1')))).toBe('forbidden')
  })

  test('is one while it is open; returned it is tried again, approved it is corrected with a reason', () => {
    const first = submitOutput(owner(), output('1200'))
    expect(refusal(() => submitOutput(owner(), output('1300')))).toBe('one-open')
    returnOutput(clerk(), first, '请核对单位')
    const second = submitOutput(owner(), output('1300'))
    expect(outputView(t.actors.owner, second)).toMatchObject({ attempt: 2, tries: [{ reason: '请核对单位' }], mayWithdraw: true })
    approveOutput(clerk(), second)
    expect(refusal(() => submitOutput(owner(), output('1400')))).toBe('invalid revisionReason: revision-needs-reason')
    const third = submitOutput(owner(), output('1400', { revisionReason: '漏计' }))
    expect(outputView(t.actors.owner, third).lines[0]).toMatchObject({ before: { value: 13_000_000 }, now: { value: 14_000_000 } })
    withdrawOutput(owner(), third)
    expect(refusal(() => approveOutput(clerk(), third))).toBe('already-decided')
  })

  test('is seen by its enterprise and by those who see all works only', () => {
    const id = submitOutput(owner(), output('1200'))
    expect(refusal(() => outputView(t.actors.otherOwner, id))).toBe('not-found')
    expect(refusal(() => outputView(t.actors.admin, id))).toBe('forbidden')
    expect(outputView(t.actors.leader, id).lines[0]?.now.value).toBe(12_000_000)
  })

  test('has a form of the enterprises one may tell of, for the last whole quarter', () => {
    expect([lastQuarter('2021-03-01'), lastQuarter('2025-12-31'), lastQuarter('2026-11-24'), lastQuarter('2027-02-28')]).toEqual([
      '2020Q4',
      '2025Q3',
      '2026Q3',
      '2026Q4',
    ])
    expect(outputTies(t.actors.owner).map((tie) => tie.chainId)).toEqual(['building'])
    expect(outputTies(t.actors.otherOwner)).toEqual([])
    expect(refusal(() => outputTies(t.actors.leader))).toBe('forbidden')
    const [tie] = outputTies(t.actors.owner)
    if (!tie) throw new Error('no tie')
    approveOutput(clerk(), submitOutput(owner(), output('900', { quarter: '2025Q2' })))
    expect(outputForm(t.actors.owner, tie, '2025Q3', testDay)).toMatchObject({ before: { yearToDateYuan: 9_000_000 }, tries: [] })
    expect(refusal(() => outputForm(t.actors.otherOwner, tie, '2025Q3', testDay))).toBe('forbidden')
  })
})

describe('the forms', () => {
  test('are for the work’s own unit and the bureau; for others the work is not there, or not theirs to report', () => {
    const milestoneId = addMilestone('开工', '2025-11-08', 1)
    for (const open of [
      (actor: typeof t.actors.owner) => monthlyForm(actor, 'P0001', '2025-09', testDay),
      (actor: typeof t.actors.owner) => milestoneForm(actor, 'P0001', milestoneId),
      (actor: typeof t.actors.owner) => completionForm(actor, 'P0001'),
    ]) {
      expect(open(t.actors.owner).work.code).toBe('P0001')
      expect(open(t.actors.bureau).work.code).toBe('P0001')
      expect(refusal(() => open(t.actors.otherOwner))).toBe('not-found')
      expect(refusal(() => open(t.actors.leader))).toBe('forbidden')
    }
    expect(refusal(() => monthlyForm(t.actors.owner, 'P9999', '2025-09', testDay))).toBe('not-found')
  })

  test('list every month since the plan began, and begin a returned month with what was returned', () => {
    returnUpdate(clerk(), submit({ investment: '1234.5', percent: '40' }), '请附凭证')
    const form = monthlyForm(t.actors.owner, 'P0001', '2025-09', testDay)
    expect(form.values).toMatchObject({ investment: '1234.5', investmentBasis: 'year', percent: '40' })
    expect(form.months.map(({ month }) => month).filter((month) => month.endsWith('-01'))).toEqual([
      '2025-01',
      '2024-01',
      '2023-01',
      '2022-01',
      '2021-01',
    ])
    expect(form.report.state).toBe('returned')
    expect(monthlyForm(t.actors.owner, 'P0001', '2024-05', testDay)).toMatchObject({ past: true, report: { state: 'before-reporting' } })
  })
})
