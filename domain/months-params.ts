import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { isDay, isMonth } from './calendar'
import { lightLevels } from './light'
import { listParams } from './list-params'
import { lockKindOf } from './lock'

const page = wholeParameter(1, 9999).optional()
const { q, sector, town, owner, stage } = listParams.shape

/** `gaps` = works with a month missing, returned or late. */
export const gapShows = ['all', 'gaps'] as const
export const matrixParams = z.strictObject({
  year: wholeParameter(2000, 2100).optional(),
  q,
  sector,
  town,
  owner,
  stage,
  show: z.enum(gapShows).optional(),
  page,
})
export type MatrixParams = z.output<typeof matrixParams>

export const lateParams = z.strictObject({ month: z.string().refine(isMonth).optional(), page })

export const lockParams = z.strictObject({ revision: wholeParameter(1, 999).optional(), light: z.enum(lightLevels).optional(), page })
export type LockParams = z.output<typeof lockParams>

/** `works` = work by work, `figures` = the sums by sector, chain, level and town. */
export const lockTables = ['works', 'figures'] as const
export const lockFile = lockParams.omit({ page: true }).extend({ table: z.enum(lockTables).optional() })

/** A locked period (`2025-09`, `2025-09@1` for an earlier revision), or a day (`2025-09-30`). */
export type ComparedTo = { kind: 'lock'; period: string; revision: number | null } | { kind: 'day'; day: string }

export function comparedTo(text: string): ComparedTo | null {
  if (isDay(text)) return { kind: 'day', day: text }
  const [, period = '', revision] = /^(\d{4}(?:-\d{2}|Q[1-4])?)(?:@(\d{1,3}))?$/.exec(text) ?? []
  return lockKindOf(period) === null ? null : { kind: 'lock', period, revision: revision === undefined ? null : Number(revision) }
}

const side = z
  .string()
  .max(12)
  .refine((text) => comparedTo(text) !== null)
  .optional()
export const comparedGroups = ['sector', 'chain'] as const
export const compareParams = z.strictObject({ from: side, to: side, by: z.enum(comparedGroups).optional(), page })
/** `works` = work by work, `sums` = the parts that add up from one to the other. */
export const comparedTables = ['works', 'sums'] as const
export const comparedFile = compareParams.omit({ page: true }).extend({ table: z.enum(comparedTables).optional() })
export type CompareParams = z.output<typeof compareParams>
