import { z } from 'zod'
import { type Day, yearOf } from './calendar'
import type { Issue } from './errors'
import { finishIssues } from './fact-sheet-input'
import { monthField, needed, wholeField, wordsField } from './fields'
import { amountField, versionField } from './project-input'
import { codeField } from './update-input'

/** One planned investment a project and year. `version` = how many were approved for that year when the form was shown. */
export const annualPlanInput = z.object({
  code: codeField(),
  version: versionField(),
  year: needed(wholeField(2000, 2100)),
  plannedYuan: amountField(),
  startMonth: monthField(),
  finishMonth: monthField(),
  documentNo: wordsField(120),
  reason: wordsField(500),
})
export type AnnualPlanInput = z.output<typeof annualPlanInput>

export function annualPlanIssues(input: AnnualPlanInput, today: Day, facts: { adjusts: boolean; needsDocument: boolean }): Issue[] {
  const says = [input.plannedYuan, input.startMonth, input.finishMonth].some((fact) => fact !== null)
  const issues: (Issue | false)[] = [
    input.year > yearOf(today) + 1 && { field: 'year', code: 'in-the-future' },
    !says && { field: 'plannedYuan', code: 'required' },
    facts.needsDocument && input.documentNo === null && { field: 'documentNo', code: 'required' },
    facts.adjusts && input.reason === null && { field: 'reason', code: 'needs-reason' },
  ]
  return [...issues.filter((issue) => issue !== false), ...finishIssues(input)]
}
