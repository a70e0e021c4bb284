import { count, desc, eq, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { MeetingKind, MeetingState } from '../../domain/meeting'
import { meetingsAPage } from '../../domain/meeting-params'
import { canReadMeetings } from '../../domain/policy'
import { orm } from '../client'
import { meetings } from '../schema'

export type MeetingLine = {
  id: number
  kind: MeetingKind
  title: string
  heldOn: Day
  place: string | null
  state: MeetingState
  /** Lines of its list, those left open, those carried into it. */
  items: number
  open: number
  carried: number
}

const listed = sql`meeting_listings l join meeting_items i on i.id = l.item_id where l.meeting_id = meetings.id`
const lines = {
  items: sql<number>`(select count(*) from ${listed})`,
  open: sql<number>`(select count(*) from ${listed} and i.state = 'open')`,
  carried: sql<number>`(select count(*) from ${listed} and l.carried = 1)`,
}

/** The latest first. */
export function meetingList(actor: UserActor, kind: MeetingKind | undefined, page: number): { rows: MeetingLine[]; total: number } {
  allow(canReadMeetings(actor))
  const where = kind && eq(meetings.kind, kind)
  const { id, title, heldOn, place, state } = meetings
  const rows = orm()
    .select({ id, kind: meetings.kind, title, heldOn, place, state, ...lines })
    .from(meetings)
    .where(where)
    .orderBy(desc(heldOn), desc(id))
    .limit(meetingsAPage)
    .offset((page - 1) * meetingsAPage)
    .all()
  return { rows, total: orm().select({ rows: count() }).from(meetings).where(where).get()?.rows ?? 0 }
}

/** Meetings in which something may have been decided, for the form that records it; the latest first. */
export function meetingChoices(actor: UserActor): { id: number; title: string; heldOn: Day; state: MeetingState }[] {
  allow(canReadMeetings(actor))
  const { id, title, heldOn, state } = meetings
  return orm().select({ id, title, heldOn, state }).from(meetings).orderBy(desc(heldOn), desc(id)).limit(30).all()
}
