import { z } from 'zod'
import { dayField, idField, needed, wholeField, wordsField } from './fields'
import { versionField } from './project-input'
import { codeField } from './update-input'

const atOnce = 500
const oneOrMore = (list: readonly unknown[]): boolean => list.length > 0

/** A template goes on many works at once; the years count for yearly ones only. */
export const milestonesToLayInput = z.object({
  template: needed(wordsField(40)),
  codes: z.array(codeField()).max(atOnce).default([]).refine(oneOrMore, 'required'),
  fromYear: wholeField(2000, 2100),
  toYear: wholeField(2000, 2100),
})
export type MilestonesToLay = z.output<typeof milestonesToLayInput>

export const newMilestoneInput = z.object({
  code: codeField(),
  name: needed(wordsField(40)),
  definition: needed(wordsField(200)),
  proof: needed(wordsField(200)),
})
export type NewMilestone = z.output<typeof newMilestoneInput>

const typedDate = z.object({ milestoneId: needed(idField()), version: versionField(), plannedOn: dayField() })
/** A typed date and where in the form it stood. */
export type ProposedDate = { at: number; milestoneId: number; version: number; plannedOn: string }

/** First dates, many at once (`dates.0.plannedOn` …); a milestone without a date is not proposed. */
export const milestoneDatesInput = z.object({
  dates: z
    .array(typedDate)
    .max(atOnce)
    .default([])
    .transform((rows) =>
      rows.flatMap((row, at): ProposedDate[] => (row.plannedOn === null ? [] : [{ ...row, plannedOn: row.plannedOn, at }])),
    )
    .refine(oneOrMore, 'required'),
})
export type MilestoneDates = z.output<typeof milestoneDatesInput>

export const baselineChangeInput = z.object({
  milestoneId: needed(idField()),
  version: versionField(),
  plannedOn: needed(dayField()),
  reason: needed(wordsField(500)),
})
export type BaselineChange = z.output<typeof baselineChangeInput>

export const milestoneDateIds = z.object({ ids: z.array(needed(idField())).max(atOnce).default([]).refine(oneOrMore, 'required') })
