import { z } from 'zod'
import { type Day, monthNumber, yearOf } from './calendar'
import type { Issue } from './errors'
import { finishIssues } from './fact-sheet-input'
import { choiceField, idField, monthField, needed, wholeField, wordsField } from './fields'
import { formatWan } from './money'
import { curveShapes } from './plan-curve'
import { amountField, versionField } from './project-input'
import { onePlace } from './rating'
import { codeField } from './update-input'

/** One planned investment a project and year. `version` = how many were approved for that year when the form was shown. */
export const annualPlanInput = z.object({
  code: codeField(),
  version: versionField(),
  year: needed(wholeField(2000, 2100)),
  plannedYuan: amountField(),
  startMonth: monthField(),
  finishMonth: monthField(),
  productionMonth: monthField(),
  curveShape: choiceField(curveShapes),
  /** Of an own curve: the cumulative sum at the end of each month. */
  curve: z.array(amountField()).max(12).default([]),
  imageGoal: wordsField(500),
  leader: wordsField(40),
  responsibleId: idField(),
  documentNo: wordsField(120),
  listNote: wordsField(200),
  reason: wordsField(500),
})
export type AnnualPlanInput = z.output<typeof annualPlanInput>

type Typed = Pick<AnnualPlanInput, 'year' | 'plannedYuan' | 'startMonth' | 'finishMonth' | 'curveShape' | 'curve'>

/** The twelve sums of an own curve: nothing before the planned start, the whole from the planned finish on, in between as typed. */
function typedCurve({ year, plannedYuan, startMonth, finishMonth, curve }: Typed): (number | null)[] {
  const from = startMonth !== null && yearOf(startMonth) === year ? monthNumber(startMonth) : 1
  const to = finishMonth !== null && yearOf(finishMonth) === year ? monthNumber(finishMonth) : 12
  return Array.from({ length: 12 }, (_, at) => curve[at] ?? (at + 1 < from ? 0 : at + 1 >= to ? plannedYuan : null))
}

/** As it is kept: null for a standard shape, which needs no figures. */
export function ownCurve(input: Typed): number[] | null {
  const sums = typedCurve(input).filter((yuan) => yuan !== null)
  return input.curveShape === 'own' && sums.length === 12 ? sums : null
}

/** An own curve is whole, never falls, and ends at the planned sum. */
function curveIssues(input: Typed): Issue[] {
  if (input.curveShape !== 'own') return []
  const { plannedYuan } = input
  if (plannedYuan === null) return [{ field: 'plannedYuan', code: 'required' }]
  const sums = typedCurve(input)
  const missing = sums.flatMap((yuan, at): Issue[] => (yuan === null ? [{ field: `curve.${at}`, code: 'required' }] : []))
  if (missing.length > 0) return missing
  const falls = sums.findIndex((yuan, at) => (yuan ?? 0) < (sums[at - 1] ?? 0))
  if (falls >= 0) return [{ field: `curve.${falls}`, code: 'curve-falls' }]
  return sums[11] === plannedYuan ? [] : [{ field: 'curve.11', code: 'curve-ends-elsewhere', params: { planned: formatWan(plannedYuan) } }]
}

/** A curve through a year needs a work that is there in it; a plan without one may pay for what starts later or was finished before. */
function monthIssues({ year, startMonth, finishMonth, productionMonth, curveShape }: AnnualPlanInput): Issue[] {
  const curved = curveShape !== null
  const issues: (Issue | false)[] = [
    curved && startMonth !== null && yearOf(startMonth) > year && { field: 'startMonth', code: 'after-the-year', params: { year } },
    curved && finishMonth !== null && yearOf(finishMonth) < year && { field: 'finishMonth', code: 'before-the-year', params: { year } },
    productionMonth !== null &&
      startMonth !== null &&
      productionMonth < startMonth && { field: 'productionMonth', code: 'finish-before-start', params: { start: startMonth } },
  ]
  return issues.filter((issue) => issue !== false)
}

export function annualPlanIssues(input: AnnualPlanInput, today: Day, facts: { adjusts: boolean; needsDocument: boolean }): Issue[] {
  const says = [input.plannedYuan, input.startMonth, input.finishMonth, input.productionMonth].some((fact) => fact !== null)
  const issues: (Issue | false)[] = [
    input.year > yearOf(today) + 1 && { field: 'year', code: 'in-the-future' },
    !says && { field: 'plannedYuan', code: 'required' },
    facts.needsDocument && input.documentNo === null && { field: 'documentNo', code: 'required' },
    facts.adjusts && input.reason === null && { field: 'reason', code: 'needs-reason' },
  ]
  return [...issues.filter((issue) => issue !== false), ...finishIssues(input), ...monthIssues(input), ...curveIssues(input)]
}

/** Percent of a plan that is done, as people read it; null where either is unknown, or nothing was planned. */
export function completion(yuan: number | null, planYuan: number | null): number | null {
  return yuan === null || !planYuan ? null : onePlace((yuan / planYuan) * 100)
}

/** The first approved plan of a year is the original, the one in force the adjusted; a year without an adjustment has one of both. */
export type PlanPair<Plan> = { original: Plan; adjusted: Plan | null }
export function planPair<Plan extends { id: number; status: string; current: boolean }>(ofYear: readonly Plan[]): PlanPair<Plan> | null {
  const approved = ofYear.filter(({ status }) => status === 'approved').toSorted((a, b) => a.id - b.id)
  const [original] = approved
  const now = approved.find(({ current }) => current)
  return original ? { original, adjusted: now && now.id !== original.id ? now : null } : null
}
