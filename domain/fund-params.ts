import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { isMonth, isQuarter } from './calendar'
import { sectors } from './plan'
import { projectLevels } from './project'

const quarter = z.string().refine(isQuarter)

/** The pages of funds. `none` = works on nobody's list of key projects. */
export const fundParams = z.strictObject({
  quarter: quarter.optional(),
  sector: z.enum(sectors).optional(),
  level: z.enum([...projectLevels, 'none']).optional(),
})
export type FundParams = z.output<typeof fundParams>

export const fundFormParams = z.strictObject({ quarter: quarter.optional(), revise: z.enum(['1']).optional() })

/** `registration` = works under construction that are not in the statistics' library. */
export const statisticsShows = ['difference', 'registration'] as const
export const statisticsParams = z.strictObject({
  show: z.enum(statisticsShows).optional(),
  month: z.string().refine(isMonth).optional(),
  page: wholeParameter(1, 9999).optional(),
})
