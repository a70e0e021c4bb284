import { and, asc, desc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { ConditionOutcome, ConditionStepKind } from '../../domain/condition'
import { allow, found } from '../../domain/errors'
import { lastLevel } from '../../domain/escalation'
import {
  canCloseCondition,
  canEscalateCondition,
  canInstruct,
  canListProjects,
  canReadMeetings,
  canRecordDecision,
} from '../../domain/policy'
import { orm } from '../client'
import { conditionSteps, conditions, meetingItems, meetingListings, meetings, organisations, projectList, updates } from '../schema'
import { type ConditionItem, conditionItems, conditionRows, visibleConditions } from './conditions'
import { type Person, peopleOf } from './people'

/** What happened, with who did it (null = the clock, or not recorded then). */
export type ConditionStep = {
  id: number
  kind: ConditionStepKind
  level: number
  dueOn: Day | null
  onDay: Day
  by: Person | null
  /** Moved by the clock and by nobody. */
  clock: boolean
  words: string | null
  unit: string | null
  outcome: ConditionOutcome | null
  meeting: { id: number; title: string; heldOn: Day } | null
  documentNo: string | null
}
export type ConditionView = ConditionItem & {
  levelSince: Day | null
  unitDueOn: Day | null
  steps: ConditionStep[]
  /** The monthly update it was raised in, for those who may read it. */
  updateId: number | null
  /** What is known of the money: of the approved fact sheet, otherwise of the plan. */
  money: { totalYuan: number | null; planYuan: number | null }
  leader: string | null
  /** Lists of meetings it stands on, for those who may read them; the latest first. */
  listed: { id: number; title: string; heldOn: Day; settled: boolean }[]
  may: Record<'redirect' | 'escalate' | 'instruct' | 'decide', boolean>
}

/** The whole account of one condition. The unit asked finds it, with the work's identity and nothing more of the work. */
export function conditionView(actor: UserActor, id: number, today: Day): ConditionView {
  allow(canListProjects(actor))
  const joined = found(conditionRows(and(eq(conditions.id, id), visibleConditions(actor))).get())
  const item = found(conditionItems([joined], actor, today)[0])
  const { condition: row } = joined
  const open = row.closedOn === null
  const work = orm().select().from(projectList).where(eq(projectList.projectId, row.projectId)).get()
  return {
    ...item,
    levelSince: row.levelSince,
    unitDueOn: row.unitDueOn,
    steps: stepsOf(row, item),
    updateId: item.own ? row.updateId : null,
    money: { totalYuan: item.own ? (work?.totalYuan ?? null) : null, planYuan: item.own ? (work?.planYuan ?? null) : null },
    leader: work?.leaderName ?? null,
    listed: canReadMeetings(actor) ? listedIn(id) : [],
    may: {
      redirect: open && canCloseCondition(actor),
      escalate: open && row.level < lastLevel && canEscalateCondition(actor),
      instruct: open && row.level > 1 && canInstruct(actor),
      decide: open && row.level > 1 && canRecordDecision(actor),
    },
  }
}

type Row = typeof conditions.$inferSelect

/** One raised before the steps were kept begins with what its row says. */
function stepsOf(row: Row, item: ConditionItem): ConditionStep[] {
  const kept = orm()
    .select({
      step: conditionSteps,
      unit: organisations.name,
      meeting: { id: meetings.id, title: meetings.title, heldOn: meetings.heldOn },
    })
    .from(conditionSteps)
    .leftJoin(organisations, eq(organisations.id, conditionSteps.unitId))
    .leftJoin(meetings, eq(meetings.id, conditionSteps.meetingId))
    .where(eq(conditionSteps.conditionId, row.id))
    .orderBy(asc(conditionSteps.id))
    .all()
  const submitter =
    row.updateId === null ? null : (orm().select().from(updates).where(eq(updates.id, row.updateId)).get()?.submittedBy ?? null)
  const people = peopleOf(orm(), [...kept.map(({ step }) => step.byId), submitter])
  const steps = kept.map(({ step, unit, meeting }): ConditionStep => {
    const { id, kind, level, dueOn, onDay, words, outcome, documentNo, byId } = step
    // What an approved update asks was asked by whoever handed it in.
    const by = people.get((kind === 'asked' ? (submitter ?? byId) : byId) ?? 0) ?? null
    return { id, kind, level, dueOn, onDay, words, outcome, documentNo, unit, meeting, by, clock: byId === null && kind === 'escalated' }
  })
  return [...before(row, item, steps, people.get(submitter ?? 0) ?? null), ...steps]
}

const bare = { level: 1, dueOn: null, clock: false, unit: null, outcome: null, meeting: null, documentNo: null }

function before(row: Row, item: ConditionItem, steps: readonly ConditionStep[], askedBy: Person | null): ConditionStep[] {
  if (steps.some(({ kind }) => kind === 'asked')) return []
  const asked = { ...bare, id: -1, kind: 'asked' as const, onDay: row.raisedOn, by: askedBy, words: row.ask, unit: null }
  const saysAnswer = row.answer !== null && row.answeredOn !== null && !steps.some(({ kind }) => kind === 'answered')
  const answered = { ...bare, id: -2, kind: 'answered' as const, onDay: row.answeredOn ?? '', by: item.answeredBy, words: row.answer }
  const saysClosed = row.closedOn !== null && !steps.some(({ kind }) => kind === 'closed')
  const outcome = row.state === 'solved' || row.state === 'cannot' ? row.state : null
  const closed = { ...bare, id: -3, kind: 'closed' as const, onDay: row.closedOn ?? '', by: null, words: null, outcome }
  return [asked, ...(saysAnswer ? [answered] : []), ...(saysClosed ? [closed] : [])]
}

function listedIn(conditionId: number): ConditionView['listed'] {
  return orm()
    .select({ id: meetings.id, title: meetings.title, heldOn: meetings.heldOn, state: meetingItems.state })
    .from(meetingItems)
    .innerJoin(meetingListings, eq(meetingListings.itemId, meetingItems.id))
    .innerJoin(meetings, eq(meetings.id, meetingListings.meetingId))
    .where(eq(meetingItems.conditionId, conditionId))
    .orderBy(desc(meetings.heldOn), desc(meetings.id))
    .limit(20)
    .all()
    .map(({ state, ...meeting }) => ({ ...meeting, settled: state === 'settled' }))
}
