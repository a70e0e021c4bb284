import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { listParams } from './list-params'
import { timelineZooms } from './picture/timeline'

const page = wholeParameter(1, 9999).optional()
export const slipParams = z.strictObject({ page })

const { q, sector, chain, town, light } = listParams.shape

/** `year` = the last year drawn. */
export const timelineParams = z.strictObject({
  zoom: z.enum(timelineZooms).optional(),
  year: wholeParameter(2000, 2100).optional(),
  q,
  sector,
  chain,
  town,
  light,
  page,
})
export type TimelineParams = z.output<typeof timelineParams>
