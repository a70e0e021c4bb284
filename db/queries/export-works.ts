import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { FactSheet } from '../../domain/fact-sheet'
import type { ListFilter } from '../../domain/list-params'
import { planOfYear } from '../annual/year-works'
import { orm } from '../client'
import { annualPlans, factSheets, projectList } from '../schema'
import { listCondition } from './project-filter'
import type { ProjectRow } from './project-list'

const worksAStep = 100

const lastText = sql<string | null>`(select u.progress_text from updates u where u.project_id = project_list.project_id
  and u.kind = 'monthly' and u.current = 1 order by u.period desc limit 1)`

const columns = { row: projectList, sheet: factSheets.body, yearPlanYuan: annualPlans.plannedYuan, progressText: lastText }

export type WorkSheetRow = {
  id: number
  row: ProjectRow
  sheet: FactSheet | null
  yearPlanYuan: number | null
  progressText: string | null
}

/** The library as its filter shows it, with what is declared and planned of each work, a step at a time by number. */
export function worksToExport(actor: Actor, filter: ListFilter, year: number, after: number): WorkSheetRow[] {
  return orm()
    .select(columns)
    .from(projectList)
    .leftJoin(factSheets, and(eq(factSheets.projectId, projectList.projectId), eq(factSheets.current, true)))
    .leftJoin(annualPlans, planOfYear(year))
    .where(and(listCondition(actor, filter), gt(projectList.projectId, after)))
    .orderBy(asc(projectList.projectId))
    .limit(worksAStep)
    .all()
    .map((found) => ({ ...found, id: found.row.projectId }))
}
