import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveOutput, returnOutput, submitOutput } from '../../db/commands/outputs'
import { returnUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { openConditions, worksByLight } from '../../db/queries/decisions'
import { libraryGaps, loneRoles, waitingCounts } from '../../db/queries/home-bureau'
import { accountsState, logState } from '../../db/queries/home-house'
import { askedConditions, dueMilestones, dueOutputs, dueReports, ownWaiting, ownWorks } from '../../db/queries/home-owner'
import { returnedToMe } from '../../db/queries/home-returned'
import { lateUnits, monthReporting } from '../../db/queries/month-report'
import { projectsPage } from '../../db/queries/project-list'
import { assignments, conditions, milestones, projectList, projectStages, projects, users } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { outputInput } from '../../domain/output-input'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let workId = 0
beforeEach(() => {
  t = openTestHouse({ since: '2025-06-10' })
  workId = underConstruction('P0001', t.organisations.own)
})
afterEach(() => t.close())

function underConstruction(code: string, organisationId: number): number {
  const id = orm().select().from(projects).where(eq(projects.code, code)).get()?.id ?? 0
  orm().update(projects).set({ stage: 'construction' }).where(eq(projects.id, id)).run()
  orm().insert(projectStages).values({ projectId: id, stage: 'construction', fromDay: '2024-01-01' }).run()
  orm().insert(assignments).values({ projectId: id, kind: 'owner', organisationId, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, id))
  return id
}

const report = (period: string) =>
  submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse({ code: 'P0001', period, investmentBasis: 'year', investment: '100' }))
const due = () => dueReports(ownWorks(t.actors.owner).rows, testDay)

test('a project unit is asked for the month that is due and for every earlier one since it could report', () => {
  expect(due()).toMatchObject([{ month: '2025-09', dueOn: '2025-10-09', overdueDays: 7, earlier: ['2025-07', '2025-08'] }])
  report('2025-08')
  expect(due()).toMatchObject([{ earlier: ['2025-07'] }])
  report('2025-09')
  expect(due()).toEqual([])
  expect(ownWaiting(t.actors.owner)).toBe(2)
  expect(ownWorks(t.actors.otherOwner)).toEqual({ rows: [], total: 0 })
})

test('what was sent back waits with its reason until it is handed in again, and only with its own unit', () => {
  returnUpdate(ctxOf(t.actors.bureau), report('2025-09'), '请附凭证')
  expect(returnedToMe(t.actors.owner)).toMatchObject([
    { kind: 'update', update: 'monthly', code: 'P0001', period: '2025-09', reason: '请附凭证', decider: { name: 'test-bureau' } },
  ])
  expect(returnedToMe(t.actors.otherOwner)).toEqual([])
  expect(due()).toEqual([])
  report('2025-09')
  expect(returnedToMe(t.actors.owner)).toEqual([])
})

test('a milestone is asked about from a week before its day, not once it is met or told', () => {
  const add = (name: string, baselineOn: string, metOn: string | null = null) =>
    orm()
      .insert(milestones)
      .values({ projectId: workId, position: 1, name, definition: '', proof: '', originalOn: baselineOn, baselineOn, metOn })
      .run()
  add('开工', '2025-09-30')
  add('备案', '2025-01-10', '2025-01-09')
  add('主体', '2025-10-22')
  add('投产', '2026-06-30')
  const rows = dueMilestones(t.actors.owner, testDay)
  expect(rows.map(({ name, overdueDays }) => [name, overdueDays])).toEqual([
    ['开工', 16],
    ['主体', -6],
  ])
})

test('a unit that is asked something sees the item and the work, of whatever work it is', () => {
  const asked = { projectId: workId, kind: 'land' as const, ask: '用地报批', raisedOn: '2025-09-01', state: 'open' as const }
  orm()
    .insert(conditions)
    .values({ ...asked, askedOfId: t.organisations.other })
    .run()
  expect(askedConditions(t.actors.otherOwner, testDay)).toMatchObject([{ code: 'P0001', ask: '用地报批', days: 45 }])
  expect(askedConditions(t.actors.owner, testDay)).toEqual([])
  expect(openConditions(t.actors.leader, testDay, 5)).toMatchObject({ total: 1, rows: [{ askedOf: '测试乙公司', days: 45 }] })
  expect(openConditions(t.actors.otherOwner, testDay, 5).total).toBe(0)
})

test('the output of the quarter that ended is asked of every chain the unit is tied to, until it is told', () => {
  expect(dueOutputs(t.actors.owner, testDay)).toEqual([])
  tieEnterprise(ctxOf(t.actors.bureau), { chainId: 'machinery', organisationId: t.organisations.own })
  expect(dueOutputs(t.actors.owner, testDay)).toEqual([{ chainId: 'machinery', chain: '机械制造', quarter: '2025Q3' }])
  const typed = { organisationId: String(t.organisations.own), chainId: 'machinery', quarter: '2025Q3', yearToDate: '100' }
  const submit = () => submitOutput(ctxOf(t.actors.owner), outputInput.parse(typed))
  returnOutput(ctxOf(t.actors.bureau), submit(), '口径不对')
  expect(dueOutputs(t.actors.owner, testDay)).toEqual([])
  expect(returnedToMe(t.actors.owner)).toMatchObject([{ kind: 'output', title: '机械制造', period: '2025Q3', reason: '口径不对' }])
  approveOutput(ctxOf(t.actors.bureau), submit())
  expect([...dueOutputs(t.actors.owner, testDay), ...returnedToMe(t.actors.owner)]).toEqual([])
})

test('the bureau sees what waits by kind with the oldest, and which are its own', () => {
  expect(waitingCounts(t.actors.bureau)).toEqual([])
  report('2025-08')
  report('2025-09')
  expect(waitingCounts(t.actors.bureau)).toMatchObject([{ kind: 'update', count: 2, own: 0 }])
  expect(() => waitingCounts(t.actors.leader)).toThrow('forbidden')
})

test('what the library does not know is counted as the list counts it', () => {
  const gaps = libraryGaps(t.actors.bureau)
  const rows = (filter: Parameters<typeof projectsPage>[1]) => projectsPage(t.actors.bureau, filter).totals.rows
  expect(gaps).toEqual({
    works: rows({}),
    noOwner: rows({ owner: 'none' }),
    noStage: rows({ stage: 'unknown' }),
    unconfirmed: rows({ chain: 'unconfirmed' }),
  })
})

test('a role with a single active account is named, since nobody could be its second person', () => {
  expect(loneRoles(t.actors.bureau)).toEqual([])
  orm().update(users).set({ active: false }).where(eq(users.id, t.actors.supervisor2.id)).run()
  expect(loneRoles(t.actors.supervisor)).toEqual(['supervisor'])
})

test('units that have not reported stand with their works, those with the most first, each only for who may see them', () => {
  underConstruction('P0002', t.organisations.other)
  underConstruction('P0003', t.organisations.other)
  const late = lateUnits(t.actors.bureau, 1)
  expect(late).toMatchObject({
    total: 2,
    works: 3,
    units: [{ unit: '测试乙公司', count: 2, works: [{ code: 'P0002' }, { code: 'P0003' }] }],
  })
  expect(lateUnits(t.actors.owner, 5).units.map((row) => row.unit)).toEqual(['测试甲公司'])
  const { states, resting, dueOn, moved } = monthReporting(t.actors.leader, testDay)
  expect([states.missing, resting.open, dueOn, moved]).toEqual([3, 113, '2025-10-09', true])
})

test('the worst lights come first, and among unrated works those that lack something', () => {
  const light = (days: number) => [
    { kind: 'milestone', level: 'red', reason: 'milestone-overdue', params: { name: '开工', days }, inputs: {} },
  ]
  for (const [code, days] of [
    ['P0005', 40],
    ['P0006', 90],
  ] as const)
    orm()
      .update(projectList)
      .set({ lightLevel: 'red', lateness: days, lights: light(days) as never })
      .where(eq(projectList.code, code))
      .run()
  expect(worksByLight(t.actors.leader, ['red'], 5).rows.map(({ row }) => row.code)).toEqual(['P0006', 'P0005'])
  expect(worksByLight(t.actors.leader, ['none'], 1).rows[0]).toMatchObject({ row: { code: 'P0001' }, light: { reason: 'no-plan' } })
})

test('an administrator sees accounts, an auditor the chain, neither any project', () => {
  expect(accountsState(t.actors.admin)).toMatchObject({
    all: 9,
    neverSignedIn: { count: 9 },
    mustChange: { count: 0 },
    inactive: { count: 0 },
  })
  const { head, last } = logState(t.actors.auditor)
  expect(last[0]?.seq).toBe(head?.seq)
  expect(() => accountsState(t.actors.auditor)).toThrow('forbidden')
  expect(() => logState(t.actors.bureau)).toThrow('forbidden')
  for (const actor of [t.actors.admin, t.actors.auditor]) {
    expect(() => monthReporting(actor, testDay)).toThrow('forbidden')
    expect(() => lateUnits(actor, 5)).toThrow('forbidden')
    expect(() => worksByLight(actor, ['red'], 5)).toThrow('forbidden')
  }
})
