import { asc, count, eq, sql } from 'drizzle-orm'
import { type Actor, isSelf } from '../../domain/actor'
import type { Day, Month } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { allow } from '../../domain/errors'
import type { LockState } from '../../domain/lock'
import { canDraftRules, canKeepMeetings, canKeepYearList, canReadAllProjects, canReadImports } from '../../domain/policy'
import type { RuleKind } from '../../domain/rules'
import { orm } from '../client'
import { isReopened, openLock, publishedLock } from '../locks/lookup'
import { waitingOf } from '../locks/precheck'
import { conditions, imports, meetings, ruleSets, updates, yearLists } from '../schema'
import { isOverdue } from './condition-clock'
import { waitingLocks } from './locks'

/** What a second person decides of on its own page; `own` = handed in by the reader, for whom it waits for somebody else. */
export type DeskWait = { own: boolean; since: string } & (
  | { what: 'year-list'; year: number; revision: number }
  | { what: 'rules'; kind: RuleKind; effectiveFrom: Day }
  | { what: 'lock' | 'reopening'; period: string }
  | { what: 'import'; id: number; fileName: string }
)

const most = 20

/** The first to wait stands first. */
export function deskWaits(actor: Actor): DeskWait[] {
  const locks = waitingLocks(actor).map((lock): DeskWait => lock)
  return [...listWaits(actor), ...ruleWaits(actor), ...locks, ...importWaits(actor)].toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

function listWaits(actor: Actor): DeskWait[] {
  allow(canKeepYearList(actor))
  const { year, revision, submittedBy: by, submittedAt: since } = yearLists
  const rows = orm().select({ year, revision, by, since }).from(yearLists).where(eq(yearLists.status, 'submitted')).limit(most).all()
  return rows.map(({ by, ...row }): DeskWait => ({ what: 'year-list', ...row, own: isSelf(actor, by) }))
}

function ruleWaits(actor: Actor): DeskWait[] {
  allow(canDraftRules(actor))
  const { kind, effectiveFrom, draftedBy: by, submittedAt: since } = ruleSets
  const rows = orm().select({ kind, effectiveFrom, by, since }).from(ruleSets).where(eq(ruleSets.status, 'submitted')).all()
  return rows.map(({ by, since, ...row }): DeskWait => ({ what: 'rules', ...row, since: since ?? '', own: isSelf(actor, by) }))
}

function importWaits(actor: Actor): DeskWait[] {
  allow(canReadImports(actor))
  const rows = orm().select().from(imports).where(eq(imports.state, 'submitted')).orderBy(asc(imports.id)).limit(most).all()
  return rows.map(({ id, fileName, createdBy, startedBy, createdAt }): DeskWait => {
    return { what: 'import', id, fileName, since: createdAt, own: isSelf(actor, createdBy) || isSelf(actor, startedBy) }
  })
}

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
