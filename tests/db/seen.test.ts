import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { answerRating } from '../../db/commands/ratings'
import { settleVisit } from '../../db/commands/settle-visits'
import { signSummary } from '../../db/commands/visit-summaries'
import { ratingsOf, ratingTasks, ratingView } from '../../db/queries/ratings'
import { visitView } from '../../db/queries/visit'
import { seenOf } from '../../db/queries/visit-seen'
import { siteVisits } from '../../db/queries/visit-site'
import { rounds } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import { ratingAnswer, summaryInput, visitSettling } from '../../domain/seen-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { lastEvent } from '../support/library'
import { makeRound, move, nameTeam, nameWorks, workIn } from '../support/rounds'
import { differenceRows, ratingRows, type Site, siteIn, sixty, summaryRows, visitBy, visitRow } from '../support/sites'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
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

const sign = (fields: Record<string, string> = {}, actor: UserActor = t.actors.supervisor) =>
  signSummary(
    ctxOf(actor),
    typed(summaryInput, {
      ...{ roundWorkId: String(site.roundWorkId), version: String(summaryRows(site.roundWorkId).length) },
      ...{ words: '主体进度慢', level: 'red', reason: '停工一月', ...fields },
    }),
  )
const current = () => ratingRows(site.roundWorkId).find((rating) => rating.current)!
const answer = (actor: UserActor = t.actors.owner, fields: Record<string, string> = {}, today = '2025-10-20') => {
  const { id, version } = current()
  answerRating(ctxOf(actor, today), typed(ratingAnswer, { id: String(id), version: String(version), answer: '月底复工', ...fields }))
}
const settle = (id: number, fields: Record<string, string> = {}, actor: UserActor = t.actors.supervisor2) =>
  settleVisit(ctxOf(actor), typed(visitSettling, { id: String(id), outcome: 'counts', reason: '当天另有安排', ...fields }))

describe('the summary of a site', () => {
  it('is signed by the leader over every visit that counts, and its rating takes the place of the inspector’s', () => {
    const first = visitBy(t.actors.supervisor, site, { figures: [sixty] })
    const second = visitBy(t.actors.supervisor2, site, { figures: [{ ...sixty, value: 50 }] })
    expect(current()).toMatchObject({ visitId: first, level: 'yellow' })
    const id = sign()
    expect(lastEvent(site.code)).toMatchObject({ action: 'visit.summarised', body: { summary: id, over: [first, second], level: 'red' } })
    expect(current()).toMatchObject({ summaryId: id, visitId: null, level: 'red', reason: '停工一月', ratedBy: t.actors.supervisor.id })
    expect(ratingRows(site.roundWorkId).map((rating) => rating.current)).toEqual([false, true])
    expect([first, second].map((visit) => visitRow(visit).settled)).toEqual([null, null])
  })

  it('is the leader’s alone where the leader has an account, any supervisor’s where none has', () => {
    visitBy(t.actors.supervisor, site)
    for (const actor of [t.actors.supervisor2, t.actors.bureau, t.actors.owner, t.actors.leader, t.actors.admin])
      expect(codeOf(() => sign({}, actor))).toBe('forbidden')
    nameTeam(t, site.round, [{ name: '周组长', unit: '督查室', duty: 'leader' }])
    sign({}, t.actors.supervisor2)
    expect(summaryRows(site.roundWorkId)).toMatchObject([{ signedBy: t.actors.supervisor2.id, words: '主体进度慢' }])
  })

  it('waits for a visit that counts', () => {
    expect(codeOf(() => sign())).toBe('no-visit-yet')
    visitBy(t.actors.supervisor, site, { finish: false })
    expect(codeOf(() => sign())).toBe('no-visit-yet')
  })

  it('may be signed anew with words why; the earlier one and its rating stay', () => {
    visitBy(t.actors.supervisor, site)
    sign()
    expect(issuesIn(() => sign({ level: 'yellow' }))).toEqual(['why: needs-reason'])
    sign({ level: 'yellow', why: '补看了第二标段' })
    expect(summaryRows(site.roundWorkId).map(({ words, why }) => [words, why])).toEqual([
      ['主体进度慢', null],
      ['主体进度慢', '补看了第二标段'],
    ])
    expect(ratingRows(site.roundWorkId).map(({ level }) => level)).toEqual(['yellow', 'red', 'yellow'])
  })

  it('is not signed over one that the signer has not seen', () => {
    visitBy(t.actors.supervisor, site)
    sign()
    expect(refusalOf(() => sign({ version: '0' }))).toMatchObject({ code: 'stale', params: { version: 1 } })
  })

  it('is no longer signed once the round is closed', () => {
    visitBy(t.actors.supervisor, site)
    orm().update(rounds).set({ state: 'closed' }).where(eq(rounds.id, site.round)).run()
    expect(codeOf(() => sign())).toBe('round-not-there')
  })
})

describe('the answer to a rating', () => {
  it('is the owner’s, once, and stands beside the rating for good', () => {
    visitBy(t.actors.supervisor, site)
    expect(ratingTasks(t.actors.owner, '2025-10-20').find(({ code }) => code === site.code)).toMatchObject({ level: 'yellow' })
    answer()
    expect(current()).toMatchObject({ answer: '月底复工', answeredBy: t.actors.owner.id, answeredOn: '2025-10-20', version: 2 })
    expect(lastEvent(site.code)).toMatchObject({ action: 'rating.answered', body: { late: false } })
    expect(ratingTasks(t.actors.owner, '2025-10-20').some(({ code }) => code === site.code)).toBe(false)
    expect(codeOf(() => answer())).toBe('already-decided')
  })

  it('may come after the deadline, and then says so', () => {
    visitBy(t.actors.supervisor, site)
    answer(t.actors.owner, {}, '2025-11-30')
    expect(ratingView(t.actors.owner, current().id).answer).toMatchObject({ words: '月底复工', late: true })
  })

  it('stays with its rating when a later one takes its place, which is answered anew', () => {
    visitBy(t.actors.supervisor, site)
    answer()
    sign()
    const [later, earlier] = ratingsOf(t.actors.supervisor, site.code)
    expect(earlier).toMatchObject({ current: false, answer: { words: '月底复工' }, mayAnswer: false })
    expect(later).toMatchObject({ current: true, answer: null })
    expect(ratingView(t.actors.owner, later?.id ?? 0).mayAnswer).toBe(true)
    expect(
      codeOf(() => answerRating(ctxOf(t.actors.owner), typed(ratingAnswer, { id: String(earlier?.id), version: '2', answer: '再答' }))),
    ).toBe('already-decided')
  })

  it('is not asked for a rating no worse than the lights, nor for one that has been replaced', () => {
    visitBy(t.actors.supervisor, site, { rating: 'none' })
    expect(codeOf(() => answer())).toBe('no-answer-asked')
    sign()
    const unanswered = current()
    sign({ why: '更正' })
    const late = typed(ratingAnswer, { id: String(unanswered.id), version: '1', answer: '答' })
    expect(codeOf(() => answerRating(ctxOf(t.actors.owner), late))).toBe('no-answer-asked')
  })

  it('from an old page is told that there is a newer version, and nothing of the rating but that', () => {
    visitBy(t.actors.supervisor, site)
    const refusal = refusalOf(() => answer(t.actors.owner, { version: '7' }))
    expect(refusal.code).toBe('stale')
    expect(refusal.current).toEqual({ version: current().version })
  })

  it('is nobody else’s', () => {
    visitBy(t.actors.supervisor, site)
    expect(codeOf(() => answer(t.actors.otherOwner))).toBe('not-found')
    for (const actor of [t.actors.bureau, t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => answer(actor))).toBe('forbidden')
    expect(refusalOf(() => answer(t.actors.owner, { version: '9' }))).toMatchObject({ code: 'stale' })
  })
})

describe('a visit in conflict', () => {
  const ended = () => {
    visitBy(t.actors.supervisor2, site, { rating: null })
    move(t, site.round, 'end')
    return visitBy(t.actors.supervisor, site, { figures: [sixty] })
  }

  it('does nothing until it is settled; once it counts, it does what any visit does', () => {
    const id = ended()
    expect(visitRow(id).conflict).toBe('visits-ended')
    expect([differenceRows(id), ratingRows(site.roundWorkId), seenOf(t.actors.owner, site.code)]).toEqual([[], [], []])
    settle(id)
    expect(visitRow(id)).toMatchObject({ settled: 'counts', settledBy: t.actors.supervisor2.id, settledReason: '当天另有安排' })
    expect(differenceRows(id)).toMatchObject([{ figure: 'percent', state: 'open' }])
    expect(current()).toMatchObject({ visitId: id, level: 'yellow', ratedBy: t.actors.supervisor.id })
    expect(codeOf(() => settle(id))).toBe('already-decided')
  })

  it('that is set aside is kept, compared with nothing and shown to no unit', () => {
    const id = ended()
    settle(id, { outcome: 'set-aside', reason: '去错了工地' })
    expect([differenceRows(id), ratingRows(site.roundWorkId), seenOf(t.actors.owner, site.code)]).toEqual([[], [], []])
    expect(codeOf(() => visitView(t.actors.owner, id))).toBe('not-found')
    expect(visitView(t.actors.bureau, id)).toMatchObject({ counts: false, settled: { outcome: 'set-aside', reason: '去错了工地' } })
    expect(siteVisits(t.actors.owner, site.round, site.code).visits).toHaveLength(1)
    expect(siteVisits(t.actors.bureau, site.round, site.code).visits).toHaveLength(2)
  })

  it('is settled by a supervisor who did not go there', () => {
    const id = ended()
    expect(codeOf(() => settle(id, {}, t.actors.supervisor))).toBe('not-self')
    for (const actor of [t.actors.bureau, t.actors.owner, t.actors.leader, t.actors.admin])
      expect(codeOf(() => settle(id, {}, actor))).toBe('forbidden')
    expect(codeOf(() => settle(999_999))).toBe('not-found')
  })

  it('is the only kind there is to settle, and only once it has been handed in', () => {
    expect(codeOf(() => settle(visitBy(t.actors.supervisor, site)))).toBe('nothing-to-settle')
    move(t, site.round, 'end')
    expect(codeOf(() => settle(visitBy(t.actors.supervisor, site, { finish: false })))).toBe('nothing-to-settle')
  })

  it('outside a list that is still sealed cannot count, for what follows would tell of the round', () => {
    const sealed = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, sealed, ['P0100'])
    const id = visitBy(t.actors.supervisor, { round: sealed, code: site.code })
    expect(visitRow(id).conflict).toBe('not-in-scope')
    expect(codeOf(() => settle(id))).toBe('round-not-there')
    for (const actor of [t.actors.bureau, t.actors.leader, t.actors.owner]) expect(codeOf(() => visitView(actor, id))).toBe('not-found')
    expect(visitView(t.actors.supervisor2, id).conflict).toBe('not-in-scope')
    nameWorks(t, sealed, ['P0100', site.code])
    settle(id)
    expect(visitRow(id).roundWorkId).toBe(workIn(sealed, site.code).id)
    expect(visitView(t.actors.bureau, id).counts).toBe(true)
  })
})

describe('what was seen', () => {
  it('stands beside what was told, and the last one who saw a figure gives it', () => {
    const people = { figure: 'people', result: 'seen', value: 12 } as const
    visitBy(t.actors.supervisor, site, { figures: [sixty, people] })
    const second = visitBy(t.actors.supervisor2, site, {
      today: '2025-10-17',
      figures: [
        { ...sixty, result: 'unchecked', value: null, why: '大门锁着' },
        { ...people, value: 3 },
      ],
    })
    expect(seenOf(t.actors.owner, site.code)).toMatchObject([
      { figure: 'percent', value: 60, approved: 80, visitedOn: '2025-10-16', inspector: { name: 'test-supervisor' } },
      { figure: 'people', value: 3, visitId: second, visitedOn: '2025-10-17' },
    ])
  })

  it('that agrees is what was told', () => {
    visitBy(t.actors.supervisor, site, { figures: [{ figure: 'step', result: 'agrees', approved: '主体' }] })
    expect(seenOf(t.actors.bureau, site.code)).toMatchObject([{ figure: 'step', result: 'agrees', value: '主体' }])
  })

  it('by two inspectors stands side by side, and where they differ it says so', () => {
    const [first, second] = [
      visitBy(t.actors.supervisor, site, { figures: [sixty] }),
      visitBy(t.actors.supervisor2, site, { figures: [{ ...sixty, value: 50 }] }),
    ]
    const view = siteVisits(t.actors.bureau, site.round, site.code)
    expect(view.counting).toEqual([first, second])
    expect(view.compared).toMatchObject([{ figure: 'percent', disputed: true, cells: [{ seen: 60 }, { seen: 50 }] }])
    expect([view.maySign, siteVisits(t.actors.supervisor, site.round, site.code).maySign]).toEqual([false, true])
  })

  it('is nobody’s to know while its site is sealed', () => {
    const sealed = makeRound(t, { announcement: 'unannounced' })
    nameWorks(t, sealed, [site.code])
    for (const actor of [t.actors.owner, t.actors.bureau, t.actors.leader])
      expect(codeOf(() => siteVisits(actor, sealed, site.code))).toBe('not-found')
    expect(siteVisits(t.actors.supervisor, sealed, site.code).visits).toEqual([])
    visitBy(t.actors.supervisor, { round: sealed, code: site.code })
    expect(siteVisits(t.actors.owner, sealed, site.code).visits).toHaveLength(1)
    expect(codeOf(() => siteVisits(t.actors.otherOwner, sealed, site.code))).toBe('not-found')
    expect(codeOf(() => siteVisits(t.actors.admin, sealed, site.code))).toBe('forbidden')
  })
})
