import { eq } from 'drizzle-orm'
import { orm } from '../../../db/client'
import * as decisions from '../../../db/commands/condition-decisions'
import * as escalation from '../../../db/commands/condition-escalation'
import { raiseCondition } from '../../../db/commands/conditions'
import * as items from '../../../db/commands/meeting-items'
import * as meetings from '../../../db/commands/meetings'
import { conditions, meetingItems } from '../../../db/schema'
import { ctxOf, type TestHouse, testDay } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const code = 'P0001'

type Ref = { id: number; version: number }
const refOf = (id: number): Ref => ({ id, version: orm().select().from(conditions).where(eq(conditions.id, id)).get()?.version ?? 0 })
const raised = (t: TestHouse): Ref =>
  refOf(raiseCondition(ctxOf(t.actors.owner), { code, kind: 'land', ask: '请批', askedOfId: t.organisations.other }))
function escalated(t: TestHouse): Ref {
  const ref = raised(t)
  escalation.escalateCondition(ctxOf(t.actors.bureau), { ...ref, reason: '等不得' })
  return refOf(ref.id)
}
const head = { title: '周调度', heldOn: '2025-10-20', place: null }
const duty = { measure: null, unitId: null, person: null, dueOn: null }
const called = (t: TestHouse) => meetings.callMeeting(ctxOf(t.actors.bureau), { kind: 'weekly', ...head })
const matter = { code, problem: '进度滞后', ...duty }
const line = (t: TestHouse): Ref => {
  const id = items.listMatter(ctxOf(t.actors.bureau), { meetingId: called(t), ...matter })
  return { id, version: orm().select().from(meetingItems).where(eq(meetingItems.id, id)).get()?.version ?? 0 }
}

export const deskAttempts: Attempt[] = [
  { command: 'escalateConditions', may: ['system'], prepare: () => (ctx) => escalation.escalateConditions(ctx) },
  {
    command: 'escalateCondition',
    may: bureau,
    prepare: (t) => given(raised(t), (ctx, ref) => escalation.escalateCondition(ctx, { ...ref, reason: '等不得' })),
  },
  {
    command: 'redirectCondition',
    may: bureau,
    prepare: (t) =>
      given(raised(t), (ctx, ref) => escalation.redirectCondition(ctx, { ...ref, unitId: t.organisations.bureau, reason: '职责不在' })),
  },
  {
    command: 'instructCondition',
    may: ['leader'],
    prepare: (t) => given(escalated(t), (ctx, ref) => decisions.instructCondition(ctx, { ...ref, words: '本周内办结' })),
  },
  {
    command: 'recordDecision',
    may: bureau,
    prepare: (t) => {
      const decision = { words: '同意', decidedOn: testDay, meetingId: null, documentNo: '纪要〔2025〕1号' }
      return given(escalated(t), (ctx, ref) => decisions.recordDecision(ctx, { ...ref, ...decision }))
    },
  },
  { command: 'callMeeting', may: bureau, prepare: () => (ctx) => meetings.callMeeting(ctx, { kind: 'weekly', ...head }) },
  {
    command: 'changeMeeting',
    may: bureau,
    prepare: (t) => given(called(t), (ctx, id) => meetings.changeMeeting(ctx, { id, version: 1, ...head, title: '改名' })),
  },
  {
    command: 'closeMeeting',
    may: bureau,
    prepare: (t) => given(called(t), (ctx, id) => meetings.closeMeeting(ctx, { id, version: 1 })),
  },
  {
    command: 'listCondition',
    may: bureau,
    prepare: (t) => given({ meetingId: called(t), conditionId: raised(t).id }, (ctx, ids) => items.listCondition(ctx, { ...ids, ...duty })),
  },
  {
    command: 'listMatter',
    may: bureau,
    prepare: (t) => given(called(t), (ctx, meetingId) => items.listMatter(ctx, { meetingId, ...matter })),
  },
  {
    command: 'changeItem',
    may: bureau,
    prepare: (t) => given(line(t), (ctx, ref) => items.changeItem(ctx, { ...ref, problem: '进度滞后', ...duty, measure: '倒排工期' })),
  },
  {
    command: 'settleItem',
    may: bureau,
    prepare: (t) => given(line(t), (ctx, ref) => items.settleItem(ctx, { ...ref, words: '已赶上' })),
  },
]
