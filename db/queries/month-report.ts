import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { addDays, addMonths, type Day, firstDay, holidaysKnown, type Month, reportDueOn } from '../../domain/calendar'
import { dueMonth, type ReportState, reportStates } from '../../domain/duty'
import { orm } from '../client'
import { projectList } from '../schema'
import { keptAnswer } from './kept'
import { rulesOn } from './rules'
import { scopeKey, visibleProjects } from './scope'

export type MonthReporting = {
  month: Month
  dueOn: Day
  /** The due day was moved by a weekend or a holiday; `known` = that year's holidays are entered. */
  moved: boolean
  known: boolean
  states: Record<ReportState, number>
  /** Why works have nothing to report: in reserve, nobody to report or stage unknown, the rest. */
  resting: { reserve: number; open: number; other: number }
}

/** Who has reported the month that is asked for now. */
export function monthReporting(actor: Actor, today: Day): MonthReporting {
  const rules = rulesOn(orm(), today)
  const month = dueMonth(today)
  const dueOn = reportDueOn(month, rules.duty.dueDay, rules.holidays)
  const named = addDays(firstDay(addMonths(month, 1)), rules.duty.dueDay - 1)
  const where = visibleProjects(actor)
  const { rows, rest } = keptAnswer(`month reporting ${scopeKey(actor)}`, () => ({ rows: statesOf(where), rest: resting(where) }))
  const stateOf = (state: ReportState) => rows.find((row) => row.state === state)?.rows ?? 0
  return {
    month,
    dueOn,
    moved: dueOn !== named,
    known: holidaysKnown(dueOn, rules.holidays),
    states: Object.fromEntries(reportStates.map((state) => [state, stateOf(state)])) as Record<ReportState, number>,
    resting: rest,
  }
}

const statesOf = (where: SQL) =>
  orm().select({ state: projectList.reportState, rows: count() }).from(projectList).where(where).groupBy(projectList.reportState).all()

function resting(where: SQL): MonthReporting['resting'] {
  const notDue = inArray(projectList.reportState, ['not-due', 'before-reporting'])
  const rowsOf = (which: SQL | undefined) =>
    orm()
      .select({ rows: count() })
      .from(projectList)
      .where(and(where, notDue, which))
      .get()?.rows ?? 0
  const reserve = rowsOf(eq(projectList.stage, 'reserve'))
  const nobody = and(sql`${projectList.stage} not in ('reserve', 'operation', 'withdrawn')`, unanswered)
  const open = rowsOf(nobody)
  return { reserve, open, other: rowsOf(undefined) - reserve - open }
}

const unanswered = sql`(${projectList.stage} = 'unknown' or (${projectList.ownerId} is null and ${projectList.responsibleId} is null))`

export type LateUnit = {
  unit: string | null
  organisationId: number | null
  works: { code: string; name: string; state: ReportState }[]
  count: number
}

const worksShown = 20

/** Units with works of the month not reported (or sent back and not answered), those with the most first. */
export function lateUnits(actor: Actor, most: number): LateUnits {
  const visible = visibleProjects(actor)
  return keptAnswer(`late units ${scopeKey(actor)} ${most}`, () => unitsOf(visible, most))
}

type LateUnits = { units: LateUnit[]; total: number; works: number }

function unitsOf(visible: SQL, most: number): LateUnits {
  const unit = sql<number | null>`coalesce(${projectList.responsibleId}, ${projectList.ownerId})`
  const late = and(visible, inArray(projectList.reportState, ['missing', 'returned']))
  const groups = orm()
    .select({ id: unit, name: sql<string | null>`coalesce(${projectList.responsibleName}, ${projectList.ownerName})`, rows: count() })
    .from(projectList)
    .where(late)
    .groupBy(unit)
    .orderBy(desc(count()), asc(unit))
    .all()
  const units = groups.slice(0, most).map(({ id, name, rows }) => ({
    unit: name,
    organisationId: id,
    count: rows,
    works: orm()
      .select({ code: projectList.code, name: projectList.name, state: sql<ReportState>`${projectList.reportState}` })
      .from(projectList)
      .where(and(late, id === null ? isNull(unit) : eq(unit, id)))
      .orderBy(asc(projectList.code))
      .limit(worksShown)
      .all(),
  }))
  return { units, total: groups.length, works: groups.reduce((sum, group) => sum + group.rows, 0) }
}
