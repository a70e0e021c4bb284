import { and, eq } from 'drizzle-orm'
import { annualPlanInput, annualPlanIssues } from '../../domain/annual-plan'
import { Refusal, refuse, refuseField } from '../../domain/errors'
import type { Difference } from '../../domain/import'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import type { Work } from '../queries/work'
import { submitter } from '../review'
import { annualPlans } from '../schema'
import type { Made, RowTask } from './import-row'

type Planned = { made: Made[]; differences: Difference[] }

/** The year's planned investment out of a row, handed in for review; the rest of the plan in force stays as it is. */
export function applyPlan(tx: Tx, { ctx, imp, row }: RowTask, work: Work): Planned {
  const yuan = row.values.annualPlanYuan
  const year = row.cells.annualPlanYuan?.year ?? imp.year
  if (typeof yuan !== 'number' || year === null) return { made: [], differences: [] }
  if (yuan < 0) refuseField('plannedYuan', 'not-positive')
  const rows = tx
    .select()
    .from(annualPlans)
    .where(and(eq(annualPlans.projectId, work.id), eq(annualPlans.year, year)))
    .all()
  const current = rows.find((plan) => plan.current)
  const waiting = rows.find(({ status }) => status === 'submitted')
  const before = (waiting ?? current)?.plannedYuan ?? null
  if (before === yuan) return { made: [], differences: [] }
  if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
  const typed = { code: work.code, version: '0', year: String(year), plannedYuan: null, documentNo: imp.documentNo, reason: imp.note }
  const input = { ...annualPlanInput.parse(typed), plannedYuan: yuan }
  const issues = annualPlanIssues(input, ctx.today, { adjusts: current !== undefined, needsDocument: true })
  if (issues.length > 0) throw new Refusal('invalid', { issues })
  const { id: _id, ...kept } = current ?? ({} as Partial<typeof annualPlans.$inferSelect>)
  // A curve of the sum before is none of the new one.
  const curve = current?.curveShape === 'own' ? { curveShape: null, curve: null } : {}
  const fresh = { ...curve, projectId: work.id, year, current: false, plannedYuan: yuan, documentNo: imp.documentNo, reason: input.reason }
  const review = { status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at, decidedBy: null, decidedAt: null }
  const { id } = tx
    .insert(annualPlans)
    .values({ ...kept, ...fresh, ...review, decisionReason: null })
    .returning({ id: annualPlans.id })
    .get()
  recordEvent(tx, ctx, { action: 'annual-plan.submitted', subject: `project:${work.code}`, body: { annualPlan: id } })
  return { made: [{ table: 'annual_plans', id }], differences: [{ field: 'annualPlanYuan', before, after: yuan }] }
}
