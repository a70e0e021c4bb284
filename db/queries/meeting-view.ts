import { asc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { ConditionState } from '../../domain/condition'
import { allow, found } from '../../domain/errors'
import type { MeetingItemState } from '../../domain/meeting'
import { canKeepMeetings, canReadMeetings } from '../../domain/policy'
import { orm } from '../client'
import { conditions, meetingItems, meetingListings, meetings, organisations, projects } from '../schema'
import { type Person, peopleOf } from './people'

/** A line of the dispatch list: 问题、措施、责任. */
export type MeetingItem = {
  id: number
  version: number
  position: number
  carried: boolean
  problem: string
  measure: string | null
  unitId: number | null
  unit: string | null
  person: string | null
  dueOn: Day | null
  state: MeetingItemState
  settledWords: string | null
  settledOn: Day | null
  settledBy: Person | null
  work: { code: string; name: string } | null
  condition: { id: number; state: ConditionState; level: number } | null
}
export type MeetingView = typeof meetings.$inferSelect & {
  items: MeetingItem[]
  caller: Person | null
  /** The bureau changes its head and lists more until it is closed; lines are settled at any time. */
  mayList: boolean
  maySettle: boolean
}

const mostItems = 300

export function meetingView(actor: UserActor, id: number): MeetingView {
  allow(canReadMeetings(actor))
  const row = found(orm().select().from(meetings).where(eq(meetings.id, id)).get())
  const keeps = canKeepMeetings(actor)
  const caller = peopleOf(orm(), [row.calledBy]).get(row.calledBy) ?? null
  return { ...row, items: itemsOf(id), caller, mayList: keeps && row.state === 'called', maySettle: keeps }
}

function itemsOf(meetingId: number): MeetingItem[] {
  const rows = orm()
    .select({ item: meetingItems, listing: meetingListings, unit: organisations.name, project: projects, condition: conditions })
    .from(meetingListings)
    .innerJoin(meetingItems, eq(meetingItems.id, meetingListings.itemId))
    .leftJoin(organisations, eq(organisations.id, meetingItems.unitId))
    .leftJoin(projects, eq(projects.id, meetingItems.projectId))
    .leftJoin(conditions, eq(conditions.id, meetingItems.conditionId))
    .where(eq(meetingListings.meetingId, meetingId))
    .orderBy(asc(meetingListings.position))
    .limit(mostItems)
    .all()
  const people = peopleOf(
    orm(),
    rows.map(({ item }) => item.settledBy),
  )
  return rows.map(({ item, listing, unit, project, condition }): MeetingItem => {
    const { id, version, problem, measure, unitId, person, dueOn, state, settledWords, settledOn, settledBy } = item
    return {
      ...{ id, version, problem, measure, unitId, unit, person, dueOn, state, settledWords, settledOn },
      position: listing.position,
      carried: listing.carried,
      settledBy: people.get(settledBy ?? 0) ?? null,
      work: project && { code: project.code, name: project.name },
      condition: condition && { id: condition.id, state: condition.state, level: condition.level },
    }
  })
}
