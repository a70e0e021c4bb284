import { and, asc, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Batch, type BatchState, batches, batchState, batchStates } from '../../domain/annual-plan-batches'
import type { Day, Month } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canReadYear } from '../../domain/policy'
import type { Stage } from '../../domain/project'
import { batchColumns } from '../annual/batch-works'
import { planOfYear } from '../annual/year-works'
import { orm } from '../client'
import { annualPlans, projectList } from '../schema'
import { keptAnswer } from './kept'
import { scopeKey, visibleProjects } from './scope'

export const batchRowsAPage = 50

export type BatchRow = {
  code: string
  name: string
  stage: Stage
  town: string | null
  ownerName: string | null
  planned: Month | null
  doneOn: Day | null
  state: BatchState
}
/** `planned` = works the year's plans put in this batch, `done` = those of them that are there, `unplanned` = works that came without. */
export type BatchCount = { batch: Batch; planned: number; done: number; unplanned: number; states: Record<BatchState, number> }

/** Works of a batch: planned for the year, or there since a day of it. */
function rowsOf(actor: Actor, batch: Batch, year: number) {
  const rows = orm()
    .select(batchColumns(batch, year))
    .from(projectList)
    .leftJoin(annualPlans, planOfYear(year))
    .where(and(visibleProjects(actor), ne(projectList.stage, 'withdrawn')))
    .as('rows')
  const inYear: SQL = sql`done_on between ${`${year}-01-01`} and ${`${year}-12-31`}`
  return orm()
    .select({
      code: rows.code,
      name: rows.name,
      stage: rows.stage,
      town: rows.town,
      ownerName: rows.ownerName,
      planned: rows.planned,
      doneOn: rows.doneOn,
    })
    .from(rows)
    .where(or(sql`planned is not null`, inYear))
}

export function batchPage(actor: Actor, asked: { batch: Batch; year: number; page: number }, today: Day): BatchRow[] {
  allow(canReadYear(actor))
  const rows = keptAnswer(`batch page ${scopeKey(actor)} ${JSON.stringify(asked)}`, () => pageOf(actor, asked))
  return rows.map((row) => ({ ...row, state: batchState(row.planned, row.doneOn, today) }))
}

const pageOf = (actor: Actor, { batch, year, page }: { batch: Batch; year: number; page: number }) =>
  rowsOf(actor, batch, year)
    .orderBy(sql`planned is null`, sql`planned`, sql`done_on`, asc(sql`code`))
    .limit(batchRowsAPage)
    .offset((page - 1) * batchRowsAPage)
    .all()

/** How far each batch has come; counted by the database, by month and day, and asked again only after something changed. */
export function batchCounts(actor: Actor, year: number, today: Day): BatchCount[] {
  allow(canReadYear(actor))
  return keptAnswer(`batches ${scopeKey(actor)} ${year} ${today}`, () => batches.map((batch) => countOf(actor, batch, year, today)))
}

function countOf(actor: Actor, batch: Batch, year: number, today: Day): BatchCount {
  const found = rowsOf(actor, batch, year).as('found')
  const groups = orm()
    .select({ planned: found.planned, doneOn: found.doneOn, works: sql<number>`count(*)`.as('works') })
    .from(found)
    .groupBy(sql`1`, sql`2`)
    .all()
  const states = Object.fromEntries(batchStates.map((state) => [state, 0])) as Record<BatchState, number>
  for (const { planned, doneOn, works } of groups) states[batchState(planned, doneOn, today)] += works
  const done = states.done + states['done-late']
  return { batch, planned: done + states.open + states.overdue, done, unplanned: states.unplanned, states }
}
