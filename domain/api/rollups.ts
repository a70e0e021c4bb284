import { z } from 'zod'
import { lightLevels } from '../light'
import { chainIds, sectors } from '../plan'
import { stages } from '../project'
import { lightShape, sourceShape, totalShape } from './figure'
import { planTargetShape } from './plan'

/** `GET /api/v1/chains`: the nine chains towards 2025. */
export const chainsShape = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.enum(chainIds),
      name: z.string(),
      target: planTargetShape.extend({ source: sourceShape }).nullable().describe('null: the plan gives none'),
      output: z.strictObject({
        yuan: z.int().nullable(),
        known: z.int().min(0),
        unknown: z.int().min(0),
        period: z.string().nullable().describe('through this month, `2025-09`'),
        published: z.string().nullable().describe('the locked month it was published with, for a reader who is told published totals only'),
        source: sourceShape.nullable(),
      }),
      expected: z.strictObject({ lowYuan: z.int(), highYuan: z.int() }).nullable(),
      light: lightShape,
    }),
  ),
})
export type ChainsDocument = z.infer<typeof chainsShape>

/** `GET /api/v1/sectors`: works added up by sector. */
export const sectorsShape = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.enum(sectors),
      name: z.string(),
      works: z.int().min(0),
      stages: z.partialRecord(z.enum(stages), z.int().min(0)),
      lights: z.partialRecord(z.enum(lightLevels), z.int().min(0)),
      investment: z.strictObject({ plan: totalShape, reported: totalShape, approved: totalShape }),
    }),
  ),
})
export type SectorsDocument = z.infer<typeof sectorsShape>
