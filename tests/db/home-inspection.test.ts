import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { chainOverview } from '../../db/queries/chains'
import { openConditions, worksByLight } from '../../db/queries/decisions'
import { differenceTasks } from '../../db/queries/differences'
import { findingTasks } from '../../db/queries/finding-tasks'
import { libraryGaps, waitingCounts } from '../../db/queries/home-bureau'
import { bulletinsToIssue, differencesWaiting, latestBulletin, visitsToSettle } from '../../db/queries/home-inspection'
import { askedConditions, dueMilestones, dueOutputs, dueReports, ownWaiting, ownWorks } from '../../db/queries/home-owner'
import { returnedToMe } from '../../db/queries/home-returned'
import { joinedRounds, roundsOnTheGo } from '../../db/queries/home-rounds'
import { lateUnits, monthReporting } from '../../db/queries/month-report'
import { ratingTasks } from '../../db/queries/ratings'
import { materialRequests } from '../../db/queries/round-materials'
import { bulletins, rounds, visits } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { finding } from '../support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { askFor, findingIn, makeRound, move, nameTeam, nameWorks, notifiedRound, sendNotice } from '../support/rounds'
import { siteIn, sixty, visitBy } from '../support/sites'
import { giveWork } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
})
afterEach(() => t.close())

const title = '四不两直走访'
const leader = { name: '周组长', unit: '督查室', duty: 'leader', username: 'test-supervisor' }

/** An unannounced round with two works of the owner, a team with a bureau member, and materials asked for. */
function sealedRound(): number {
  const id = makeRound(t, { title, announcement: 'unannounced', kind: 'joint' })
  nameWorks(t, id, ['P0001', 'P0002'])
  nameTeam(t, id, [leader, { name: '谭工', unit: '发改局', duty: 'member', username: 'test-bureau' }])
  askFor(t, id)
  return id
}

/** All that a home page reads (app/page.tsx), as text. */
const homes: Record<'owner' | 'bureau' | 'leader', (actor: UserActor) => unknown> = {
  owner: (actor) => {
    const works = ownWorks(actor)
    const month = [returnedToMe(actor), dueReports(works.rows, testDay), dueMilestones(actor, testDay), askedConditions(actor, testDay)]
    const asked = [materialRequests(actor, testDay), findingTasks(actor, testDay), ratingTasks(actor, testDay), differenceTasks(actor)]
    return [works, month, dueOutputs(actor, testDay), ownWaiting(actor), asked]
  },
  bureau: (actor) => [
    [waitingCounts(actor), libraryGaps(actor), lateUnits(actor, 20), monthReporting(actor, testDay)],
    [findingTasks(actor, testDay), differencesWaiting(actor), joinedRounds(actor)],
  ],
  leader: (actor) => [
    [chainOverview(actor, testDay), openConditions(actor, testDay, 5), worksByLight(actor, ['red'], 10), lateUnits(actor, 10)],
    [monthReporting(actor, testDay), findingTasks(actor, testDay), latestBulletin(actor)],
  ],
}
const homeOf = (role: keyof typeof homes): string => JSON.stringify(homes[role](t.actors[role]))
const allHomes = () => (['owner', 'bureau', 'leader'] as const).map(homeOf)

test('a sealed round stands on the supervisors’ home alone: not a word and not a count of it anywhere else', () => {
  const before = allHomes()
  const id = sealedRound()
  expect(allHomes()).toEqual(before)
  expect(roundsOnTheGo(t.actors.supervisor2)).toMatchObject({ total: 1, rows: [{ id, title, next: 'visit', works: 2, visited: 0 }] })
  for (const actor of [t.actors.owner, t.actors.bureau, t.actors.leader, t.actors.admin, t.actors.auditor])
    expect(() => roundsOnTheGo(actor)).toThrow('forbidden')
})

test('a draft of an announced round is as silent, and its notice is what the unit hears', async () => {
  const before = allHomes()
  const draft = makeRound(t, { title, quarter: '2025Q2' })
  nameWorks(t, draft, ['P0001'])
  askFor(t, draft)
  expect(allHomes()).toEqual(before)
  await notifiedRound(t, ['P0003'])
  expect(materialRequests(t.actors.owner, testDay)).toMatchObject([
    { code: 'P0003', asked: 2, left: 2, dueOn: '2025-10-18', overdue: false },
  ])
  expect(materialRequests(t.actors.otherOwner, testDay)).toEqual([])
})

test('a visit opens its own work and nothing else of an unannounced list, until visits are ended', () => {
  const id = sealedRound()
  const seen = visitBy(t.actors.supervisor, { round: id, code: 'P0001' }, { figures: [sixty], rating: null })
  for (const text of allHomes()) expect(text).not.toContain(title)
  expect(differencesWaiting(t.actors.bureau2)).toEqual({ open: 1, own: 0, asked: 0 })
  expect(materialRequests(t.actors.owner, testDay)).toEqual([])
  expect(joinedRounds(t.actors.bureau)).toEqual([])
  expect(seen).toBeGreaterThan(0)
  move(t, id, 'end')
  expect(materialRequests(t.actors.owner, testDay).map(({ code }) => code)).toEqual(['P0001', 'P0002'])
})

test('a named member of a joint round finds it once its notice is out, and nobody else does', async () => {
  const id = makeRound(t, { title: '联合督查', kind: 'joint' })
  nameWorks(t, id, ['P0001'])
  nameTeam(t, id, [leader, { name: '谭工', unit: '发改局', duty: 'member', username: 'test-bureau' }])
  expect(joinedRounds(t.actors.bureau)).toEqual([])
  await sendNotice(t, id)
  expect(joinedRounds(t.actors.bureau)).toEqual([{ id, title: '联合督查', works: 1 }])
  expect(joinedRounds(t.actors.bureau2)).toEqual([])
})

test('whoever saw a figure does not decide of it: the bureau is told how many wait for another', () => {
  const site = siteIn(t, 'P0001', {
    fields: { kind: 'joint' },
    team: [{ name: '谭工', unit: '发改局', duty: 'member', username: 'test-bureau' }],
  })
  visitBy(t.actors.bureau, site, { figures: [sixty], rating: null })
  expect(differencesWaiting(t.actors.bureau)).toEqual({ open: 0, own: 1, asked: 0 })
  expect(differencesWaiting(t.actors.bureau2)).toEqual({ open: 1, own: 0, asked: 0 })
  expect(() => differencesWaiting(t.actors.supervisor)).toThrow('forbidden')
})

test('a visit in dispute waits for another supervisor than its inspector, one that is only pointed at for nobody', () => {
  const site = siteIn(t, 'P0001')
  const disputed = visitBy(t.actors.supervisor, site)
  orm().update(visits).set({ conflict: 'not-assigned' }).where(eq(visits.id, disputed)).run()
  const changed = visitBy(t.actors.supervisor, site)
  orm().update(visits).set({ conflict: 'changed' }).where(eq(visits.id, changed)).run()
  expect(visitsToSettle(t.actors.supervisor)).toEqual({ rows: [], total: 0 })
  expect(visitsToSettle(t.actors.supervisor2)).toMatchObject({
    total: 1,
    rows: [{ id: disputed, code: 'P0001', conflict: 'not-assigned' }],
  })
  expect(() => visitsToSettle(t.actors.bureau)).toThrow('forbidden')
})

test('a bulletin waits for neither who drafted nor who proposed it; the last issued one is the leader’s', () => {
  const { round } = siteIn(t, 'P0001')
  const row = { roundId: round, texts: {} as never, draftedAt: '2025-10-16T01:00:00.000Z' }
  const { supervisor, supervisor2 } = t.actors
  const add = (more: Partial<typeof bulletins.$inferInsert>) =>
    orm()
      .insert(bulletins)
      .values({ ...row, kind: 'bulletin', state: 'proposed', title: '三季度通报', draftedBy: supervisor.id, ...more })
      .returning({ id: bulletins.id })
      .get().id
  const id = add({})
  expect(bulletinsToIssue(supervisor)).toEqual([])
  expect(bulletinsToIssue(supervisor2)).toEqual([{ id, title: '三季度通报' }])
  orm().update(bulletins).set({ proposedBy: supervisor2.id }).where(eq(bulletins.id, id)).run()
  expect(bulletinsToIssue(supervisor2)).toEqual([])
  expect(latestBulletin(t.actors.leader)).toBeNull()
  orm().update(bulletins).set({ state: 'issued', issuedOn: '2025-10-20' }).where(eq(bulletins.id, id)).run()
  add({ kind: 'erratum', state: 'issued', issuedOn: '2025-10-30', title: '更正' })
  expect(latestBulletin(t.actors.leader)).toMatchObject({ id, title: '三季度通报', day: '2025-10-20' })
  expect(() => latestBulletin(t.actors.owner)).toThrow('forbidden')
})

test('a round on the go says how far it has come, and is gone when it is given up', async () => {
  const id = await notifiedRound(t, ['P0001', 'P0002'])
  const going = () => roundsOnTheGo(t.actors.supervisor).rows[0]
  expect(going()).toMatchObject({ id, state: 'notified', next: 'visit', visited: 0, works: 2, findingsOpen: 0, bulletinId: null })
  for (const code of ['P0001', 'P0002']) visitBy(t.actors.supervisor, { round: id, code }, { rating: null })
  const { id: found } = findingIn(t, id, 'P0001')
  expect(going()).toMatchObject({ state: 'under-way', next: 'end', visited: 2, findingsOpen: 1 })
  finding.propose(ctxOf(t.actors.supervisor), found)
  finding.confirm(ctxOf(t.actors.supervisor2), found)
  expect(going()).toMatchObject({ findingsOpen: 0 })
  move(t, id, 'end')
  expect(going()).toMatchObject({ next: 'draft' })
  const given = makeRound(t, { title, quarter: '2025Q1' })
  expect(roundsOnTheGo(t.actors.supervisor).total).toBe(2)
  orm().update(rounds).set({ state: 'abandoned' }).where(eq(rounds.id, given)).run()
  expect(roundsOnTheGo(t.actors.supervisor).total).toBe(1)
})
