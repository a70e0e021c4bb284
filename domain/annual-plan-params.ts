import { z } from 'zod'
import { batches } from './annual-plan-batches'
import { wholeParameter } from './api/parameters'
import { listParams } from './list-params'
import { projectLevels } from './project'

/** Which works of a year: with a plan in force, with one that waits for its approval, with neither. */
export const planShows = ['approved', 'waiting', 'none'] as const
export type PlanShow = (typeof planShows)[number]

const { q, sector, chain, town } = listParams.shape
const year = wholeParameter(2000, 2100).optional()
const page = wholeParameter(1, 9999).optional()

export const annualParams = z.strictObject({
  year,
  show: z.enum(planShows).optional(),
  ...{ q, sector, chain, town },
  level: z.enum([...projectLevels, 'none']).optional(),
  page,
})
export type AnnualParams = z.output<typeof annualParams>

export const batchParams = z.strictObject({ year, batch: z.enum(batches).optional(), page })

export const listViews = ['works', 'changes'] as const
export const yearListParams = z.strictObject({ view: z.enum(listViews).optional(), page })
