import { and, count, desc, eq, ne, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day, Month } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canReadYear } from '../../domain/policy'
import type { RegistrationState } from '../../domain/registration'
import { type Beside, beside } from '../../domain/statistics-investment'
import { orm } from '../client'
import { projectList, projectStages, registrations, statisticsInvestments, updates } from '../schema'
import { keptAnswer } from './kept'

export const statisticsAPage = 50

export type BesideRow = Beside & { code: string; name: string; stage: string; source: string }
/** `both` = works with both figures; the sums are of those alone, so that they can be compared. */
export type BesideSums = {
  statistics: number
  both: number
  construction: number
  statisticsYuan: number | null
  dispatchYuan: number | null
}
export type BesideList = { months: Month[]; month: Month | null; rows: BesideRow[]; total: number; sums: BesideSums }

/** 统计 beside 调度 at one month, the largest difference first; works of which only statistics speak stand last. */
export function besideList(actor: Actor, wanted: Month | undefined, page: number): BesideList {
  allow(canReadYear(actor))
  const months = statisticsMonths()
  const month = months.find((each) => each === wanted) ?? months[0] ?? null
  if (month === null) return { months, month, rows: [], total: 0, sums: sumsOf(null) }
  const sums = sumsOf(month)
  return { months, month, rows: keptAnswer(`beside ${month} ${page}`, () => rowsOf(month, page)), total: sums.statistics, sums }
}

/** Months of which an approved figure speaks, the latest first. */
const statisticsMonths = (): Month[] =>
  keptAnswer('statistics months', () =>
    orm()
      .selectDistinct({ month: statisticsInvestments.throughMonth })
      .from(statisticsInvestments)
      .where(eq(statisticsInvestments.current, true))
      .orderBy(desc(statisticsInvestments.throughMonth))
      .limit(36)
      .all()
      .map(({ month }) => month),
  )

const sameMonth = and(
  eq(updates.projectId, statisticsInvestments.projectId),
  eq(updates.kind, 'monthly'),
  eq(updates.period, statisticsInvestments.throughMonth),
  eq(updates.current, true),
)
const inForce = (month: Month) => and(eq(statisticsInvestments.throughMonth, month), eq(statisticsInvestments.current, true))
const difference = sql<number | null>`abs(${statisticsInvestments.yuan} - ${updates.yearToDateYuan})`

function rowsOf(month: Month, page: number): BesideRow[] {
  return orm()
    .select({
      code: projectList.code,
      name: projectList.name,
      stage: projectList.stage,
      source: statisticsInvestments.source,
      statistics: statisticsInvestments.yuan,
      dispatch: updates.yearToDateYuan,
    })
    .from(statisticsInvestments)
    .innerJoin(projectList, eq(projectList.projectId, statisticsInvestments.projectId))
    .leftJoin(updates, sameMonth)
    .where(inForce(month))
    .orderBy(sql`${difference} desc nulls last`, projectList.code)
    .limit(statisticsAPage)
    .offset((page - 1) * statisticsAPage)
    .all()
    .map(({ statistics, dispatch, ...work }) => ({ ...work, ...beside(statistics, dispatch) }))
}

function sumsOf(month: Month | null): BesideSums {
  return keptAnswer(`beside sums ${month}`, () => {
    const construction = orm().select({ works: count() }).from(projectList).where(eq(projectList.stage, 'construction')).get()?.works ?? 0
    const row = orm()
      .select({
        statistics: count(),
        both: count(updates.yearToDateYuan),
        statisticsYuan: sql<number | null>`sum(case when ${updates.yearToDateYuan} is not null then ${statisticsInvestments.yuan} end)`,
        dispatchYuan: sql<number | null>`sum(${updates.yearToDateYuan})`,
      })
      .from(statisticsInvestments)
      .leftJoin(updates, sameMonth)
      .where(inForce(month ?? ''))
      .get()
    return { construction, ...(row ?? { statistics: 0, both: 0, statisticsYuan: null, dispatchYuan: null }) }
  })
}

export type UnregisteredRow = {
  code: string
  name: string
  unit: string | null
  state: RegistrationState | null
  stateOn: Day | null
  since: Day | null
  days: number | null
}
export type UnregisteredList = { rows: UnregisteredRow[]; total: number; states: Map<RegistrationState | null, number> }

/** Works under construction that are not in the statistics' library, the longest built first. */
export function unregisteredList(actor: Actor, today: Day, page: number): UnregisteredList {
  allow(canReadYear(actor))
  const states = keptAnswer('registration states', statesUnderConstruction)
  const open = [...states].filter(([state]) => state !== 'registered' && state !== 'exempt')
  return {
    states,
    total: open.reduce((sum, [, works]) => sum + works, 0),
    rows: keptAnswer(`unregistered ${today} ${page}`, () => unregisteredRows(today, page)),
  }
}

const recorded = and(eq(registrations.projectId, projectList.projectId), eq(registrations.current, true))
const built = eq(projectList.stage, 'construction')

function statesUnderConstruction(): Map<RegistrationState | null, number> {
  const rows = orm()
    .select({ state: registrations.state, works: count() })
    .from(projectList)
    .leftJoin(registrations, recorded)
    .where(built)
    .groupBy(registrations.state)
    .all()
  return new Map(rows.map(({ state, works }) => [state, works]))
}

function unregisteredRows(today: Day, page: number): UnregisteredRow[] {
  const from = sql<Day | null>`case when ${registrations.state} = 'removed' then max(${registrations.onDay}, ${sinceConstruction}) else ${sinceConstruction} end`
  const days = sql<number | null>`cast(julianday(${today}) - julianday(${from}) as integer)`
  return orm()
    .select({
      code: projectList.code,
      name: projectList.name,
      unit: sql<string | null>`coalesce(${projectList.ownerName}, ${projectList.responsibleName})`,
      state: registrations.state,
      stateOn: registrations.onDay,
      since: from,
      days,
    })
    .from(projectList)
    .leftJoin(registrations, recorded)
    .where(and(built, ne(sql`coalesce(${registrations.state}, '')`, 'registered'), ne(sql`coalesce(${registrations.state}, '')`, 'exempt')))
    .orderBy(sql`${days} desc nulls last`, projectList.code)
    .limit(statisticsAPage)
    .offset((page - 1) * statisticsAPage)
    .all()
}

/** As `constructionSince` in domain/registration.ts, for a whole list: the first day of construction since the work was last anything before it. */
const sinceConstruction = sql<Day | null>`(
  select min(s.from_day) from ${projectStages} s
  where s.project_id = ${projectList.projectId} and s.stage = 'construction' and not exists (
    select 1 from ${projectStages} o
    where o.project_id = s.project_id and o.stage not in ('construction', 'paused')
      and (o.from_day > s.from_day or (o.from_day = s.from_day and o.id > s.id))
  )
)`
