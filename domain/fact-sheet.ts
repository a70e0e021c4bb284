import { z } from 'zod'
import { isDay, isMonth } from './calendar'
import { nationalCodePattern } from './project'

const day = z.string().refine(isDay)
const month = z.string().refine(isMonth)
const yuan = z.int().min(0).max(900_000_000_000_000)
const words = (limit: number) => z.string().trim().min(1).max(limit)

export const constructionKinds = ['new', 'extension', 'conversion', 'technical'] as const

/** 项目基础信息: declared once, revised later. Every figure beside the document that says so; null = not declared. */
export const factSheet = z.object({
  nationalCode: z
    .string()
    .regex(new RegExp(`^${nationalCodePattern}$`))
    .nullable(),
  constructionKind: z.enum(constructionKinds).nullable(),
  content: words(2000).nullable(),
  /** 责任单位 as declared; it is assigned once the sheet is approved. */
  responsible: words(80).nullable(),
  startMonth: month.nullable(),
  finishMonth: month.nullable(),
  totalYuan: yuan.nullable(),
  totalDocument: words(200).nullable(),
  /** 达产年产值 and its source. */
  fullOutputYuan: yuan.nullable(),
  fullOutputSource: words(200).nullable(),
  /** Investment done before the first reported year, up to the end of `openingYear`; unknown stays null. */
  openingYuan: yuan.nullable(),
  openingYear: z.int().min(2000).max(2100).nullable(),
  contact: words(50).nullable(),
  telephone: z
    .string()
    .trim()
    .regex(/^[0-9+\-() ]{5,20}$/)
    .nullable(),
  approvals: z.array(z.object({ name: words(100), number: words(100), day: day.nullable() })).max(20),
})
export type FactSheet = z.infer<typeof factSheet>

export const blankSheet: FactSheet = {
  nationalCode: null,
  constructionKind: null,
  content: null,
  responsible: null,
  startMonth: null,
  finishMonth: null,
  totalYuan: null,
  totalDocument: null,
  fullOutputYuan: null,
  fullOutputSource: null,
  openingYuan: null,
  openingYear: null,
  contact: null,
  telephone: null,
  approvals: [],
}

/** For histories that people outside the bureau and the unit may read. */
export function withoutContact({
  contact: _contact,
  telephone: _telephone,
  ...sheet
}: FactSheet): Omit<FactSheet, 'contact' | 'telephone'> {
  return sheet
}
