import { z } from 'zod'
import { wholeParameter } from './api/parameters'
import { differenceOutcomes } from './difference'
import { choiceField, idField, needed, wordsField } from './fields'
import { versionField } from './project-input'
import { ratingLevels } from './visit'
import { visitSettlements } from './visit-standing'

/** `version` = how many summaries the site had when the form was opened; from the second on it says why. */
export const summaryInput = z.object({
  roundWorkId: needed(idField()),
  version: versionField(),
  words: needed(wordsField(2000)),
  level: needed(choiceField(ratingLevels)),
  reason: needed(wordsField(500)),
  why: wordsField(500),
})
export type SummaryInput = z.output<typeof summaryInput>

export const visitSettling = z.object({
  id: needed(idField()),
  outcome: needed(choiceField(visitSettlements)),
  reason: needed(wordsField(500)),
})
export type VisitSettling = z.output<typeof visitSettling>

export const ratingAnswer = z.object({ id: needed(idField()), version: versionField(), answer: needed(wordsField(2000)) })
export type RatingAnswer = z.output<typeof ratingAnswer>

/** Keeping a figure says why; asking for a revision may say what for. */
export const differenceDecision = z.object({
  id: needed(idField()),
  version: versionField(),
  outcome: needed(choiceField(differenceOutcomes)),
  reason: wordsField(500),
})
export type DifferenceDecision = z.output<typeof differenceDecision>

export const differenceShows = ['open', 'asked', 'closed'] as const
export type DifferenceShow = (typeof differenceShows)[number]
const page = wholeParameter(1, 9999).optional()
export const differenceParams = z.strictObject({
  show: z.enum(differenceShows).optional(),
  project: z
    .string()
    .regex(/^P\d{4,6}$/)
    .optional(),
  page,
})
export const agreementParams = z.strictObject({
  quarter: z
    .string()
    .regex(/^20\d{2}Q[1-4]$/)
    .optional(),
  page,
})
