import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { LightLevel } from '../../domain/light'
import { canReadYear } from '../../domain/policy'
import { type Slip, slipOf } from '../../domain/slip'
import { orm } from '../client'
import { milestones, projectList } from '../schema'
import { keptAnswer } from './kept'

export const slipsAPage = 40

export type SlipRow = Slip & {
  code: string
  work: string
  unit: string | null
  light: LightLevel
  milestoneId: number
  milestone: string
  originalOn: Day | null
  baselineOn: Day
  forecastOn: Day | null
  /** The approved report that gave the forecast. */
  forecastUpdateId: number | null
  /** Unmet milestones of the work that slip, this one among them. */
  slipping: number
}

/** Works by their worst unmet milestone, against the date in force: the furthest first. */
export function slips(actor: UserActor, today: Day, page: number, size = slipsAPage): { rows: SlipRow[]; total: number } {
  allow(canReadYear(actor))
  const order = worstFirst(today)
  const shown = order.slice((page - 1) * size, page * size)
  return { rows: shown.length === 0 ? [] : rowsOf(shown, today), total: order.length }
}

type Worst = { id: number; slipping: number }

/** One pass over all milestones, asked again only after something was written; SQLite takes the row's id from where the maximum is. */
function worstFirst(today: Day): Worst[] {
  const end = sql`case when ${milestones.forecastOn} >= ${today} then ${milestones.forecastOn} else ${today} end`
  const days = sql<number>`max(julianday(${end}) - julianday(${milestones.baselineOn}))`
  const slips = sql`${end} > ${milestones.baselineOn}`
  return keptAnswer(`slips ${today}`, () =>
    orm()
      .select({ id: milestones.id, days, slipping: sql<number>`count(*)` })
      .from(milestones)
      .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
      .where(and(isNull(milestones.metOn), isNotNull(milestones.baselineOn), ne(projectList.stage, 'withdrawn'), slips))
      .groupBy(milestones.projectId)
      .orderBy(sql`2 desc`, milestones.projectId)
      .all(),
  )
}

function rowsOf(worst: readonly Worst[], today: Day): SlipRow[] {
  const ids = worst.map(({ id }) => id)
  const rows = orm()
    .select({ milestone: milestones, work: projectList })
    .from(milestones)
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(inArray(milestones.id, ids))
    .all()
  const byId = new Map(rows.map((row) => [row.milestone.id, row]))
  return worst.flatMap(({ id, slipping }) => {
    const row = byId.get(id)
    if (!row || row.milestone.baselineOn === null) return []
    const { originalOn, baselineOn, forecastOn, forecastUpdateId, name } = row.milestone
    const slip = slipOf({ originalOn, baselineOn, forecastOn }, today)
    const { code, name: work, responsibleName, ownerName, lightLevel } = row.work
    const told = { milestoneId: id, milestone: name, originalOn, baselineOn, forecastOn, forecastUpdateId, slipping }
    return slip ? [{ ...slip, code, work, unit: responsibleName ?? ownerName, light: lightLevel as LightLevel, ...told }] : []
  })
}
