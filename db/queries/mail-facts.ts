import { and, asc, count, inArray } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import { addDays, type Day, nextWorkday, reportDueOn } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import type { MailFacts } from '../../domain/mail-letter'
import { canListProjects, canReadMeetings, canReadReviewQueue } from '../../domain/policy'
import { orm } from '../client'
import { projectList } from '../schema'
import { feedDays } from './feed-days'
import { waitingCounts } from './home-bureau'
import { returnedToMe } from './home-returned'
import { deskWaits } from './home-waits'
import { rulesOn } from './rules'
import { visibleProjects } from './scope'

/** Due within a week is told; the same week as on the home page. */
const soonDays = 7
const shown = 5
const none = { items: [], total: 0 }

/** What somebody is reminded of by mail, read as they would read it themselves; null for who has no works to read. */
export function mailFacts(actor: UserActor, today: Day): MailFacts | null {
  if (!canListProjects(actor)) return null
  const isOwner = hasRole(actor, 'owner')
  const days = feedDays(actor, today)
  const until = addDays(today, soonDays)
  const isNear = ({ on }: { on: Day }) => on <= until
  const findings = isOwner ? days.findings.filter(isNear) : []
  const conditions = days.conditions.filter(isNear)
  return {
    month: dueMonth(today),
    reports: isOwner ? reportsOwed(actor, today) : none,
    returned: isOwner ? sentBack(actor) : none,
    findings: { items: findings.slice(0, shown).map(({ number, on }) => ({ number, on })), total: findings.length },
    conditions: { items: conditions.slice(0, shown).map(({ work, on }) => ({ work, on })), total: conditions.length },
    ...deskFacts(actor),
    meetings: canReadMeetings(actor) ? nextMeetings(days.meetings, today) : [],
  }
}

/** Of the month that is asked for now, once its day is near. */
function reportsOwed(actor: UserActor, today: Day): MailFacts['reports'] {
  const { duty, holidays } = rulesOn(orm(), today)
  const on = reportDueOn(dueMonth(today), duty.dueDay, holidays)
  if (on > addDays(today, soonDays)) return none
  const owed = and(visibleProjects(actor), inArray(projectList.reportState, ['due', 'missing']))
  const rows = orm().select({ work: projectList.name }).from(projectList).where(owed).orderBy(asc(projectList.code)).limit(shown).all()
  const total = orm().select({ rows: count() }).from(projectList).where(owed).get()?.rows ?? 0
  return { items: rows.map(({ work }) => ({ work, on })), total }
}

function sentBack(actor: UserActor): MailFacts['returned'] {
  const rows = returnedToMe(actor)
  return { items: rows.slice(0, shown).map(({ kind, title }) => ({ kind, title })), total: rows.length }
}

/** What waits for the reader's decision; what they handed in themselves waits for another person. */
function deskFacts(actor: UserActor): Pick<MailFacts, 'reviews' | 'desk'> {
  if (!canReadReviewQueue(actor)) return { reviews: [], desk: 0 }
  const reviews = waitingCounts(actor).map(({ kind, count: all, own }) => ({ kind, count: all - own }))
  return { reviews: reviews.filter((row) => row.count > 0), desk: deskWaits(actor).filter(({ own }) => !own).length }
}

/** Until the next working day: no mail is sent on the days between. */
function nextMeetings(rows: readonly { id: number; title: string; on: Day }[], today: Day): MailFacts['meetings'] {
  const until = nextWorkday(addDays(today, 1), rulesOn(orm(), today).holidays)
  return rows
    .filter(({ on }) => on > today && on <= until)
    .slice(0, shown)
    .map(({ id, title, on }) => ({ id, title, on }))
}
