import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { applicationLevels } from './list-application'
import { registerResults } from './registers'

const page = wholeParameter(1, 9999).optional()
const result = z.enum(registerResults).optional()

/** What the addresses of the registers ask for. */
export const applicationParams = z.strictObject({
  level: z.enum(applicationLevels).optional(),
  year: wholeParameter(2000, 2100).optional(),
  result,
  project: z
    .string()
    .regex(/^P\d{4,6}$/)
    .optional(),
  page,
})
export type ApplicationParams = z.output<typeof applicationParams>

export const bidParams = z.strictObject({
  bid: z
    .string()
    .regex(/^C10-\d{2}$/)
    .optional(),
  result,
  page,
})
export type BidParams = z.output<typeof bidParams>
