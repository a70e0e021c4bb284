import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { undoStep } from '../../domain/import'
import type { ImportMove, RowDecisionInput } from '../../domain/import-input'
import { WorkIndex } from '../../domain/import-match'
import { canReview } from '../../domain/policy'
import type { Tx } from '../client'
import { chainHead, recordEvent } from '../events'
import { countOutcomes } from '../imports/apply'
import { verdictOn } from '../imports/compare'
import type { ImportRow, SheetRow } from '../imports/import-row'
import { importAt, importOf, mapped, moveImport } from '../imports/load'
import { builtOn } from '../imports/references'
import { noteUndone } from '../imports/undo'
import { refuseWhileLocking } from '../imports/undo-locks'
import { writersOf } from '../imports/writers'
import { workByCode } from '../queries/work'
import { importRows } from '../schema'
import { write } from '../write'

/** A person says which work a doubtful row means, that it is a new one, or that it is left out. Returns the import's id and how the row stands. */
export function decideImportRow(ctx: Ctx, input: RowDecisionInput): { id: number; outcome: SheetRow['outcome'] } {
  return write(ctx, 'decideImportRow', input, (tx) => {
    const imp = mapped(importAt(tx, ctx, input, ['staged']))
    const row = found(tx.select().from(importRows).where(eq(importRows.id, input.row)).get())
    if (row.importId !== imp.id) refuse('not-found')
    if (input.decision === 'new' && imp.purpose === 'reports') refuseField('decision', 'work-unknown')
    const code = input.code ?? null
    if (input.decision === 'work' && code === null) refuseField('code', 'required')
    const work = input.decision === 'work' && code !== null ? workByCode(tx, code) : null
    const decided = { ...row, decision: input.decision, decidedProjectId: work?.id ?? null }
    const verdict = verdictOn(ctx, imp, decided, new WorkIndex([]))
    tx.update(importRows)
      .set({ ...verdict, decision: decided.decision, decidedProjectId: decided.decidedProjectId })
      .where(eq(importRows.id, row.id))
      .run()
    moveImport(tx, imp, { counts: countOutcomes(tx, imp.id) })
    const body = { import: imp.id, row: row.row, decision: input.decision, work: work?.code ?? null }
    recordEvent(tx, ctx, { action: 'import.decided', subject: `import:${imp.id}`, body })
    return { id: imp.id, outcome: verdict.outcome }
  })
}

/** Undone whole, as long as nothing was built on it; otherwise it says on which works. An approved plan source is asked about first. */
export function undoImport(ctx: Ctx, input: ImportMove): void {
  write(ctx, 'undoImport', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['applied', 'submitted', 'approved'])
    const works = builtOn(imp.made ?? {})
    if (works.length > 0) refuse('import-built-on', { works: works.slice(0, 10).join('、') }, { works })
    refuseWhileLocking(tx)
    const step = undoStep(imp, actorId(ctx.actor))
    if (step === 'own') refuse('not-self')
    if (step === 'ask') return askUndo(tx, ctx, imp)
    const undone = { undoneBy: actorId(ctx.actor), done: 0, stopped: null }
    if (imp.purpose !== 'plan-source') {
      recordEvent(tx, ctx, { action: 'import.started', subject: `import:${imp.id}`, body: { import: imp.id, undo: true } })
      moveImport(tx, imp, { ...undone, state: 'undoing' })
    } else noteUndone(tx, ctx, { ...imp, version: moveImport(tx, imp, undone) })
  })
}

/** The request stands on the import itself until another person agrees or somebody drops it. */
function askUndo(tx: Tx, ctx: Ctx, imp: ImportRow): void {
  recordEvent(tx, ctx, { action: 'import.undo-asked', subject: `import:${imp.id}`, body: { import: imp.id, sha256: imp.sha256 } })
  moveImport(tx, imp, { undoneBy: actorId(ctx.actor) })
}

/** A plan source that somebody asked to undo stays, whoever of the bureau says so. */
export function keepPlanSource(ctx: Ctx, input: ImportMove): void {
  write(ctx, 'keepPlanSource', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['approved'])
    if (imp.undoneBy === null) refuse('import-moved')
    recordEvent(tx, ctx, { action: 'import.undo-dropped', subject: `import:${imp.id}`, body: { import: imp.id } })
    moveImport(tx, imp, { undoneBy: null })
  })
}

/** A second person has compared the table with its document: its rows stand in the plan's layer, its differences in the register. */
export function approvePlanSource(ctx: Ctx, input: ImportMove): void {
  write(ctx, 'approvePlanSource', input, (tx) => {
    const imp = sourceToDecide(tx, ctx, input)
    const body = { import: imp.id, sha256: imp.sha256, counts: imp.counts, rowsHash: imp.rowsHash }
    recordEvent(tx, ctx, { action: 'import.approved', subject: `import:${imp.id}`, body })
    const decision = { decidedBy: actorId(ctx.actor), decidedAt: ctx.at, visibleSeq: chainHead(tx).seq }
    moveImport(tx, imp, { state: 'approved', ...decision })
  })
}

export function returnPlanSource(ctx: Ctx, input: ImportMove & { reason: string }): void {
  write(ctx, 'returnPlanSource', input, (tx) => {
    const imp = sourceToDecide(tx, ctx, input)
    recordEvent(tx, ctx, { action: 'import.returned', subject: `import:${imp.id}`, body: { import: imp.id, reason: input.reason } })
    moveImport(tx, imp, { state: 'returned', decidedBy: actorId(ctx.actor), decidedAt: ctx.at, decisionReason: input.reason })
  })
}

/** Four eyes: neither who handed the file in nor who mapped it, decided of a row, or imported it. */
function sourceToDecide(tx: Tx, ctx: Ctx, input: ImportMove): ImportRow {
  const { id, createdBy } = importOf(tx, input.id)
  for (const by of [createdBy, ...writersOf(tx, id)]) {
    if (ctx.actor.kind === 'user' && ctx.actor.id === by) refuse('not-self')
    allow(canReview(ctx.actor, { submittedBy: by }))
  }
  return importAt(tx, ctx, input, ['submitted'])
}
