import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orm } from '../../db/client'
import { instructCondition, recordDecision } from '../../db/commands/condition-decisions'
import { escalateCondition, escalateConditions, redirectCondition } from '../../db/commands/condition-escalation'
import { answerCondition, closeCondition, raiseCondition } from '../../db/commands/conditions'
import { callMeeting } from '../../db/commands/meetings'
import { decisionsAsked } from '../../db/queries/condition-decisions'
import { conditionView } from '../../db/queries/condition-view'
import { conditionList } from '../../db/queries/conditions'
import { conditionSteps, conditions } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { newConditionInput } from '../../domain/condition-input'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { conditionRow, lastEvent, listRow } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

let code = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
})

/** A Thursday; five working days later is the 23rd. */
const asked: Day = '2025-10-16'
const raise = (today = asked) =>
  raiseCondition(
    ctxOf(t.actors.owner, today),
    typed(newConditionInput, { code, kind: 'land', ask: '请尽快批地', askedOfId: String(t.organisations.other) }),
  )
const ref = (id: number) => ({ id, version: conditionRow(id).version })
const tick = (today: Day) => {
  while (escalateConditions(systemCtx(today)) > 0);
}
const escalate = (id: number, today = asked) => escalateCondition(ctxOf(t.actors.bureau, today), { ...ref(id), reason: '等不得' })
const instruct = (id: number, today = asked) => instructCondition(ctxOf(t.actors.leader, today), { ...ref(id), words: '本月办结' })
type Decision = { words: string; decidedOn: Day; meetingId: number | null; documentNo: string | null }
const decision: Decision = { words: '同意先行用地', decidedOn: asked, meetingId: null, documentNo: '纪要〔2025〕7号' }
const decide = (id: number, fields: Partial<Decision> = {}) =>
  recordDecision(ctxOf(t.actors.bureau), { ...ref(id), ...decision, ...fields })
const stepsOf = (id: number) =>
  orm().select().from(conditionSteps).where(eq(conditionSteps.conditionId, id)).orderBy(asc(conditionSteps.id)).all()

describe('a condition nobody answers', () => {
  it('goes to the leader the day after the fifth working day, and to the meeting ten working days later', () => {
    const id = raise()
    expect(conditionRow(id)).toMatchObject({ level: 1, levelSince: asked, levelDueOn: '2025-10-23', unitDueOn: '2025-10-23' })
    tick('2025-10-23')
    expect(conditionRow(id).level).toBe(1)
    tick('2025-10-24')
    expect(conditionRow(id)).toMatchObject({ level: 2, levelSince: '2025-10-24', levelDueOn: '2025-11-07', unitDueOn: '2025-10-23' })
    tick('2025-11-08')
    expect(conditionRow(id)).toMatchObject({ level: 3, levelSince: '2025-11-08', levelDueOn: null })
  })

  it('is escalated on the calendar’s days though the server was off for a month, once', () => {
    const id = raise()
    tick('2025-12-01')
    tick('2025-12-02')
    expect(stepsOf(id).map(({ kind, level, onDay, byId }) => [kind, level, onDay, byId])).toEqual([
      ['asked', 1, asked, t.actors.owner.id],
      ['escalated', 2, '2025-10-24', null],
      ['escalated', 3, '2025-11-08', null],
    ])
    expect(lastEvent(code)).toMatchObject({ action: 'condition.escalated', body: { onDay: '2025-11-08', after: { escalatedTo: 3 } } })
  })

  it('is said late before anybody’s step, and the clock takes nobody’s version away', () => {
    const id = raise()
    answerCondition(ctxOf(t.actors.otherOwner, '2025-10-28'), { ...ref(id), answer: '已上报' })
    expect(stepsOf(id).map(({ kind }) => kind)).toEqual(['asked', 'escalated', 'answered'])
    expect(conditionRow(id)).toMatchObject({ state: 'answered', level: 2, version: 2 })
  })

  it('waits for the bureau once answered: its clock stands still', () => {
    const id = raise()
    answerCondition(ctxOf(t.actors.otherOwner), { ...ref(id), answer: '月底前批' })
    tick('2026-03-02')
    expect(conditionRow(id)).toMatchObject({ level: 1, state: 'answered' })
  })

  it('of a time without clocks has its clock begun on the day it is first looked at', () => {
    const old = { projectId: work(code).id, kind: 'land' as const, ask: '旧件', state: 'open' as const, raisedOn: '2025-01-06' }
    const { id } = orm().insert(conditions).values(old).returning({ id: conditions.id }).get()
    expect(conditionView(t.actors.bureau, id, asked)).toMatchObject({ clock: { says: 'not-begun' }, overdueDays: 0 })
    tick(asked)
    expect(conditionRow(id)).toMatchObject({ level: 1, levelSince: asked, levelDueOn: '2025-10-23' })
    expect(conditionView(t.actors.bureau, id, asked).steps).toMatchObject([{ kind: 'asked', onDay: '2025-01-06', words: '旧件', by: null }])
  })
})

describe('the bureau', () => {
  it('puts a condition up before its time with a reason, no further than the third level', () => {
    const id = raise()
    escalate(id)
    escalate(id)
    expect(stepsOf(id).slice(1)).toMatchObject([
      { kind: 'escalated', level: 2, words: '等不得', byId: t.actors.bureau.id },
      { kind: 'escalated', level: 3 },
    ])
    expect(codeOf(() => escalate(id))).toBe('highest-level')
  })

  it('asks again what had been answered, and the work counts it as open again', () => {
    const id = raise()
    answerCondition(ctxOf(t.actors.otherOwner), { ...ref(id), answer: '办不了' })
    expect(listRow(code).openConditions).toBe(0)
    escalate(id)
    expect(conditionRow(id)).toMatchObject({ state: 'open', answer: '办不了' })
    expect(listRow(code).openConditions).toBe(1)
  })

  it('redirects it to another unit, whose own time begins; the leader’s runs on', () => {
    const id = raise()
    const redirect = (today: Day, unitId: number) =>
      redirectCondition(ctxOf(t.actors.bureau, today), { ...ref(id), unitId, reason: '职责不在' })
    redirect('2025-10-20', t.organisations.bureau)
    expect(conditionRow(id)).toMatchObject({
      askedOfId: t.organisations.bureau,
      level: 1,
      levelDueOn: '2025-10-27',
      unitDueOn: '2025-10-27',
    })
    escalate(id, '2025-10-20')
    redirect('2025-10-22', t.organisations.other)
    expect(conditionRow(id)).toMatchObject({ level: 2, levelDueOn: '2025-11-03', unitDueOn: '2025-10-29' })
    expect(issuesIn(() => redirect('2025-10-22', t.organisations.other))).toEqual(['unitId: same-unit'])
    expect(issuesIn(() => redirect('2025-10-22', 99_999))).toEqual(['unitId: not-a-choice'])
  })

  it('records a decision with its meeting or document, never of a later day', () => {
    const id = raise()
    expect(codeOf(() => decide(id))).toBe('not-escalated')
    escalate(id)
    expect(issuesIn(() => decide(id, { documentNo: null }))).toEqual(['documentNo: meeting-or-document'])
    expect(issuesIn(() => decide(id, { decidedOn: '2025-10-17' }))).toEqual(['decidedOn: in-the-future'])
    expect(issuesIn(() => decide(id, { meetingId: 99_999 }))).toEqual(['meetingId: not-a-choice'])
    const later = callMeeting(ctxOf(t.actors.bureau), { kind: 'weekly', title: '下周调度会', heldOn: '2025-10-20', place: null })
    expect(issuesIn(() => decide(id, { meetingId: later }))).toEqual(['meetingId: in-the-future'])
    decide(id)
    expect(stepsOf(id).at(-1)).toMatchObject({ kind: 'decided', level: 2, documentNo: '纪要〔2025〕7号', words: '同意先行用地' })
  })

  it('sees a stale step refused', () => {
    const id = raise()
    const before = ref(id)
    escalate(id)
    expect(refusalOf(() => escalateCondition(ctxOf(t.actors.bureau2), { ...before, reason: '急' }))).toMatchObject({ code: 'stale' })
  })
})

describe('a leader', () => {
  it('instructs on what was escalated only; the level’s time begins anew', () => {
    const id = raise()
    expect(codeOf(() => instruct(id))).toBe('not-escalated')
    escalate(id)
    instruct(id, '2025-10-20')
    expect(conditionRow(id)).toMatchObject({ level: 2, levelSince: '2025-10-20', levelDueOn: '2025-11-03', unitDueOn: '2025-10-27' })
    expect(lastEvent(code)).toMatchObject({ action: 'condition.instructed', body: { words: '本月办结', escalatedTo: 2 } })
    closeCondition(ctxOf(t.actors.bureau), { ...ref(id), outcome: 'solved', reason: null })
    expect(codeOf(() => instruct(id))).toBe('condition-closed')
  })

  it('is asked for a decision until there is one at that level, and again at the next', () => {
    const asks = () => decisionsAsked(t.actors.leader, testDay, 50).rows.filter((row) => row.code === code)
    const id = raise()
    expect(asks()).toEqual([])
    escalate(id)
    expect(asks()).toMatchObject([{ id, level: 2, ask: '请尽快批地', unit: '测试乙公司', daysOpen: 0, totalYuan: null }])
    instruct(id)
    expect(asks()).toEqual([])
    escalate(id)
    expect(asks()).toMatchObject([{ id, level: 3, clock: { says: 'no-meeting' } }])
    decide(id)
    expect(asks()).toEqual([])
  })
})

describe('the account of a condition', () => {
  it('has every step in order, with who, whom, until when and by which rules', () => {
    const id = raise()
    escalate(id)
    instruct(id)
    const meetingId = callMeeting(ctxOf(t.actors.bureau), { kind: 'county', title: '办公会', heldOn: asked, place: null })
    decide(id, { meetingId, documentNo: null })
    answerCondition(ctxOf(t.actors.otherOwner), { ...ref(id), answer: '已报批' })
    answerCondition(ctxOf(t.actors.otherOwner), { ...ref(id), answer: '已批复' })
    closeCondition(ctxOf(t.actors.bureau), { ...ref(id), outcome: 'solved', reason: '批文已到' })
    const { steps } = conditionView(t.actors.owner, id, asked)
    expect(steps.map(({ kind, words }) => [kind, words])).toEqual([
      ['asked', '请尽快批地'],
      ['escalated', '等不得'],
      ['instructed', '本月办结'],
      ['decided', '同意先行用地'],
      ['answered', '已报批'],
      ['answered', '已批复'],
      ['closed', '批文已到'],
    ])
    expect(steps[0]).toMatchObject({ by: { name: 'test-owner' }, unit: '测试乙公司', dueOn: '2025-10-23' })
    expect(steps[3]).toMatchObject({ meeting: { id: meetingId, title: '办公会' } })
    expect(steps.at(-1)).toMatchObject({ outcome: 'solved' })
  })

  it('is never rewritten', () => {
    const id = raise()
    expect(() => orm().update(conditionSteps).set({ words: '改过' }).where(eq(conditionSteps.conditionId, id)).run()).toThrow(/append-only/)
    expect(() => orm().delete(conditionSteps).where(eq(conditionSteps.conditionId, id)).run()).toThrow(/append-only/)
  })

  it('shows the unit asked its item, level and clock, and nothing of the work’s money or update', () => {
    const id = raise()
    const view = conditionView(t.actors.otherOwner, id, asked)
    expect(view).toMatchObject({ own: false, level: 1, clock: { says: 'left', workdays: 5 }, updateId: null, listed: [] })
    expect(view.money).toEqual({ totalYuan: null, planYuan: null })
    redirectCondition(ctxOf(t.actors.bureau), { ...ref(id), unitId: t.organisations.bureau, reason: '职责不在' })
    expect(codeOf(() => conditionView(t.actors.otherOwner, id, asked))).toBe('not-found')
  })

  it('at the third level has the day of the next county or joint meeting, whenever that is called or put off', () => {
    const id = raise()
    escalate(id)
    escalate(id)
    callMeeting(ctxOf(t.actors.bureau), { kind: 'weekly', title: '周调度', heldOn: '2025-10-18', place: null })
    const clock = (today: Day) => conditionView(t.actors.bureau, id, today).clock
    callMeeting(ctxOf(t.actors.bureau), { kind: 'joint', title: '联席会议', heldOn: '2025-10-22', place: null })
    expect(clock(asked)).toMatchObject({ dueOn: '2025-10-22', says: 'left', workdays: 4 })
    expect(clock('2025-10-25')).toEqual({ says: 'over', days: 3, dueOn: '2025-10-22' })
  })
})

describe('the desk’s list', () => {
  const list = (actor: UserActor, filter: Parameters<typeof conditionList>[1], today: Day = '2025-10-27') =>
    conditionList(actor, { project: code, ...filter }, 1, today)

  it('filters by group, kind, level and unit, with counts of each group', () => {
    const [late, other, done] = [raise(), raise('2025-10-24'), raise()]
    escalate(late)
    closeCondition(ctxOf(t.actors.bureau), { ...ref(done), outcome: 'cannot', reason: '指标用完' })
    answerCondition(ctxOf(t.actors.otherOwner, '2025-10-24'), { ...ref(other), answer: '在办' })
    const { counts, rows } = list(t.actors.bureau, {})
    expect(counts).toEqual({ open: 2, overdue: 1, answered: 1, closed: 1, levels: { 1: 1, 2: 1 } })
    expect(rows.map(({ id }) => id)).toEqual([late, other])
    expect(list(t.actors.bureau, { show: 'overdue' }).rows).toMatchObject([{ id: late, overdueDays: 4 }])
    expect(list(t.actors.bureau, { show: 'answered' }).rows.map(({ id }) => id)).toEqual([other])
    expect(list(t.actors.bureau, { show: 'closed' }).rows.map(({ id }) => id)).toEqual([done])
    expect(list(t.actors.bureau, { level: '2' }).rows.map(({ id }) => id)).toEqual([late])
    expect(list(t.actors.bureau, { kind: 'funds' }).rows).toEqual([])
    expect(list(t.actors.bureau, { unit: String(t.organisations.other) }).rows).toHaveLength(2)
    expect(list(t.actors.bureau, { unit: 'none' }).rows).toEqual([])
  })
})
