import { and, eq, or } from 'drizzle-orm'
import { Refusal, refuse, refuseField } from '../../domain/errors'
import type { Difference } from '../../domain/import'
import { blockingIssues, oddities, yearToDate } from '../../domain/update-checks'
import type { MonthlyInput } from '../../domain/update-input'
import type { Tx } from '../client'
import { type UpdateRow, updateFacts } from '../queries/update-facts'
import { workById } from '../queries/work'
import { updates } from '../schema'
import { allowSubmission, insertUpdate, needRemark } from '../submission'
import { type RowResult, type RowTask, said, sourceOf } from './import-row'

type Told = {
  yearToDateYuan: number | null
  step: string | null
  progressText: string | null
  percent: number | null
  remark: string | null
}
const told = ['yearToDateYuan', 'step', 'progressText', 'percent', 'remark'] as const

/** One row as a month entered on behalf: the same checks as by hand, and another person decides of it. */
export function applyReport(tx: Tx, task: RowTask): RowResult {
  const { ctx, imp, projectId } = task
  const period = imp.period ?? refuseField('period', 'required')
  const work = workById(tx, projectId ?? refuse('not-found'))
  const input = monthOf(task, work.code, period)
  allowSubmission(ctx, work, input)
  const facts = updateFacts(tx, work, period, ctx.today)
  const toDate = yearToDate(input, facts.figures)
  const wanted: Told = { ...input, yearToDateYuan: toDate === 'unknown-before' ? null : toDate }
  const { open, current } = standing(tx, work.id, period)
  const against = open ?? current
  const result = { warnings: [], made: [], projectId: work.id, differences: differences(against, wanted) }
  if (against && toDate !== 'unknown-before' && result.differences.length === 0) return { ...result, outcome: 'same' }
  if (open) refuse('one-open', {}, { id: open.id, submittedBy: open.submittedBy, submittedAt: open.submittedAt })
  const issues = blockingIssues(input, facts)
  if (issues.length > 0) throw new Refusal('invalid', { issues })
  const warnings = oddities(input, facts)
  const remark = input.remark ?? (warnings.length > 0 ? imp.note : null)
  needRemark(warnings, remark)
  const { code: _code, period: _period, investment: _typed, investmentBasis: _basis, ...rest } = input
  const subject = { kind: 'monthly' as const, period, milestoneId: null }
  const id = insertUpdate(tx, ctx, work, subject, { ...rest, yearToDateYuan: wanted.yearToDateYuan, remark, warnings })
  return { ...result, outcome: current ? 'changed' : 'new', warnings, made: [{ table: 'updates', id }] }
}

/** A form's fields from the row's cells; what the row does not speak of stays unsaid. */
function monthOf(task: RowTask, code: string, period: string): MonthlyInput {
  const { ctx, imp, row } = task
  const year = said<number>(row, 'yearToDateYuan')
  const percent = said<number>(row, 'percent')
  if (percent !== null && (!Number.isInteger(percent) || percent > 100)) refuseField('percent', 'not-whole')
  return {
    ...{
      code,
      period,
      noChange: false,
      quantityDone: null,
      conditionKind: null,
      conditionAsk: null,
      conditionUnitId: null,
      forecastOn: null,
    },
    investmentBasis: year === null && said(row, 'monthYuan') !== null ? 'month' : 'year',
    investment: year ?? said<number>(row, 'monthYuan'),
    step: said<string>(row, 'step'),
    progressText: said<string>(row, 'progressText'),
    percent,
    remark: remarkOf(task),
    onBehalfSource: sourceOf(task),
    onBehalfOn: ctx.today,
    revisionReason: imp.note,
  }
}

/** A problem told without a kind or a unit is no enabling condition yet: it goes with the remark. */
function remarkOf({ row }: RowTask): string | null {
  const problem = said<string>(row, 'problem')
  const lines = [said<string>(row, 'remark'), problem === null ? null : `存在问题：${problem}`]
  return (
    lines
      .filter((line) => line !== null)
      .join('\n')
      .slice(0, 1000) || null
  )
}

function standing(tx: Tx, projectId: number, period: string): { open: UpdateRow | undefined; current: UpdateRow | undefined } {
  const counts = or(eq(updates.status, 'submitted'), eq(updates.current, true))
  const rows = tx
    .select()
    .from(updates)
    .where(and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), eq(updates.period, period), counts))
    .all()
  return { open: rows.find(({ status }) => status === 'submitted'), current: rows.find(({ current }) => current) }
}

/** What the row says otherwise than what stands; an unknown takes nothing away. */
function differences(stands: UpdateRow | undefined, wanted: Told): Difference[] {
  return told
    .filter((field) => wanted[field] !== null && wanted[field] !== (stands?.[field] ?? null))
    .map((field) => ({ field, before: stands?.[field] ?? null, after: wanted[field] }))
}
