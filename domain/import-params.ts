import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { rowOutcomes } from './import'

const page = wholeParameter(1, 9999).optional()

export const importListParams = z.strictObject({ page })
export const importParams = z.strictObject({
  page,
  outcome: z.enum(rowOutcomes).optional(),
  /** Whose heads are recalled on the mapping page. */
  sender: z.string().max(80).optional(),
  step: z.enum(['columns']).optional(),
})
export type ImportParams = z.output<typeof importParams>
