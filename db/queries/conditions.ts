import { and, asc, count, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import type { ConditionKind, ConditionState } from '../../domain/condition'
import { type ConditionFilter, type ConditionShow, conditionShows, conditionsAPage } from '../../domain/condition-params'
import { allow } from '../../domain/errors'
import { type Clock, clockOf } from '../../domain/escalation'
import { canAnswerCondition, canCloseCondition, canListProjects, canReadProject } from '../../domain/policy'
import { orm } from '../client'
import { conditions, organisations, projectList } from '../schema'
import { clockDueOn, conditionShown } from './condition-clock'
import { type Person, peopleOf } from './people'
import { holidays } from './rules'
import { visibleProjects } from './scope'

/** One enabling condition; `own` = the reader may open the work itself, a unit that is only asked may not. */
export type ConditionItem = {
  id: number
  version: number
  kind: ConditionKind
  ask: string
  state: ConditionState
  level: number
  clock: Clock
  /** How long whoever was asked last is late with an answer; 0 = in time, or answered. */
  overdueDays: number
  raisedOn: Day
  answer: string | null
  answeredOn: Day | null
  answeredBy: Person | null
  closedOn: Day | null
  askedOf: string | null
  code: string
  work: string
  own: boolean
  mayAnswer: boolean
  mayClose: boolean
}
export type ConditionCounts = Record<ConditionShow, number> & { levels: Record<string, number> }
export type ConditionList = { rows: ConditionItem[]; total: number; counts: ConditionCounts }

/** What a reader finds: what stands in the way of the works they may see, and what their unit is asked. */
export const visibleConditions = (actor: UserActor): SQL | undefined =>
  or(visibleProjects(actor), eq(conditions.askedOfId, actor.organisationId))

const units = { ownerId: projectList.ownerId, responsibleId: projectList.responsibleId }
const columns = {
  condition: conditions,
  dueOn: clockDueOn,
  code: projectList.code,
  work: projectList.name,
  askedOf: organisations.name,
  units,
}

export const conditionRows = (where: SQL | undefined) =>
  orm()
    .select(columns)
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(where)
type Joined = ReturnType<ReturnType<typeof conditionRows>['all']>[number]

/** A page of the desk: the highest level first, in it whoever is late longest; closed ones the latest first. */
export function conditionList(actor: UserActor, filter: ConditionFilter, page: number, today: Day): ConditionList {
  allow(canListProjects(actor))
  const { show = 'open' } = filter
  const counts = countsOf(actor, filter, today)
  const order = show === 'closed' ? [desc(conditions.closedOn), desc(conditions.id)] : openFirst
  const found = conditionRows(and(condition(actor, filter), conditionShown(show, today)))
    .orderBy(...order)
    .limit(conditionsAPage)
    .offset((page - 1) * conditionsAPage)
    .all()
  return { rows: conditionItems(found, actor, today), total: counts[show], counts }
}

const openFirst = [
  desc(conditions.state),
  desc(conditions.level),
  asc(sql`coalesce(${conditions.unitDueOn}, ${conditions.raisedOn})`),
  asc(conditions.id),
]

/** The filter without its group. */
function condition(actor: UserActor, { kind, level, unit, project }: ConditionFilter): SQL | undefined {
  return and(
    visibleConditions(actor),
    kind && eq(conditions.kind, kind),
    level && eq(conditions.level, Number(level)),
    unit === 'none' ? isNull(conditions.askedOfId) : unit ? eq(conditions.askedOfId, Number(unit)) : undefined,
    project ? eq(projectList.code, project) : undefined,
  )
}

export function conditionItems(found: readonly Joined[], actor: UserActor, today: Day): ConditionItem[] {
  const people = peopleOf(
    orm(),
    found.map(({ condition }) => condition.answeredBy),
  )
  const off = holidays(orm(), today).body
  return found.map(({ condition: row, dueOn, code, work, askedOf, units: { ownerId, responsibleId } }) => {
    const { id, version, kind, ask, state, level, raisedOn, answer, answeredOn, closedOn, askedOfId, unitDueOn } = row
    return {
      ...{ id, version, kind, ask, state, level, raisedOn, answer, answeredOn, closedOn, code, work, askedOf },
      clock: clockOf({ state, level, dueOn }, today, off),
      overdueDays: state === 'open' && unitDueOn !== null ? Math.max(0, daysBetween(unitDueOn, today)) : 0,
      answeredBy: people.get(row.answeredBy ?? 0) ?? null,
      own: canReadProject(actor, { unitIds: [ownerId, responsibleId].filter((unitId) => unitId !== null) }),
      mayAnswer: closedOn === null && canAnswerCondition(actor, askedOfId),
      mayClose: closedOn === null && canCloseCondition(actor),
    }
  })
}

const rowsWhere = (where: SQL | undefined) => sql<number>`coalesce(sum(case when ${where} then 1 else 0 end), 0)`

/** How many each group would show, the other filters standing; the levels within the group that is shown. */
function countsOf(actor: UserActor, filter: ConditionFilter, today: Day): ConditionCounts {
  const where = condition(actor, filter)
  const groups = Object.fromEntries(conditionShows.map((show) => [show, rowsWhere(conditionShown(show, today))])) as Record<
    ConditionShow,
    SQL<number>
  >
  const row = orm()
    .select(groups)
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .where(where)
    .get()
  const shown = and(condition(actor, { ...filter, level: undefined }), conditionShown(filter.show ?? 'open', today))
  const levels = orm()
    .select({ level: conditions.level, rows: count() })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .where(shown)
    .groupBy(conditions.level)
    .all()
  return {
    ...(row ?? { open: 0, overdue: 0, answered: 0, closed: 0 }),
    levels: Object.fromEntries(levels.map(({ level, rows }) => [level, rows])),
  }
}

const mostUnits = 300

/** The units that have something to answer among what the reader may see, for the filter. */
export function conditionUnits(actor: UserActor): { id: number; name: string }[] {
  return orm()
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .innerJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(and(visibleConditions(actor), isNull(conditions.closedOn)))
    .orderBy(asc(organisations.name))
    .limit(mostUnits)
    .all()
}

/** The works a condition may be raised for: one's own, or all for the bureau; those withdrawn are closed. */
export function worksToAskFor(actor: UserActor): { code: string; name: string }[] {
  const visible = visibleProjects(actor)
  allow(hasRole(actor, 'owner', 'bureau'))
  return orm()
    .select({ code: projectList.code, name: projectList.name })
    .from(projectList)
    .where(and(visible, ne(projectList.stage, 'withdrawn')))
    .orderBy(asc(projectList.code))
    .limit(2000)
    .all()
}
