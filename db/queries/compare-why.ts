import { and, asc, between, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Instant, Month } from '../../domain/calendar'
import type { EventAction } from '../../domain/events'
import { orm } from '../client'
import type { LockRow } from '../locks/row'
import { eventBodies, events, updates } from '../schema'

/** Why a work's figures differ: an event between the two moments, or a month that counts in one of them only. */
export type Reason =
  | { kind: 'event'; action: EventAction; at: Instant; seq: number; updateId: number | null }
  | { kind: 'month'; month: Month; updateId: number }

/** Events that move what a lock reads. */
const moving: readonly EventAction[] = [
  'update.approved',
  'annual-plan.approved',
  'fact-sheet.approved',
  'project.edited',
  'project.censused',
  'project.assigned',
  'project.chain-confirmed',
  'project.stage-moved',
  'milestone-date.approved',
  'funds.approved',
  'registration.recorded',
  'project.created',
]
const mostReasons = 6

type Named = { id: number; code: string }

/** By work: what happened between the two moments, and the reports of the months that lie between the two periods. */
export function reasonsBetween(from: LockRow, to: LockRow, works: readonly Named[]): Map<number, Reason[]> {
  if (works.length === 0) return new Map()
  const [low, high] = from.eventSeq <= to.eventSeq ? [from.eventSeq, to.eventSeq] : [to.eventSeq, from.eventSeq]
  const happened = eventsBetween(low, high, works)
  const months = monthsBetween(from.throughMonth, to.throughMonth, works)
  return new Map(works.map((work) => [work.id, [...(months.get(work.id) ?? []), ...(happened.get(work.code) ?? [])].slice(0, mostReasons)]))
}

function eventsBetween(low: number, high: number, works: readonly Named[]): Map<string, Reason[]> {
  const subjects = works.map(({ code }) => `project:${code}`)
  const rows = orm()
    .select({ seq: events.seq, at: events.at, action: events.action, subject: events.subject, body: eventBodies.body })
    .from(events)
    .leftJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(and(inArray(events.subject, subjects), between(events.seq, low + 1, high), inArray(events.action, [...moving])))
    .orderBy(asc(events.subject), asc(events.seq))
    .limit(500)
    .all()
  const byCode = new Map<string, Reason[]>()
  for (const { seq, at, action, subject, body } of rows) {
    const code = subject.slice('project:'.length)
    byCode.set(code, [...(byCode.get(code) ?? []), { kind: 'event', action: action as EventAction, at, seq, updateId: updateIn(body) }])
  }
  return byCode
}

/** The update an event speaks of; an erased body names none. */
function updateIn(body: string | null): number | null {
  const told: unknown = body === null ? null : JSON.parse(body)
  return typeof told === 'object' && told !== null && 'update' in told && typeof told.update === 'number' ? told.update : null
}

/** A later period counts reports that an earlier one could not: they are not events between, where both were read at the same time. */
function monthsBetween(from: Month, to: Month, works: readonly Named[]): Map<number, Reason[]> {
  const [low, high] = from <= to ? [from, to] : [to, from]
  const byWork = new Map<number, Reason[]>()
  if (low === high) return byWork
  const ids = works.map(({ id }) => id)
  const rows = orm()
    .select({ projectId: updates.projectId, period: updates.period, id: updates.id })
    .from(updates)
    .where(
      and(
        inArray(updates.projectId, ids),
        eq(updates.kind, 'monthly'),
        eq(updates.current, true),
        gt(updates.period, low),
        lte(updates.period, high),
      ),
    )
    .orderBy(asc(updates.projectId), asc(updates.period))
    .limit(600)
    .all()
  for (const { projectId, period, id } of rows)
    byWork.set(projectId, [...(byWork.get(projectId) ?? []), { kind: 'month', month: period, updateId: id }])
  return byWork
}
