import { and, asc, count, eq, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import { addDays, type Day } from '../../domain/calendar'
import type { ToldRole } from '../../domain/finding'
import type { FindingState } from '../../domain/finding-workflow'
import { orm } from '../client'
import { runningStates } from '../inspection/finding-clock'
import { findings } from '../schema'
import { type FindingLine, findingLine, findingRows, unassignedSince, unassignedStates } from './finding-list'
import { visibleFindings } from './finding-scope'

/** What a finding waits for: from the unit, from the supervisors, or only to be known (`alarm`). */
export const findingTaskKinds = [
  'sent-back',
  'acknowledge',
  'plan',
  'rectify',
  'verify',
  'assign',
  'extension',
  'withdrawal',
  'recheck',
  'alarm',
] as const
export type FindingTaskKind = (typeof findingTaskKinds)[number]
export type FindingTaskGroup = { kind: FindingTaskKind; total: number; rows: FindingLine[] }

const mostShown = 5
const soonDays = 7

/** For a home page: each kind of thing that waits for the reader, the nearest deadline first; kinds of which nothing waits are left out. */
export function findingTasks(actor: UserActor, today: Day): FindingTaskGroup[] {
  const visible = visibleFindings(actor)
  return Object.entries(waiting(actor, today)).flatMap(([kind, condition]) => {
    const where = and(visible, condition)
    const total = orm().select({ rows: count() }).from(findings).where(where).get()?.rows ?? 0
    if (total === 0) return []
    // No deadline runs before it is assigned: what has waited longest comes first.
    const first = kind === 'assign' ? [asc(unassignedSince)] : []
    const rows = findingRows(where)
      .orderBy(...first, asc(findings.dueOn), asc(findings.id))
      .limit(mostShown)
      .all()
    return [{ kind: kind as FindingTaskKind, total, rows: rows.map((row) => findingLine(row, actor, today)) }]
  })
}

type Waiting = Partial<Record<FindingTaskKind, SQL | undefined>>

function waiting(actor: UserActor, today: Day): Waiting {
  if (hasRole(actor, 'supervisor')) return { ...forSupervisors(actor, today), alarm: toldTo('supervisor') }
  if (hasRole(actor, 'leader')) return { alarm: toldTo('leader') }
  if (hasRole(actor, 'bureau')) return { ...forUnit(actor), alarm: toldTo('bureau') }
  return forUnit(actor)
}

/** The unit it is assigned to; the work's other unit sees it, and may act, without being asked. */
function forUnit(actor: UserActor): Waiting {
  const mine = (...states: FindingState[]) => and(eq(findings.unitId, actor.organisationId), inArray(findings.state, states))
  return {
    'sent-back': mine('sent-back'),
    acknowledge: mine('assigned'),
    plan: mine('acknowledged'),
    rectify: mine('planned', 'rectifying'),
  }
}

function forSupervisors(actor: UserActor, today: Day): Waiting {
  return {
    verify: and(eq(findings.state, 'closure-requested'), notHandledBy(actor)),
    assign: inArray(findings.state, unassignedStates),
    extension: and(
      inArray(findings.state, runningStates),
      sql`exists (select 1 from finding_extensions e where e.finding_id = findings.id and e.status = 'submitted')`,
      notHandledBy(actor),
    ),
    withdrawal: and(isNotNull(findings.withdrawalBy), sql`${findings.withdrawalBy} <> ${actor.id}`, notHandledBy(actor)),
    recheck: and(eq(findings.state, 'recheck-due'), lte(findings.recheckDueOn, addDays(today, soonDays)), notHandledBy(actor)),
  }
}

/** Four eyes: what one has handled waits for another. */
const notHandledBy = (actor: UserActor): SQL =>
  sql`not exists (select 1 from finding_steps s where s.finding_id = findings.id and s.by_id = ${actor.id}
    and s.step in ('acknowledge', 'plan', 'start', 'request'))
    and not exists (select 1 from finding_extensions e where e.finding_id = findings.id and e.submitted_by = ${actor.id})`

/** Overdue, and the rules say that this role must be told. */
const toldTo = (role: ToldRole): SQL | undefined =>
  and(
    inArray(findings.state, runningStates),
    sql`exists (select 1 from finding_alarms a, json_each(a.tell) told where a.finding_id = findings.id and a.due_on = findings.due_on
      and a.level <> 'warning' and told.value = ${role})`,
  )
