import { asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor, UserActor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import type { AlarmLevel, FindingCategory, FindingSeverity, FindingSource } from '../../domain/finding'
import { type FindingFilter, type FindingShow, findingsAPage } from '../../domain/finding-params'
import { canMoveFinding, clockRuns, type FindingState, findingStates } from '../../domain/finding-workflow'
import { canReadProject } from '../../domain/policy'
import { orm } from '../client'
import { findings, organisations, projectList } from '../schema'
import { findingCondition, isOpen, isOverdue } from './finding-filter'

/** A line of the register. `own` = the reader may open the work itself; a unit that is only assigned may not. */
export type FindingLine = {
  id: number
  number: string
  state: FindingState
  source: FindingSource
  category: FindingCategory
  severity: FindingSeverity
  facts: string
  foundOn: Day
  work: { code: string; name: string; own: boolean } | null
  unit: string | null
  person: string | null
  dueOn: Day | null
  recheckDueOn: Day | null
  closedOn: Day | null
  /** Past the deadline while the clock runs; 0 otherwise. */
  overdueDays: number
  /** Since it was registered or reopened, while nobody has assigned it; null otherwise. */
  unassignedDays: number | null
  /** The last thing the clock said of the deadline that runs. */
  alarm: AlarmLevel | null
  withdrawalProposed: boolean
}
export type FindingCounts = Record<FindingShow, number>

export const alarmRank = sql`case a.level when 'red' then 3 when 'yellow' then 2 when 'blue' then 1 else 0 end`
const alarm = sql<AlarmLevel | null>`(select a.level from finding_alarms a where a.finding_id = findings.id and a.due_on = findings.due_on
  order by ${alarmRank} desc limit 1)`
export const unassignedStates = findingStates.filter((state) => canMoveFinding(state, 'assign'))
export const unassignedSince = sql<Day | null>`case when ${inArray(findings.state, unassignedStates)} then
  (select max(s.on_day) from finding_steps s where s.finding_id = findings.id and s.step in ('register', 'reopen')) end`
const columns = { finding: findings, alarm, unassignedSince, unit: organisations.name, work: projectList }

/** Rows of the register with their work, unit and alarm; the caller orders and bounds them. */
export const findingRows = (where: SQL | undefined) =>
  orm()
    .select(columns)
    .from(findings)
    .leftJoin(organisations, eq(organisations.id, findings.unitId))
    .leftJoin(projectList, eq(projectList.projectId, findings.projectId))
    .where(where)
export type FindingJoined = ReturnType<ReturnType<typeof findingRows>['all']>[number]

export function findingLine({ finding, alarm, unassignedSince: since, unit, work }: FindingJoined, actor: Actor, today: Day): FindingLine {
  const { id, number, state, source, category, severity, facts, foundOn, person, dueOn, recheckDueOn, closedOn } = finding
  const running = clockRuns(state)
  const unitIds = [work?.ownerId, work?.responsibleId].filter((each) => typeof each === 'number')
  return {
    ...{ id, number, state, source, category, severity, facts, foundOn, person, dueOn, recheckDueOn, closedOn, unit },
    work: work && { code: work.code, name: work.name, own: canReadProject(actor, { unitIds }) },
    overdueDays: running && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0,
    unassignedDays: since === null ? null : daysBetween(since, today),
    alarm: running ? alarm : null,
    withdrawalProposed: finding.withdrawalBy !== null,
  }
}

export type FindingList = { rows: FindingLine[]; total: number; counts: FindingCounts }

/** A page of the register: open ones by their deadline (those without one first), others the latest first. */
export function findingList(actor: UserActor, filter: FindingFilter, page: number, today: Day): FindingList {
  const show = filter.show ?? 'open'
  const counts = countsOf(actor, filter, today)
  const rows = findingRows(findingCondition(actor, filter, today))
    .orderBy(...(show === 'open' || show === 'overdue' ? [asc(findings.dueOn), asc(findings.id)] : [desc(findings.id)]))
    .limit(findingsAPage)
    .offset((page - 1) * findingsAPage)
    .all()
  return { rows: rows.map((row) => findingLine(row, actor, today)), total: counts[show], counts }
}

const rowsWhere = (condition: SQL | undefined) => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`

/** How many each group would show, the other filters standing. */
function countsOf(actor: UserActor, filter: FindingFilter, today: Day): FindingCounts {
  const row = orm()
    .select({ all: count(), open: rowsWhere(isOpen()), overdue: rowsWhere(isOverdue(today)) })
    .from(findings)
    .where(findingCondition(actor, { ...filter, show: 'all' }, today))
    .get()
  const { all = 0, open = 0, overdue = 0 } = row ?? {}
  return { all, open, overdue, closed: all - open }
}
