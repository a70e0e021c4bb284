import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Actor, hasRole } from '../../domain/actor'
import { type Day, type Month, reportDueOn } from '../../domain/calendar'
import { dueMonth, type ReportState } from '../../domain/duty'
import { allow } from '../../domain/errors'
import { byUnit, type LateUnit, type LateWork, lateStates } from '../../domain/late-list'
import { canReadLateList } from '../../domain/policy'
import { orm } from '../client'
import { openLock, publishedLock } from '../locks/lookup'
import { lockWorks, projectList, users } from '../schema'
import { rulesOn } from './rules'

/** More works than this are not listed at once: the rest is counted by `more`. */
export const mostLate = 600

/** `source` = the list of today, or the month's lock; null = the month is neither due nor computed, so nobody can be named. */
export type LateList = { month: Month; dueOn: Day; source: 'due' | 'locked' | 'computed' | null; units: LateUnit[]; more: boolean }

/** Who has not reported a month, was returned, or came late: by unit, with the people to call. */
export function lateList(actor: Actor, month: Month, today: Day): LateList {
  allow(canReadLateList(actor))
  const rules = rulesOn(orm(), today)
  const dueOn = reportDueOn(month, rules.duty.dueDay, rules.holidays)
  const { source, works } = worksOf(month, today)
  const told = works.slice(0, mostLate)
  return { month, dueOn, source, units: byUnit(told, contactsOf(actor, told)), more: works.length > mostLate }
}

function worksOf(month: Month, today: Day): { source: LateList['source']; works: LateWork[] } {
  if (month === dueMonth(today)) return { source: 'due', works: dueWorks(month) }
  const published = publishedLock(orm(), 'month', month)
  const open = published ? undefined : openLock(orm(), 'month', month)
  const lock = published ?? (open?.state === 'computing' ? undefined : open)
  if (!lock) return { source: null, works: [] }
  return { source: published ? 'locked' : 'computed', works: lockedWorks(lock.id) }
}

const units = {
  ownerId: projectList.ownerId,
  ownerName: projectList.ownerName,
  responsibleId: projectList.responsibleId,
  responsibleName: projectList.responsibleName,
}

function dueWorks(month: Month): LateWork[] {
  return orm()
    .select({ code: projectList.code, name: projectList.name, state: projectList.reportState, ...units })
    .from(projectList)
    .where(and(inArray(projectList.reportState, [...lateStates]), eq(projectList.reportMonth, month)))
    .orderBy(asc(projectList.code))
    .limit(mostLate + 1)
    .all()
    .map(toWork)
}

/** The states of a locked month are frozen; whom to call is known of today. */
function lockedWorks(lockId: number): LateWork[] {
  return orm()
    .select({ code: lockWorks.code, name: lockWorks.name, state: lockWorks.reportState, ...units })
    .from(lockWorks)
    .innerJoin(projectList, eq(projectList.projectId, lockWorks.projectId))
    .where(and(eq(lockWorks.lockId, lockId), inArray(lockWorks.reportState, [...lateStates])))
    .orderBy(asc(lockWorks.code))
    .limit(mostLate + 1)
    .all()
    .map(toWork)
}

type Found = { code: string; name: string; state: string; ownerId: number | null; ownerName: string | null } & {
  responsibleId: number | null
  responsibleName: string | null
}

/** The unit itself reports; where none is known, the department that answers for the work. */
const toWork = ({ code, name, state, ownerId, ownerName, responsibleId, responsibleName }: Found): LateWork => ({
  code,
  name,
  state: state as ReportState,
  unitId: ownerId ?? responsibleId,
  unit: ownerName ?? responsibleName,
})

/** Names of the active accounts of the units; for the bureau, which calls them. */
function contactsOf(actor: Actor, works: readonly LateWork[]): Map<number, string[]> {
  const ids = [...new Set(works.flatMap(({ unitId }) => unitId ?? []))]
  const contacts = new Map<number, string[]>()
  if (!hasRole(actor, 'bureau') || ids.length === 0) return contacts
  const rows = orm()
    .select({ unit: users.organisationId, name: users.name })
    .from(users)
    .where(and(inArray(users.organisationId, ids), eq(users.role, 'owner'), eq(users.active, true)))
    .orderBy(asc(users.id))
    .all()
  for (const { unit, name } of rows) contacts.set(unit, [...(contacts.get(unit) ?? []), name])
  return contacts
}
