import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { createFeed, noteFeedUse, revokeFeed } from '../../db/commands/feeds'
import { callMeeting } from '../../db/commands/meetings'
import { deactivateUser, reactivateUser } from '../../db/commands/users'
import { feedDays } from '../../db/queries/feed-days'
import { feedOfUser, readerByFeed } from '../../db/queries/feeds'
import { events, feeds, milestones, projectList, users } from '../../db/schema'
import { feedEntries } from '../../domain/feed'
import { messagesFor } from '../../domain/messages'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { refusalOf } from '../support/refusal'
import { giveWork, work } from '../support/work'

let house: TestHouse
beforeAll(() => {
  house = openTestHouse()
  giveWork(house, 'P0001')
  giveWork(house, 'P0002', { organisationId: house.organisations.other })
})
afterAll(() => house.close())

describe('the address of a calendar', () => {
  it.each(['owner', 'bureau', 'supervisor', 'leader'] as const)('is made by %s for themselves, and stands for them', (role) => {
    const actor = house.actors[role]
    const { token } = createFeed(ctxOf(actor))
    expect(token).toMatch(/^hdf_[\w-]{43}$/)
    expect(readerByFeed(token ?? '')).toMatchObject({ actor, lastUsedAt: null })
  })

  it('is not made for somebody who reads no works', async () => {
    expect(await refusalOf(() => createFeed(ctxOf(house.actors.admin)))).toBe('forbidden')
    expect(await refusalOf(() => createFeed(ctxOf(house.actors.auditor)))).toBe('forbidden')
  })

  it('is stored as its hash only', () => {
    const { token } = createFeed(ctxOf(house.actors.leader))
    for (const table of ['feeds', 'idempotency', 'event_bodies'])
      expect(JSON.stringify(house.house.sqlite.prepare(`select * from ${table}`).all())).not.toContain(token)
  })

  it('is shown once: a repeated request makes no second and shows none', () => {
    const ctx = ctxOf(house.actors.bureau, testDay, 'one-feed')
    const first = createFeed(ctx)
    expect(createFeed(ctx)).toEqual({ ...first, token: null })
    expect(readerByFeed(first.token ?? '')).not.toBeNull()
  })

  it('stops at once when there is a newer one, when it is revoked, and by an administrator; each leaves an event', async () => {
    const ctx = () => ctxOf(house.actors.otherOwner)
    const [old, newer] = [createFeed(ctx()), createFeed(ctx())]
    expect(readerByFeed(old.token ?? '')).toBeNull()
    for (const role of ['owner', 'bureau', 'auditor'] as const)
      expect(await refusalOf(() => revokeFeed(ctxOf(house.actors[role]), { id: newer.id }))).toBe('not-found')
    revokeFeed(ctx(), { id: newer.id })
    expect(readerByFeed(newer.token ?? '')).toBeNull()
    const third = createFeed(ctx())
    revokeFeed(ctxOf(house.actors.admin), { id: third.id })
    expect(readerByFeed(third.token ?? '')).toBeNull()
    expect(feedOfUser(house.actors.otherOwner, house.actors.otherOwner.id)).toBeNull()
    const actions = [old, newer, third].map(({ id }) =>
      orm()
        .select()
        .from(events)
        .where(eq(events.subject, `feed:${id}`))
        .all()
        .map(({ action }) => action),
    )
    expect(actions).toEqual([
      ['feed.created', 'feed.revoked'],
      ['feed.created', 'feed.revoked'],
      ['feed.created', 'feed.revoked'],
    ])
  })

  it('does not work for an account that is switched off, nor again once it is switched on, nor before a new password is chosen', () => {
    const { id } = house.actors.otherOwner
    const { token } = createFeed(ctxOf(house.actors.otherOwner))
    orm().update(users).set({ mustChangePassword: true }).where(eq(users.id, id)).run()
    expect(readerByFeed(token ?? '')).toBeNull()
    orm().update(users).set({ mustChangePassword: false }).where(eq(users.id, id)).run()
    expect(readerByFeed(token ?? '')).not.toBeNull()
    deactivateUser(ctxOf(house.actors.admin), { id })
    expect(readerByFeed(token ?? '')).toBeNull()
    reactivateUser(ctxOf(house.actors.admin), { id })
    expect(readerByFeed(token ?? '')).toBeNull()
    orm().update(users).set({ mustChangePassword: false }).where(eq(users.id, id)).run()
  })

  it('notes its last use, which is no event', () => {
    const { id } = createFeed(ctxOf(house.actors.leader))
    const before = orm().select().from(events).all().length
    noteFeedUse(ctxOf(house.actors.leader), id)
    expect(feedOfUser(house.actors.leader, house.actors.leader.id)?.lastUsedAt).not.toBeNull()
    expect(orm().select().from(events).all()).toHaveLength(before)
  })
})

describe('a calendar', () => {
  const dated = (code: string, name: string, baselineOn: string) =>
    orm()
      .insert(milestones)
      .values({ projectId: work(code).id, position: 90, name, definition: '完工', proof: '照片', originalOn: baselineOn, baselineOn })
      .returning({ id: milestones.id })
      .get().id

  it('tells a unit what its own works owe and when, and nothing of others', () => {
    const mine = dated('P0001', '主体封顶', '2025-12-20')
    dated('P0002', '别家封顶', '2025-12-21')
    const days = feedDays(house.actors.owner, testDay)
    expect(days.reports[0]).toEqual({ month: '2025-09', dueOn: '2025-10-09', works: { names: [work('P0001').name], total: 1 } })
    expect(days.reports[1]).toEqual({ month: '2025-10', dueOn: '2025-11-05', works: { names: [work('P0001').name], total: 1 } })
    expect(days.reports).toHaveLength(12)
    expect(days.milestones.filter(({ name }) => name.endsWith('封顶'))).toEqual([
      { id: mine, code: 'P0001', work: work('P0001').name, name: '主体封顶', on: '2025-12-20' },
    ])
    expect(days.meetings).toEqual([])
    expect(JSON.stringify(days)).not.toContain('别家封顶')
  })

  it('tells the bureau of meetings to come and of the key works within a year', () => {
    callMeeting(ctxOf(house.actors.bureau), { kind: 'monthly', title: '十一月调度会', heldOn: '2025-11-12', place: '三楼' })
    orm().update(projectList).set({ level: 'county' }).where(eq(projectList.code, 'P0002')).run()
    dated('P0002', '太远', '2027-01-01')
    const days = feedDays(house.actors.bureau, testDay)
    expect(days.meetings.map(({ title, on }) => [title, on])).toEqual([['十一月调度会', '2025-11-12']])
    expect(days.milestones.map(({ name }) => name)).toContain('别家封顶')
    expect(days.milestones.map(({ name }) => name)).not.toContain('太远')
    expect(days.milestones.map(({ name }) => name)).not.toContain('主体封顶')
    expect(days.reports.map(({ works }) => works)).toEqual(Array(12).fill(null))
  })

  it('keeps the identity of a thing whose day moves, in either language', () => {
    const of = (locale: 'zh-CN' | 'en') => feedEntries(feedDays(house.actors.owner, testDay), 'https://e.cn', messagesFor(locale))
    const before = of('zh-CN')
    orm().update(milestones).set({ baselineOn: '2026-01-20' }).where(eq(milestones.name, '主体封顶')).run()
    noteFeedUse(ctxOf(house.actors.owner), orm().select().from(feeds).get()?.id ?? 0)
    const after = of('en')
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(after.length)
    expect(after.find(({ summary }) => summary.includes('主体封顶'))).toMatchObject({
      day: '2026-01-20',
      summary: `Milestone: 主体封顶 (${work('P0001').name})`,
    })
  })
})
