import { z } from 'zod'
import { contradictionKinds, measures, sectors } from '../plan'

/** `GET /api/v1/plan`: the plan's own words, each figure with its clause. null = the plan does not say. */
const words = z.string()
const wordsOrNull = z.string().nullable()
const yuan = z.int().nullable().describe('元')

export const clauseShape = z.strictObject({
  line: z.int().min(1).describe('1-based line of the plan text'),
  quote: words.max(200).describe('an exact part of that line'),
})

const amount = z.strictObject({ yuan, text: words, qualifier: wordsOrNull })
export const investmentShape = amount.extend({
  parts: z.array(amount).describe('further amounts of the same work; never added to the first'),
})
export const quantityShape = z.strictObject({
  what: words,
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: words,
  text: words,
})

export const planItemShape = z.strictObject({
  code: words.describe('`3-1#05`: order of the text within the box, permanent'),
  name: words,
  class: wordsOrNull,
  sector: z.enum(sectors),
  owner: wordsOrNull.describe('the firm as the plan names it'),
  place: wordsOrNull,
  investment: investmentShape.nullable(),
  quantities: z.array(quantityShape),
  description: wordsOrNull,
  clause: clauseShape,
  sameAs: z.array(words).describe('codes of the same work in other boxes'),
})

export const planBoxShape = z.strictObject({ id: words, title: words, items: z.array(planItemShape) })

export const planTargetShape = z.strictObject({ yuan: z.int(), measure: z.enum(measures), text: words })
export const planChainShape = z.strictObject({
  name: words,
  level: words,
  target: planTargetShape.nullable().describe('null: the plan gives none'),
  clause: clauseShape,
})

export const planIndicatorShape = z.strictObject({
  no: words,
  name: words,
  unit: words,
  value2020: wordsOrNull,
  target2025: z.strictObject({ value: words, text: words }).nullable(),
  kind: z.enum(['预期性', '约束性']),
  clause: clauseShape,
})

export const pastIndicatorShape = z.strictObject({
  no: z.int(),
  name: words,
  unit: words,
  values: z.strictObject({ '2016': wordsOrNull, '2017': wordsOrNull, '2018': wordsOrNull, '2019': wordsOrNull, '2020': wordsOrNull }),
  growth: wordsOrNull,
  clause: clauseShape,
})

const statement = z.strictObject({ text: words.max(200), line: z.int().min(1) })
export const contradictionShape = z.strictObject({
  topic: words,
  kind: z.enum(contradictionKinds),
  severity: z.enum(['serious', 'minor']),
  a: statement,
  b: statement.nullable().describe('null: a blank'),
  note: words.describe('what the product does about it'),
})

export const planShape = z.strictObject({
  boxes: z.array(planBoxShape),
  chains: z.array(planChainShape),
  indicators: z.array(planIndicatorShape),
  contradictions: z.array(contradictionShape),
  towns: z.array(words),
  parks: z.array(words),
  indicators13: z.array(pastIndicatorShape),
})
export type PlanDocument = z.infer<typeof planShape>
