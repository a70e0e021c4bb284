import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { addDays, type Day, isQuarter } from './calendar'
import { findingCategories, findingSeverities, findingSources } from './finding'
import { findingStates } from './finding-workflow'
import { chainIds } from './plan'

/** `overdue` = past its deadline while its clock runs; `closed` = nothing more is asked. */
export const findingShows = ['open', 'overdue', 'closed', 'all'] as const
export type FindingShow = (typeof findingShows)[number]

/** Days since it was found: up to 30, up to 90, longer. */
export const findingAges = ['month', 'quarter', 'older'] as const
export type FindingAge = (typeof findingAges)[number]

/** `none` = a work in no chain, or no work. */
export const findingChains = [...chainIds, 'none'] as const

const number = z.string().regex(/^[1-9]\d{0,8}$/)

/** The register's filter, as it stands in an address. */
export const findingFilter = z.strictObject({
  show: z.enum(findingShows).optional(),
  state: z.enum(findingStates).optional(),
  unit: number.optional().describe('the number of the organisation it is assigned to'),
  severity: z.enum(findingSeverities).optional(),
  category: z.enum(findingCategories).optional(),
  source: z.enum(findingSources).optional(),
  chain: z.enum(findingChains).optional(),
  quarter: z.string().refine(isQuarter).optional(),
  round: number.optional(),
  project: z
    .string()
    .regex(/^P\d{4,6}$/)
    .optional(),
  age: z.enum(findingAges).optional(),
})
export type FindingFilter = z.output<typeof findingFilter>

export const findingParams = z.strictObject({ ...findingFilter.shape, page: wholeParameter(1, 9999).optional() })
export type FindingParams = z.output<typeof findingParams>

export const findingsAPage = 50

/** First and last day of finding that make an age on a day; null = open on that side. */
export function foundBetween(age: FindingAge, today: Day): { from: Day | null; to: Day | null } {
  if (age === 'month') return { from: addDays(today, -30), to: null }
  if (age === 'quarter') return { from: addDays(today, -90), to: addDays(today, -31) }
  return { from: null, to: addDays(today, -91) }
}
