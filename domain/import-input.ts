import { z } from 'zod'
import { choiceField, dayField, idField, monthField, needed, wholeField, wordsField } from './fields'
import { importPurposes, pastedSigns, rowDecisions } from './import'
import { ledgerFields } from './ledger/fields'
import { sectors } from './plan'
import { versionField } from './project-input'
import { codeField } from './update-input'

const edit = { id: needed(idField()), version: versionField() }

/** As it was copied: its first cell may be empty, so nothing is trimmed. */
export const pasteInput = z.object({
  cells: z
    .string()
    .nullish()
    .transform((typed, context) => {
      const text = typed ?? ''
      if (text.trim() !== '' && text.length <= pastedSigns) return text
      const [message, params] = text.trim() === '' ? ['required', {}] : ['too-long', { max: pastedSigns }]
      context.addIssue({ code: 'custom', message: message as string, params: params as object })
      return z.NEVER
    }),
})

/** Which sheet is meant; its columns are proposed anew. */
export const sheetChoice = z.object({ ...edit, sheet: needed(wordsField(200)) })

const column = z.object({
  column: needed(wholeField(1, 200)),
  field: choiceField(ledgerFields),
  unit: choiceField(['yuan', 'wan', 'yi']),
})

/** From whom, what for, of which month or year, and what each column says. */
export const mappingInput = z
  .object({
    ...edit,
    sender: needed(wordsField(80)),
    purpose: needed(choiceField(importPurposes)),
    period: monthField(),
    year: wholeField(2000, 2100),
    note: wordsField(500),
    documentTitle: wordsField(120),
    documentNo: wordsField(80),
    documentDay: dayField(),
    /** Of works that are new and whose row names none. */
    sector: choiceField(sectors),
    columns: z.array(column).max(200).default([]),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (input.purpose === 'reports' && input.period === null) wrong('period', 'required')
    if (input.purpose === 'facts' && input.year === null) wrong('year', 'required')
    const fields = input.columns.flatMap(({ field }) => field ?? [])
    if (!fields.some((field) => field === 'code' || field === 'name' || field === 'nationalCode')) wrong('columns', 'import-needs-name')
    if (new Set(fields).size < fields.length) wrong('columns', 'import-field-twice')
  })
export type MappingInput = z.output<typeof mappingInput>

/** What a person says of a doubtful row. */
export const rowDecisionInput = z.object({
  id: needed(idField()),
  version: versionField(),
  row: needed(idField()),
  decision: needed(choiceField(rowDecisions)),
  code: codeField()
    .or(z.literal('').transform(() => null))
    .nullish(),
})
export type RowDecisionInput = z.output<typeof rowDecisionInput>

export const importMove = z.object(edit)
export const importReturn = z.object({ ...edit, reason: needed(wordsField(500)) })
export type ImportMove = z.output<typeof importMove>
