import { z } from 'zod'
import { lightLevels } from '../light'

/** Who says so: every figure names the kind of its source and where it stands. */
export const sourceKinds = ['clause', 'update', 'statistics', 'document', 'visit', 'derived'] as const
export const sourceShape = z.strictObject({
  kind: z.enum(sourceKinds),
  ref: z.string().nullable().describe('clause: `3-1#05` and line; update: its number; document: its number'),
})
export type FigureSource = z.infer<typeof sourceShape>

/** `yuan` is integer 元, null = not known; `text` is the figure as shown to people. */
export const moneyShape = z.strictObject({ yuan: z.int().nullable(), text: z.string(), source: sourceShape.nullable() })
export type MoneyFigure = z.infer<typeof moneyShape>

/** A sum that says how many of its parts are known; partial sums are lower bounds (`≥` in `text`). */
export const totalShape = moneyShape.extend({ known: z.int().min(0), unknown: z.int().min(0) })
export type TotalFigure = z.infer<typeof totalShape>

export const valueShape = z.strictObject({ value: z.number().nullable(), text: z.string(), source: sourceShape.nullable() })
export type ValueFigure = z.infer<typeof valueShape>

export const lightShape = z.strictObject({ level: z.enum(lightLevels), reason: z.string() })
