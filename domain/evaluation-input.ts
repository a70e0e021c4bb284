import { z } from 'zod'
import { evaluationKinds } from './evaluation-kinds'
import { choiceField, dayField, idField, needed, wholeField, wordsField } from './fields'
import { versionField } from './project-input'

const one = { id: needed(idField()), version: versionField() }

export const newEvaluationInput = z.object({ kind: needed(choiceField(evaluationKinds)), year: needed(wholeField(2000, 2100)) })
export const evaluationStepInput = z.object(one)
export const evaluationSendBackInput = z.object({ ...one, reason: needed(wordsField(500)) })
export const evaluationIssueInput = z.object({ ...one, signer: needed(wordsField(40)), day: needed(dayField()) })

export const mostWords = 8000
export const evaluationEdit = z.object({
  ...one,
  title: needed(wordsField(100)),
  issuer: needed(wordsField(60)),
  addressee: wordsField(200),
  opening: wordsField(mostWords),
  measures: wordsField(mostWords),
  problems: wordsField(mostWords),
  proposals: wordsField(mostWords),
  closing: wordsField(mostWords),
})

export type NewEvaluationInput = z.output<typeof newEvaluationInput>
export type EvaluationStepInput = z.output<typeof evaluationStepInput>
export type EvaluationSendBackInput = z.output<typeof evaluationSendBackInput>
export type EvaluationIssueInput = z.output<typeof evaluationIssueInput>
export type EvaluationEdit = z.output<typeof evaluationEdit>

/** The tables of an evaluation that leave as a file. */
export const evaluationTables = ['indicators', 'chains', 'boxes', 'unknown'] as const
export const evaluationFileParams = z.strictObject({ table: z.enum(evaluationTables).optional() })
/** `year` = whose facts; units are read page by page and leave all together. */
export const unitFactsParams = z.strictObject({
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .transform(Number)
    .optional(),
})
