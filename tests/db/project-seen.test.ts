import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { answerRating } from '../../db/commands/ratings'
import { projectHead } from '../../db/queries/project'
import { projectFindings } from '../../db/queries/project-findings'
import { projectHistory } from '../../db/queries/project-history'
import { projectRecord } from '../../db/queries/project-record'
import { projectVisits } from '../../db/queries/project-visits'
import { ratingsOf } from '../../db/queries/ratings'
import { seenOf } from '../../db/queries/visit-seen'
import { rounds, visits } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { layersOf, seenLayer } from '../../domain/project-layers'
import { ratingAnswer } from '../../domain/seen-input'
import { finding } from '../support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { findingIn, makeRound, nameTeam, nameWorks } from '../support/rounds'
import { ratingRows, type Site, siteIn, sixty, visitBy } from '../support/sites'
import { typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

let site: Site
let number = 1
beforeEach(() => {
  const code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
  site = siteIn(t, code)
})

const visitsFor = (actor: UserActor) => projectVisits(projectHead(actor, site.code))
const idsFor = (actor: UserActor) => visitsFor(actor).rows.map(({ id }) => id)
const seesOf = (actor: UserActor, code = site.code) => seenLayer(seenOf(actor, code), projectRecord(projectHead(actor, code)).updates)

test('what was seen is a layer of its own: the others stay as they were, and its account leads to the visit', () => {
  const layers = () => {
    const record = projectRecord(projectHead(t.actors.bureau, site.code))
    return [layersOf(record.updates, []), projectHead(t.actors.bureau, site.code).row]
  }
  const before = JSON.stringify(layers())
  const id = visitBy(t.actors.supervisor, site, { figures: [sixty], rating: null })
  expect(JSON.stringify(layers())).toBe(before)
  for (const actor of [t.actors.owner, t.actors.leader, t.actors.bureau])
    expect(seesOf(actor).of.get('percent')).toMatchObject({ value: 60, approved: 80, visitId: id, visitedOn: testDay })
  expect(visitsFor(t.actors.owner)).toMatchObject({ total: 1, last: { on: testDay }, rows: [{ id, counts: true }] })
})

test('a figure nobody could check says why; a work nobody went to says that', () => {
  expect(visitsFor(t.actors.leader)).toEqual({ rows: [], total: 0, last: null })
  visitBy(t.actors.supervisor, site, { figures: [{ figure: 'quantity', result: 'unchecked', why: '门锁着' }], rating: null })
  expect(seesOf(t.actors.leader).of.has('quantity')).toBe(false)
  expect(visitsFor(t.actors.leader).last?.unchecked.get('quantity')).toBe('门锁着')
})

test('a visit in dispute is the supervisors’ alone until the list is open, and never the unit’s', () => {
  const counted = visitBy(t.actors.supervisor, site, { rating: null })
  const disputed = visitBy(t.actors.supervisor2, site, { rating: null })
  orm().update(visits).set({ conflict: 'not-in-scope' }).where(eq(visits.id, disputed)).run()
  const events = (actor: UserActor) =>
    projectHistory(projectHead(actor, site.code), null).rows.filter(({ action }) => action.startsWith('visit.')).length
  const hide = (listOpenedAt: string | null) => orm().update(rounds).set({ listOpenedAt }).where(eq(rounds.id, site.round)).run()
  const counts = () => [t.actors.supervisor, t.actors.bureau, t.actors.owner].map((actor) => [visitsFor(actor).total, events(actor)])
  expect(counts()).toEqual([
    [2, 4],
    [2, 4],
    [1, 2],
  ])
  hide(null)
  expect(counts()).toEqual([
    [2, 4],
    [1, 2],
    [1, 2],
  ])
  expect(idsFor(t.actors.owner)).toEqual([counted])
})

test('a visit that is not handed in yet is no unit’s to read, nor is anything of a sealed round before it', () => {
  const id = makeRound(t, { title: '暗访', announcement: 'unannounced' })
  nameWorks(t, id, [site.code])
  nameTeam(t, id)
  for (const actor of [t.actors.owner, t.actors.bureau, t.actors.leader]) expect(visitsFor(actor).total).toBe(0)
  const begun = visitBy(t.actors.supervisor, { round: id, code: site.code }, { finish: false })
  expect([t.actors.owner, t.actors.bureau, t.actors.supervisor].map(idsFor)).toEqual([[], [], [begun]])
})

test('the rating stands beside the lights with the owner’s answer, for the owner too', () => {
  visitBy(t.actors.supervisor, site, { rating: 'red' })
  const { id, version } = ratingRows(site.roundWorkId)[0]!
  answerRating(ctxOf(t.actors.owner), typed(ratingAnswer, { id: String(id), version: String(version), answer: '月底复工' }))
  for (const actor of [t.actors.owner, t.actors.leader])
    expect(ratingsOf(actor, site.code)).toMatchObject([{ level: 'red', reason: '进度跟不上', answer: { words: '月底复工' } }])
})

test('findings of the work: open ones first by their deadline, what is not put to the unit is not the unit’s', () => {
  const [first, second, third] = ['甲', '乙', '丙'].map((facts) => findingIn(t, null, site.code, facts).id)
  const unitId = String(t.organisations.own)
  finding.assign(ctxOf(t.actors.supervisor), second ?? 0, { unitId, dueOn: '2025-10-30' })
  finding.assign(ctxOf(t.actors.supervisor), third ?? 0, { unitId, dueOn: '2025-10-20' })
  finding.propose(ctxOf(t.actors.supervisor), first ?? 0)
  finding.confirm(ctxOf(t.actors.supervisor2), first ?? 0)
  const found = (actor: UserActor) => {
    const { rows, total, open } = projectFindings(actor, projectHead(actor, site.code), testDay)
    return { facts: rows.map((row) => row.facts), total, open }
  }
  expect(found(t.actors.leader)).toEqual({ facts: ['丙', '乙', '甲'], total: 3, open: 2 })
  expect(found(t.actors.owner)).toEqual({ facts: ['丙', '乙'], total: 2, open: 2 })
})
