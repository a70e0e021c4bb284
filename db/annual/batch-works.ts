import { type SQL, sql } from 'drizzle-orm'
import { type Batch, batchStages } from '../../domain/annual-plan-batches'
import type { Day, Month } from '../../domain/calendar'
import type { Stage } from '../../domain/project'
import { annualPlans, projectList } from '../schema'

/** The month this year's plan gives for a batch; nobody plans when a work is put in reserve. */
const plannedMonth: Record<Batch, SQL> = {
  reserve: sql`null`,
  start: sql`${annualPlans.startMonth}`,
  finish: sql`${annualPlans.finishMonth}`,
  operation: sql`${annualPlans.productionMonth}`,
}

const names = (stages: readonly Stage[]) =>
  sql.join(
    stages.map((stage) => sql`${stage}`),
    sql`, `,
  )

/** Since when a work has reached a batch without falling back: the first day there after the last day before it; pauses do not count. */
export function doneOn(batch: Batch): SQL<Day | null> {
  const { reached, before } = batchStages[batch]
  return sql<Day | null>`(select min(s.from_day) from project_stages s where s.project_id = project_list.project_id and s.stage in (${names(reached)})
    and s.id > coalesce((select max(b.id) from project_stages b where b.project_id = project_list.project_id and b.stage in (${names(before)})), 0))`
}

/** The planned month where it lies in the year. */
export const plannedIn = (batch: Batch, year: number): SQL<Month | null> =>
  sql<Month | null>`case when ${plannedMonth[batch]} between ${`${year}-01`} and ${`${year}-12`} then ${plannedMonth[batch]} end`

export const batchColumns = (batch: Batch, year: number) => ({
  code: projectList.code,
  name: projectList.name,
  stage: sql<Stage>`${projectList.stage}`.as('stage'),
  town: projectList.town,
  ownerName: projectList.ownerName,
  planned: plannedIn(batch, year).as('planned'),
  doneOn: doneOn(batch).as('done_on'),
})
