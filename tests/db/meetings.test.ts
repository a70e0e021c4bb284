import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { escalateCondition } from '../../db/commands/condition-escalation'
import { closeCondition, raiseCondition } from '../../db/commands/conditions'
import { changeItem, listCondition, listMatter, settleItem } from '../../db/commands/meeting-items'
import { callMeeting, changeMeeting, closeMeeting } from '../../db/commands/meetings'
import { meetingCandidates } from '../../db/queries/meeting-candidates'
import { meetingView } from '../../db/queries/meeting-view'
import { meetingList } from '../../db/queries/meetings'
import { meetingItems, projectList } from '../../db/schema'
import type { MeetingKind } from '../../domain/meeting'
import { matterListing, newMeetingInput } from '../../domain/meeting-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { conditionRow } from '../support/library'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())
/** What earlier tests left open stands on nobody's next list. */
beforeEach(() => {
  orm().update(meetingItems).set({ state: 'settled' }).where(eq(meetingItems.state, 'open')).run()
})

const duty = { measure: null, unitId: null, person: null, dueOn: null }
const bureau = () => ctxOf(t.actors.bureau)
const call = (kind: MeetingKind = 'weekly', heldOn = '2025-10-20') =>
  callMeeting(bureau(), typed(newMeetingInput, { kind, title: `${kind} ${heldOn}`, heldOn, place: '' }))
const matter = (meetingId: number, problem = '进度滞后') =>
  listMatter(bureau(), typed(matterListing, { meetingId: String(meetingId), code: 'P0001', problem }))
const condition = () =>
  raiseCondition(ctxOf(t.actors.owner), { code: 'P0001', kind: 'land', ask: '请批地', askedOfId: t.organisations.other })
const lines = (id: number) => meetingView(t.actors.leader, id).items
const versionOf = (id: number) => orm().select().from(meetingItems).where(eq(meetingItems.id, id)).get()?.version ?? 0
const settle = (id: number) => settleItem(bureau(), { id, version: versionOf(id), words: '已解决' })

describe('the list of a meeting', () => {
  it('takes a condition in its own words, with the unit asked, once while it is open', () => {
    const meeting = call()
    const conditionId = condition()
    listCondition(bureau(), { meetingId: meeting, conditionId, ...duty })
    expect(lines(meeting)).toMatchObject([
      {
        position: 1,
        problem: '请批地',
        unit: '测试乙公司',
        work: { code: 'P0001' },
        condition: { id: conditionId, state: 'open', level: 1 },
      },
    ])
    expect(codeOf(() => listCondition(bureau(), { meetingId: call(), conditionId, ...duty }))).toBe('already-listed')
    const closed = condition()
    closeCondition(bureau(), { id: closed, version: conditionRow(closed).version, outcome: 'solved', reason: null })
    expect(codeOf(() => listCondition(bureau(), { meetingId: meeting, conditionId: closed, ...duty }))).toBe('condition-closed')
  })

  it('takes any other matter, of a work or of none, and its duty is filled in later', () => {
    const meeting = call()
    const id = matter(meeting)
    listMatter(bureau(), typed(matterListing, { meetingId: String(meeting), problem: '统计口径不一' }))
    changeItem(bureau(), {
      id,
      version: 1,
      problem: '进度滞后',
      measure: '倒排工期',
      unitId: t.organisations.own,
      person: '张三',
      dueOn: '2025-11-01',
    })
    expect(lines(meeting)).toMatchObject([
      { measure: '倒排工期', unit: '测试甲公司', person: '张三', dueOn: '2025-11-01', version: 2 },
      { problem: '统计口径不一', work: null },
    ])
    expect(codeOf(() => changeItem(bureau(), { id, version: 1, problem: '旧', ...duty }))).toBe('stale')
    expect(issuesIn(() => changeItem(bureau(), { id, version: 2, problem: '进度滞后', ...duty, unitId: 99_999 }))).toEqual([
      'unitId: not-a-choice',
    ])
    expect(codeOf(() => listMatter(bureau(), { meetingId: meeting, code: 'P9999', problem: '没有', ...duty }))).toBe('not-found')
  })

  it('is settled line by line, with words and once; what is settled never changes', () => {
    const meeting = call()
    const id = matter(meeting)
    settle(id)
    expect(lines(meeting)).toMatchObject([
      { state: 'settled', settledWords: '已解决', settledOn: '2025-10-16', settledBy: { name: 'test-bureau' } },
    ])
    expect(codeOf(() => settle(id))).toBe('item-settled')
    expect(() => orm().update(meetingItems).set({ settledWords: '改过' }).where(eq(meetingItems.id, id)).run()).toThrow(/never changes/)
  })
})

describe('from meeting to meeting', () => {
  it('goes what is not settled, within its kind, until it is', () => {
    const first = call('monthly', '2025-09-20')
    const [left, done] = [matter(first, '未解决的'), matter(first, '已解决的')]
    settle(done)
    closeMeeting(bureau(), { id: first, version: 1 })
    expect(lines(call('weekly', '2025-10-20'))).toEqual([])
    const second = call('monthly', '2025-10-20')
    expect(lines(second)).toMatchObject([{ id: left, carried: true, problem: '未解决的', state: 'open' }])
    settle(left)
    expect(lines(call('monthly', '2025-11-20'))).toEqual([])
    expect(lines(first).map(({ state }) => state)).toEqual(['settled', 'settled'])
  })

  it('a line listed with one meeting after the next was called is not lost', () => {
    const first = call('joint', '2025-10-17')
    call('joint', '2025-10-24')
    const late = matter(first, '后列的')
    expect(lines(call('joint', '2025-10-31')).map(({ id }) => id)).toEqual([late])
  })

  it('is counted in the list of meetings, the latest first', () => {
    const first = call('county', '2025-10-17')
    matter(first)
    settle(matter(first))
    const second = call('county', '2025-10-24')
    expect(meetingList(t.actors.supervisor, 'county', 1)).toMatchObject({
      total: 2,
      rows: [
        { id: second, items: 1, open: 1, carried: 1 },
        { id: first, items: 2, open: 1, carried: 0 },
      ],
    })
  })
})

describe('a meeting', () => {
  it('is put off or renamed until it is closed; then nothing is listed with it, but its lines are still settled', () => {
    const id = call()
    const item = matter(id)
    changeMeeting(bureau(), { id, version: 1, title: '改期', heldOn: '2025-10-21', place: '三楼' })
    expect(codeOf(() => closeMeeting(bureau(), { id, version: 1 }))).toBe('stale')
    closeMeeting(bureau(), { id, version: 2 })
    expect(meetingView(t.actors.bureau, id)).toMatchObject({
      title: '改期',
      heldOn: '2025-10-21',
      state: 'closed',
      closedOn: '2025-10-16',
      mayList: false,
    })
    expect(codeOf(() => matter(id))).toBe('meeting-closed')
    expect(codeOf(() => closeMeeting(bureau(), { id, version: 3 }))).toBe('meeting-closed')
    settle(item)
    expect(lines(id)).toMatchObject([{ state: 'settled' }])
  })

  it('is not there for a unit, and leaders only read it', () => {
    const id = call()
    expect(codeOf(() => meetingView(t.actors.owner, id))).toBe('forbidden')
    expect(meetingView(t.actors.leader, id)).toMatchObject({ mayList: false, maySettle: false })
    expect(codeOf(() => meetingView(t.actors.bureau, 99_999))).toBe('not-found')
  })
})

describe('what might be listed', () => {
  it('is what is late, at the third level or red, and on no list', () => {
    const id = condition()
    const before = meetingCandidates(t.actors.bureau, '2025-10-16')
    expect(before.conditions.map((row) => row.id)).not.toContain(id)
    expect(meetingCandidates(t.actors.bureau, '2025-10-24').conditions.find((row) => row.id === id)).toMatchObject({
      overdueDays: 1,
      level: 1,
    })
    for (const _ of [2, 3]) escalateCondition(bureau(), { id, version: conditionRow(id).version, reason: '急' })
    expect(meetingCandidates(t.actors.bureau, '2025-10-16').conditions.map((row) => row.id)).toContain(id)
    listCondition(bureau(), { meetingId: call(), conditionId: id, ...duty })
    expect(meetingCandidates(t.actors.bureau, '2025-10-24').conditions.map((row) => row.id)).not.toContain(id)
  })

  it('names a red work until it stands on an open line', () => {
    orm().update(projectList).set({ lightLevel: 'red' }).where(eq(projectList.code, 'P0001')).run()
    const works = () => meetingCandidates(t.actors.bureau, '2025-10-16').works.map(({ code }) => code)
    expect(works()).toContain('P0001')
    const item = matter(call())
    expect(works()).not.toContain('P0001')
    settle(item)
    expect(works()).toContain('P0001')
  })
})
