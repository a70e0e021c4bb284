import { asc, count, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day, Month } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { allow } from '../../domain/errors'
import type { LockState } from '../../domain/lock'
import { canKeepMeetings, canReadAllProjects } from '../../domain/policy'
import { orm } from '../client'
import { isReopened, openLock, publishedLock } from '../locks/lookup'
import { waitingOf } from '../locks/precheck'
import { conditions, meetings, updates } from '../schema'
import { isOverdue } from './condition-clock'

/** The month that is due while nobody has locked it: how its lock stands, and what nobody has decided of yet. Null once it is locked. */
export type MonthToLock = { month: Month; open: LockState | null; reopened: boolean; unreviewed: number }

export function monthToLock(actor: Actor, today: Day): MonthToLock | null {
  allow(canReadAllProjects(actor))
  const month = dueMonth(today)
  const published = publishedLock(orm(), 'month', month)
  const reopened = published !== undefined && isReopened(orm(), published.id)
  if (published && !reopened) return null
  const waiting = orm().select({ rows: count() }).from(updates).where(waitingOf('month', month)).get()
  return { month, reopened, open: openLock(orm(), 'month', month)?.state ?? null, unreviewed: waiting?.rows ?? 0 }
}

const most = 20

export type DeskMeeting = { id: number; title: string; heldOn: Day; open: number }
export type DeskMatters = { meetings: DeskMeeting[]; overdue: number }

/** Meetings that are called, with the lines that are open on their list; and how many units are late with an answer. */
export function deskMatters(actor: Actor, today: Day): DeskMatters {
  allow(canKeepMeetings(actor))
  const { id, title, heldOn } = meetings
  const rows = orm()
    .select({ id, title, heldOn, open: sql<number>`(select count(*) from ${openLines})` })
    .from(meetings)
    .where(eq(meetings.state, 'called'))
    .orderBy(asc(heldOn), asc(id))
    .limit(most)
    .all()
  const late = orm().select({ rows: count() }).from(conditions).where(isOverdue(today)).get()
  return { meetings: rows.filter(({ open }) => open > 0), overdue: late?.rows ?? 0 }
}

const openLines = sql`meeting_listings l join meeting_items i on i.id = l.item_id where l.meeting_id = meetings.id and i.state = 'open'`
