import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chainDocument } from '../../app/api/v1/chains/documents'
import { orm } from '../../db/client'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveOutput, submitOutput } from '../../db/commands/outputs'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { chainDetail } from '../../db/queries/chain'
import { chainOverview, chainSum, outputRef } from '../../db/queries/chains'
import { sectorOverview } from '../../db/queries/sectors'
import { annualPlans, projectList, projects, updates, visits } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { chainsShape } from '../../domain/api/rollups'
import { messagesFor } from '../../domain/messages'
import { outputInput, statisticsInput } from '../../domain/output-input'
import type { ChainId } from '../../domain/plan'
import { addOrganisation, ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { publishedLock } from '../support/locks'
import { siteIn, sixty, visitBy } from '../support/sites'
import { giveWork } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

function firm(name: string, chainId: ChainId): number {
  const organisationId = addOrganisation(name, 'company')
  tieEnterprise(ctxOf(t.actors.bureau), { chainId, organisationId })
  return organisationId
}

/** Entered by the bureau on behalf and approved by another. */
function returned(organisationId: number, chainId: ChainId, yearToDate: string, quarter = '2025Q3') {
  const onBehalf = { onBehalfSource: '电话', onBehalfOn: testDay }
  const input = outputInput.parse({ organisationId: String(organisationId), chainId, quarter, yearToDate, ...onBehalf })
  const id = submitOutput(ctxOf(t.actors.bureau), input)
  approveOutput(ctxOf(t.actors.bureau2), id)
  return id
}

const overview = (chainId: ChainId, actor: UserActor = t.actors.leader) => {
  const row = chainOverview(actor, testDay).find(({ chain }) => chain.id === chainId)
  if (!row) throw new Error(chainId)
  return row
}

test('a chain without a return has no output and no light, and no target is no zero', () => {
  const [machinery, food] = [overview('machinery'), overview('food')]
  expect(machinery.output).toMatchObject({ yuan: null, known: 0, source: 'none', through: null })
  expect(machinery.light).toMatchObject({ level: 'none', reason: 'no-output' })
  expect(food.chain.target).toBeNull()
  expect(food.light.reason).toBe('no-target')
  expect(chainSum(chainOverview(t.actors.leader, testDay)).output).toEqual({ yuan: null, known: 0, unknown: 9 })
  expect(chainSum(chainOverview(t.actors.leader, testDay)).target).toEqual({ yuan: 42_000_000_000, known: 8, unknown: 1 })
})

test('a partial sum is a lower bound: it can be green, and is otherwise not rated, until every enterprise has told', () => {
  const [a, b] = [firm('甲厂', 'digital'), firm('乙厂', 'digital')]
  returned(a, 'digital', '100000')
  expect(overview('digital').output).toMatchObject({ yuan: 1_000_000_000, known: 1, unknown: 1, through: '2025-09' })
  expect(overview('digital').light).toMatchObject({ level: 'none', reason: 'chain-partial', params: { known: 1, all: 2 } })
  returned(b, 'digital', '20000')
  expect(overview('digital').light).toMatchObject({ level: 'red', reason: 'chain-behind' })
})

test('statistics take the place of the sum once another person has confirmed them', () => {
  returned(firm('甲厂', 'digital'), 'digital', '100000')
  const typed = { chainId: 'digital', year: '2025', throughMonth: '2025-09', output: '300000', source: '县统计局' }
  const id = submitStatistics(ctxOf(t.actors.bureau), statisticsInput.parse(typed))
  expect(overview('digital').output).toMatchObject({ yuan: 1_000_000_000, source: 'enterprises' })
  expect(() => approveStatistics(ctxOf(t.actors.bureau), id)).toThrow('not-self')
  approveStatistics(ctxOf(t.actors.bureau2), id)
  expect(overview('digital').output).toMatchObject({ yuan: 3_000_000_000, source: 'statistics', known: 1, unknown: 0 })
  expect(chainDetail(t.actors.bureau, 'digital', testDay, 1).inside?.statistics[0]).toMatchObject({
    source: '县统计局',
    submitter: { name: 'test-bureau' },
    decider: { name: 'test-bureau2' },
  })
})

test('a project unit is told what was published of a chain of three enterprises, never what stands now, and of no enterprise but itself', () => {
  tieEnterprise(ctxOf(t.actors.bureau), { chainId: 'digital', organisationId: t.organisations.own })
  returned(t.organisations.own, 'digital', '100')
  const other = firm('乙厂', 'digital')
  returned(other, 'digital', '200')
  const told = () => overview('digital', t.actors.owner)
  expect(told()).toMatchObject({ output: null, expected: null, light: { level: 'none', reason: 'output-not-told' } })
  expect(chainSum(chainOverview(t.actors.owner, testDay)).output.known).toBe(0)
  publishedLock(t, '2025-09')
  returned(firm('丙厂', 'digital'), 'digital', '300')
  expect(told()).toMatchObject({ output: null, published: null })
  publishedLock(t, '2025-10', '2025-11-16')
  expect(told()).toMatchObject({ output: { yuan: 6_000_000, known: 3 }, published: { period: '2025-10', revision: 1 } })
  returned(firm('丁厂', 'digital'), 'digital', '900')
  expect(told().output).toMatchObject({ yuan: 6_000_000, known: 3 })
  expect(overview('digital').output).toMatchObject({ yuan: 15_000_000 })
  const detail = chainDetail(t.actors.owner, 'digital', testDay, 1)
  expect(detail.enterprises.rows.map((row) => row.organisationId)).toEqual([t.organisations.own])
  expect(detail.inside).toBeNull()
  expect(outputRef(t.actors.owner, told())).toBeNull()
})

test('a chain page names who is missing, and accounts for each figure', () => {
  const [a] = [firm('甲厂', 'digital'), firm('乙厂', 'digital')]
  returned(a, 'digital', '100', '2025Q2')
  const id = returned(a, 'digital', '150')
  const { enterprises, inside, years } = chainDetail(t.actors.leader, 'digital', testDay, 1)
  expect(inside?.missing).toEqual(['乙厂'])
  expect(enterprises.rows[0]?.last).toMatchObject({
    id,
    quarter: '2025Q3',
    yuan: 1_500_000,
    before: { quarter: '2025Q2', yuan: 1_000_000 },
  })
  expect(enterprises.rows[0]?.last).toMatchObject({ onBehalfSource: '电话', submitter: { name: 'test-bureau' } })
  expect(enterprises.rows[1]).toMatchObject({ name: '乙厂', last: null, basis: 'confirmed' })
  expect(years.map((row) => row.year)).toEqual([2025])
  expect(() => chainDetail(t.actors.leader, 'steel', testDay, 1)).toThrow('not-found')
  expect(() => chainDetail(t.actors.admin, 'digital', testDay, 1)).toThrow('forbidden')
})

test('investment by year keeps plan, reported and approved apart, each with how many works it knows', () => {
  const inChain = orm().select({ id: projectList.projectId }).from(projectList).where(eq(projectList.chainId, 'tourism')).all()
  const [first, second] = inChain.map((row) => row.id)
  if (first === undefined || second === undefined) throw new Error('two works wanted')
  const by = { submittedBy: t.actors.bureau.id, submittedAt: '2025-10-01T00:00:00.000Z' }
  const month = (projectId: number, period: string, yearToDateYuan: number | null, status: 'approved' | 'submitted') =>
    orm()
      .insert(updates)
      .values({
        projectId,
        kind: 'monthly',
        period,
        status,
        current: status === 'approved',
        revision: 1,
        yearToDateYuan,
        warnings: [],
        timing: 'on-time',
        submittedOn: '2025-10-01',
        ...by,
      })
      .run()
  month(first, '2024-12', 500, 'approved')
  month(first, '2025-03', 100, 'approved')
  month(first, '2025-08', 300, 'approved')
  month(first, '2025-09', null, 'approved')
  month(second, '2025-06', 40, 'approved')
  month(second, '2025-09', 90, 'submitted')
  orm()
    .insert(annualPlans)
    .values({ projectId: first, year: 2025, status: 'approved', current: true, plannedYuan: 900, ...by })
    .run()
  const all = inChain.length
  const [now, before] = chainDetail(t.actors.leader, 'tourism', testDay, 1).investment
  expect(now).toEqual({
    year: 2025,
    plan: { yuan: 900, known: 1, unknown: all - 1 },
    reported: { yuan: 390, known: 2, unknown: all - 2, from: '2025-08', through: '2025-09' },
    approved: { yuan: 340, known: 2, unknown: all - 2, from: '2025-06', through: '2025-08' },
  })
  expect(before).toMatchObject({ year: 2024, plan: { yuan: null, known: 0 }, approved: { yuan: 500, known: 1 } })
})

test('each work says why it is in the chain, and only the bureau’s words stand for what it confirmed', () => {
  const work = orm().select().from(projects).where(eq(projects.code, 'P0002')).get()
  const stated = chainDetail(t.actors.leader, 'chemicals', testDay, 1).works.rows.find(({ row }) => row.code === 'P0002')
  expect(stated).toMatchObject({ basis: 'stated', clause: { line: 707 } })
  orm()
    .update(projects)
    .set({ chainBasis: 'confirmed', chainReason: '按合同' })
    .where(eq(projects.id, work?.id ?? 0))
    .run()
  const confirmed = chainDetail(t.actors.leader, 'chemicals', testDay, 1).works.rows.find(({ row }) => row.code === 'P0002')
  expect(confirmed).toMatchObject({ basis: 'confirmed', clause: null, reason: '按合同' })
})

test('the API says the same in the shape that is published, in both languages', () => {
  const id = returned(firm('甲厂', 'digital'), 'digital', '100000')
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const actor of [t.actors.leader, t.actors.owner]) {
      const items = chainOverview(actor, testDay).map((row) => chainDocument(row, outputRef(actor, row), messagesFor(locale)))
      const { items: parsed } = chainsShape.parse({ items })
      expect(parsed).toHaveLength(9)
    }
  }
  const document = chainDocument(overview('digital'), outputRef(t.actors.leader, overview('digital')), messagesFor('en'))
  expect(document.output).toEqual({
    yuan: 1_000_000_000,
    known: 1,
    unknown: 0,
    period: '2025-09',
    published: null,
    source: { kind: 'derived', ref: String(id) },
  })
})

test('what a visit saw stands beside the chain’s works and changes no figure of the chain', () => {
  const { code } = orm().select({ code: projectList.code }).from(projectList).where(eq(projectList.chainId, 'tourism')).get()!
  giveWork(t, code)
  const detail = (actor: UserActor) => chainDetail(actor, 'tourism', testDay, 1)
  const rolledUp = () => {
    const { head, years, investment, enterprises, inside } = detail(t.actors.leader)
    return JSON.stringify([
      head,
      years,
      investment,
      enterprises,
      inside,
      chainOverview(t.actors.leader, testDay),
      sectorOverview(t.actors.leader),
    ])
  }
  const seen = (actor: UserActor) => detail(actor).works.rows.find(({ row }) => row.code === code)?.seen
  const site = siteIn(t, code)
  const before = rolledUp()
  expect(seen(t.actors.leader)).toBeNull()
  const visitId = visitBy(t.actors.supervisor, site, { figures: [sixty], rating: 'red' })
  expect(seen(t.actors.leader)).toEqual({ visitId, visitedOn: testDay, round: '三季度专项督查', told: 80, seen: 60 })
  expect(seen(t.actors.owner)).toMatchObject({ told: 80, seen: 60 })
  expect(rolledUp()).toBe(before)
})

test('the last visit that could check it says how far a work is; one in dispute says nothing', () => {
  const { code } = orm().select({ code: projectList.code }).from(projectList).where(eq(projectList.chainId, 'tourism')).get()!
  giveWork(t, code)
  const site = siteIn(t, code)
  const seen = () => chainDetail(t.actors.leader, 'tourism', testDay, 1).works.rows.find(({ row }) => row.code === code)?.seen
  const first = visitBy(t.actors.supervisor, site, { figures: [sixty], rating: null })
  visitBy(t.actors.supervisor, site, { figures: [{ figure: 'percent', result: 'unchecked', why: '下雨' }], rating: null })
  expect(seen()).toMatchObject({ visitId: first, seen: 60 })
  const agreeing = visitBy(t.actors.supervisor2, site, { figures: [{ figure: 'percent', result: 'agrees', approved: 65 }], rating: null })
  expect(seen()).toMatchObject({ visitId: agreeing, told: 65, seen: 65 })
  orm().update(visits).set({ conflict: 'not-assigned' }).where(eq(visits.id, agreeing)).run()
  expect(seen()).toMatchObject({ visitId: first })
})
