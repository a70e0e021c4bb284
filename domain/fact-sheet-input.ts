import { z } from 'zod'
import type { Month } from './calendar'
import type { Issue } from './errors'
import { constructionKinds, type FactSheet } from './fact-sheet'
import { choiceField, dayField, monthField, patternField, wholeField, wordsField } from './fields'
import { nationalCodePattern } from './project'
import { amountField, versionField } from './project-input'
import { codeField } from './update-input'

/** Rows of the form; one left empty is no approval. */
const approval = z.object({ name: wordsField(100), number: wordsField(100), day: dayField() })
type TypedApproval = z.output<typeof approval>

const approvalsField = () =>
  z
    .array(approval)
    .max(20)
    .default([])
    .transform((rows, context): FactSheet['approvals'] => {
      const missing = rows.flatMap((row, at) => missingWords(row).map((field) => [at, field]))
      for (const path of missing) context.addIssue({ code: 'custom', message: 'required', path })
      return rows.flatMap(({ name, number, day }) => (name !== null && number !== null ? [{ name, number, day }] : []))
    })

function missingWords({ name, number, day }: TypedApproval): string[] {
  if (name === null && number === null && day === null) return []
  return [name === null ? ['name'] : [], number === null ? ['number'] : []].flat()
}

const declared = {
  nationalCode: patternField(new RegExp(`^${nationalCodePattern}$`), '2020-430424-30-03-012345'),
  constructionKind: choiceField(constructionKinds),
  content: wordsField(2000),
  responsible: wordsField(80),
  startMonth: monthField(),
  finishMonth: monthField(),
  totalYuan: amountField(),
  totalDocument: wordsField(200),
  fullOutputYuan: amountField(),
  fullOutputSource: wordsField(200),
  openingYuan: amountField(),
  openingYear: wholeField(2000, 2100),
  contact: wordsField(50),
  telephone: patternField(/^[0-9+\-() ]{5,20}$/, '0734-5222000'),
  approvals: approvalsField(),
}

/** `version` = the revision in force that the form showed; 0 = none. The bureau says from whom it has the facts, and when (代填). */
export const factSheetInput = z.object({
  code: codeField(),
  version: versionField(),
  ...declared,
  onBehalfSource: wordsField(200),
  onBehalfOn: dayField(),
})
export type FactSheetInput = z.output<typeof factSheetInput>

export function sheetOf(input: FactSheetInput): FactSheet {
  const { code: _code, version: _version, onBehalfSource: _source, onBehalfOn: _on, ...sheet } = input
  return sheet
}

/** No figure without an account of itself. */
export function sheetIssues(sheet: FactSheet): Issue[] {
  const needs = (figure: unknown, words: unknown, field: string): Issue[] =>
    figure !== null && words === null ? [{ field, code: 'required' }] : []
  return [
    needs(sheet.totalYuan, sheet.totalDocument, 'totalDocument'),
    needs(sheet.fullOutputYuan, sheet.fullOutputSource, 'fullOutputSource'),
    needs(sheet.openingYuan, sheet.openingYear, 'openingYear'),
    finishIssues(sheet),
  ].flat()
}

/** Nothing ends before it begins. */
export function finishIssues({ startMonth, finishMonth }: { startMonth: Month | null; finishMonth: Month | null }): Issue[] {
  const backwards = startMonth !== null && finishMonth !== null && finishMonth < startMonth
  return backwards ? [{ field: 'finishMonth', code: 'finish-before-start', params: { start: startMonth } }] : []
}
