import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { conditionKinds } from './condition'

/** `overdue` = the clock of its level has run out and nobody has answered. */
export const conditionShows = ['open', 'overdue', 'answered', 'closed'] as const
export type ConditionShow = (typeof conditionShows)[number]

export const conditionLevels = ['1', '2', '3'] as const

/** The desk's filter, as it stands in an address. */
export const conditionFilter = z.strictObject({
  show: z.enum(conditionShows).optional(),
  kind: z.enum(conditionKinds).optional(),
  level: z.enum(conditionLevels).optional(),
  /** `none` = nobody is named. */
  unit: z
    .string()
    .regex(/^([1-9]\d{0,8}|none)$/)
    .optional(),
  project: z
    .string()
    .regex(/^P\d{4,6}$/)
    .optional(),
})
export type ConditionFilter = z.output<typeof conditionFilter>

export const conditionParams = z.strictObject({ ...conditionFilter.shape, page: wholeParameter(1, 9999).optional() })
export type ConditionParams = z.output<typeof conditionParams>

export const conditionsAPage = 50
