import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { listParams } from './list-params'

/** Parameters of the pages that work on the library itself: the census, milestones. */
const { q, box, sector, chain, stage, owner } = listParams.shape
const filter = { q, box, sector, chain, stage, owner }
const page = wholeParameter(1, 9999).optional()

/** `gaps` = works without owner, stage or confirmed chain. */
export const censusShows = ['all', 'gaps'] as const
export const censusParams = z.strictObject({ ...filter, show: z.enum(censusShows).optional(), page })
export type CensusParams = z.output<typeof censusParams>

/** `bare` = works without any milestone. */
export const layShows = ['all', 'bare'] as const
export const layParams = z.strictObject({
  ...filter,
  template: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  show: z.enum(layShows).optional(),
  page,
})
export type LayParams = z.output<typeof layParams>

export const approveParams = z.strictObject({ ...filter, page })
export type ApproveParams = z.output<typeof approveParams>

export const planYearParams = z.strictObject({ year: wholeParameter(2000, 2100).optional() })
