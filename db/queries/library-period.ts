import { and, asc, between, eq, gt, inArray, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { everyPeriod, type ListFilter } from '../../domain/list-params'
import { canListProjects } from '../../domain/policy'
import { house, orm } from '../client'
import { latestPeriod } from '../new-work'
import { planPeriods, projectList, projectPeriods, projects } from '../schema'
import { keptAnswer } from './kept'

export type LibraryPeriods = { all: { id: string; name: string }[]; current: string }

/** The periods a library can be asked of; null while there is one: then nothing is asked and nothing said. */
export function libraryPeriods(actor: Actor, today: Day): LibraryPeriods | null {
  allow(canListProjects(actor))
  const { id, name, fromDay } = planPeriods
  const all = orm().select({ id, name }).from(planPeriods).orderBy(asc(fromDay)).all()
  return all.length > 1 ? { all, current: latestPeriod(orm(), today) } : null
}

/** What is asked of the library, as of a day: of the period that began last, unless another one or every one is named. */
export function ofPeriod<Asked extends ListFilter>(actor: Actor, asked: Asked, today: Day): Asked {
  const periods = libraryPeriods(actor, today)
  return periods === null ? asked : { ...asked, period: asked.period ?? periods.current, on: today }
}

/** Made in the period and not carried on from it, or carried into it, by the day; a carrying that is decided ahead of time waits for its day. */
export function inPeriod(id: string, on: Day): SQL | undefined {
  if (id === everyPeriod) return undefined
  const { spans, gives, takes } = periodFacts(id)
  const { projectId, periodId, fromDay, toDay } = projectPeriods
  const moved = and(lte(fromDay, on), or(isNull(toDay), gt(toDay, on)))
  const carried = (which?: SQL) => orm().select({ id: projectId }).from(projectPeriods).where(and(moved, which))
  // The plain number, so that the list's own indexes go on leading the way.
  const work = sql`+${projectList.projectId}`
  const made = or(...spans.map(([from, to]) => between(work, from, to)))
  const stays = made && (gives ? and(made, notInArray(work, carried())) : made)
  const came = takes ? inArray(work, carried(eq(periodId, id))) : undefined
  return or(came, stays) ?? none
}

const none = sql`0`

type PeriodFacts = { spans: [number, number][]; gives: boolean; takes: boolean }

/** Whether works were ever carried at all and into this period, and the spans of numbers of those made in it: told anew only after something was written. */
function periodFacts(id: string): PeriodFacts {
  return keptAnswer(`period ${id}`, () => {
    const any = (which?: SQL) => orm().select({ id: projectPeriods.id }).from(projectPeriods).where(which).limit(1).get() !== undefined
    return { spans: spansOf(id), gives: any(), takes: any(eq(projectPeriods.periodId, id)) }
  })
}

/** Works are numbered as they are made, so those made in a period are few spans of numbers. */
function spansOf(periodId: string): [number, number][] {
  const rows = house().sqlite.prepare<[string], [number, number]>(
    `select min(id), max(id) from (select id, period_id, row_number() over (order by id) - row_number() over (partition by period_id order by id) as span
     from projects) where period_id = ? group by span order by 1`,
  )
  return rows.raw().all(periodId)
}

/** Of the works of a page that came from an earlier period's library: that period's name. */
export function carriedOver(actor: Actor, projectIds: readonly number[], on: Day): Map<number, string> {
  if (libraryPeriods(actor, on) === null || projectIds.length === 0) return new Map()
  const from = sql<string | null>`(select name from plan_periods where id = coalesce(
    (select b.period_id from project_periods b where b.project_id = ${projectPeriods.projectId} and b.id < ${projectPeriods.id} order by b.id desc limit 1), ${projects.periodId}))`
  const { projectId, fromDay, toDay } = projectPeriods
  const rows = orm()
    .select({ projectId, from })
    .from(projectPeriods)
    .innerJoin(projects, eq(projects.id, projectId))
    .where(and(inArray(projectId, [...projectIds]), lte(fromDay, on), or(isNull(toDay), gt(toDay, on))))
    .all()
  return new Map(rows.flatMap(({ projectId: id, from: name }) => (name === null ? [] : [[id, name] as const])))
}
