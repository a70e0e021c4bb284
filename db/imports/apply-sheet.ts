import { Refusal, refuse, refuseField } from '../../domain/errors'
import { blankSheet, type FactSheet, factSheet } from '../../domain/fact-sheet'
import { sheetIssues } from '../../domain/fact-sheet-input'
import type { Difference } from '../../domain/import'
import type { BuildPeriod } from '../../domain/ledger/shapes'
import type { Tx } from '../client'
import { sheetInForce, waitingSheet } from '../queries/sheets'
import { unitInForce } from '../queries/units'
import type { Work } from '../queries/work'
import { insertSheet } from '../sheets'
import { type Made, type RowTask, said, sourceOf } from './import-row'

const fields = ['nationalCode', 'constructionKind', 'content', 'responsible', 'startMonth', 'finishMonth', 'totalYuan', 'contact'] as const

/** What a row declares of a work, as the next revision of its sheet; whatever the row does not say stays. */
export function applySheet(tx: Tx, task: RowTask, work: Work): { made: Made[]; differences: Difference[] } {
  const waiting = waitingSheet(tx, work.id)
  const stands = (waiting ?? sheetInForce(tx, work.id))?.body ?? blankSheet
  const body = wantedSheet(task, stands, unitInForce(tx, work.id, 'responsible')?.name ?? null)
  const differences = fields
    .filter((field) => body[field] !== stands[field])
    .map((field) => ({ field: field === 'responsible' ? 'responsibleName' : field, before: stands[field], after: body[field] }))
  if (differences.length === 0) return { made: [], differences }
  if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
  if (body.totalYuan !== null && body.totalYuan < 0) refuseField('totalYuan', 'not-positive')
  const issues = sheetIssues(body)
  if (issues.length > 0) throw new Refusal('invalid', { issues })
  const onBehalf = `${sourceOf(task)}（${task.ctx.today}）`
  const id = insertSheet(tx, task.ctx, work, { body: factSheet.parse(body), onBehalf })
  return { made: [{ table: 'fact_sheets', id }], differences }
}

/** A total from a ledger names the ledger as its document; a unit that already answers for the work is nothing new. */
function wantedSheet(task: RowTask, stands: FactSheet, assigned: string | null): FactSheet {
  const { row } = task
  const period = said<BuildPeriod>(row, 'period')
  const total = said<number>(row, 'totalYuan')
  const kind = said<FactSheet['constructionKind']>(row, 'constructionKind')
  const responsible = said<string>(row, 'responsibleName')
  return {
    ...stands,
    nationalCode: said<string>(row, 'nationalCode') ?? stands.nationalCode,
    constructionKind: kind ?? stands.constructionKind,
    content: said<string>(row, 'content') ?? stands.content,
    responsible: responsible === assigned ? stands.responsible : (responsible ?? stands.responsible),
    startMonth: said<string>(row, 'startMonth') ?? period?.startMonth ?? stands.startMonth,
    finishMonth: said<string>(row, 'finishMonth') ?? period?.finishMonth ?? stands.finishMonth,
    contact: said<string>(row, 'contact') ?? stands.contact,
    ...(total !== null && total !== stands.totalYuan ? { totalYuan: total, totalDocument: sourceOf(task) } : {}),
  }
}
