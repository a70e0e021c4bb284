import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { factSheetDraft } from '../../domain/draft'
import { allow, found, Refusal, sameVersion } from '../../domain/errors'
import { withoutContact } from '../../domain/fact-sheet'
import { type FactSheetInput, sheetIssues, sheetOf } from '../../domain/fact-sheet-input'
import { canListProjects, canSubmitFactSheet } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { putUnit } from '../assignments'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { refuseImporter } from '../imports/writers'
import { readableWork, readableWorkById } from '../queries/readable-work'
import { type SheetRow, sheetInForce } from '../queries/sheets'
import { unitInForce } from '../queries/units'
import type { Work } from '../queries/work'
import { decisionOn } from '../review'
import { factSheets } from '../schema'
import { insertSheet } from '../sheets'
import { checkOnBehalf } from '../submission'
import { refreshProject } from '../summaries'
import { changeWork, notWithdrawn } from '../work-change'
import { write } from '../write'

/** 项目基础信息, by the unit or by the bureau on behalf. Returns the revision's id. */
export function submitFactSheet(ctx: Ctx, input: FactSheetInput): number {
  return write(ctx, 'submitFactSheet', input, (tx) => {
    const work = readableWork(tx, ctx.actor, input.code)
    allow(canSubmitFactSheet(ctx.actor, work))
    notWithdrawn(work)
    const current = sheetInForce(tx, work.id)
    sameVersion({ ...current?.body, version: current?.revision ?? 0 }, input.version)
    const body = sheetOf(input)
    const issues = sheetIssues(body)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const id = insertSheet(tx, ctx, work, { body, onBehalf: onBehalfWords(ctx, input), draft: factSheetDraft(work.code) })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}

/** 代填: the bureau says from whom it has the facts, and when; a unit speaks for itself. */
function onBehalfWords(ctx: Ctx, { onBehalfSource, onBehalfOn }: FactSheetInput): string | null {
  checkOnBehalf(ctx, { onBehalfSource, onBehalfOn })
  return onBehalfSource === null ? null : `${onBehalfSource}（${onBehalfOn}）`
}

/** In force from now on, and its 责任单位 with it; the revision before stays, no longer in force. */
export function approveFactSheet(ctx: Ctx, id: number): void {
  write(ctx, 'approveFactSheet', { id }, (tx) => {
    const { row, work } = sheetToDecide(tx, ctx, id)
    const before = sheetInForce(tx, work.id)
    refuseImporter(tx, ctx.actor, 'fact_sheets', id)
    const decision = decisionOn(ctx, row, 'approve', null)
    if (before) tx.update(factSheets).set({ current: false }).where(eq(factSheets.id, before.id)).run()
    tx.update(factSheets)
      .set({ ...decision, current: true })
      .where(eq(factSheets.id, id))
      .run()
    const body = { factSheet: id, before: before && withoutContact(before.body), after: withoutContact(row.body) }
    recordEvent(tx, ctx, { action: 'fact-sheet.approved', subject: `project:${work.code}`, body })
    if (row.body.responsible !== (before?.body.responsible ?? null)) assignDeclared(tx, ctx, work, row)
    refreshProject(tx, ctx.today, work.id)
  })
}

/** Only what this revision says anew: a unit assigned since is not undone by figures that came later. */
function assignDeclared(tx: Tx, ctx: Ctx, work: Work, { id, body }: SheetRow): void {
  if (body.responsible === null) return
  const before = unitInForce(tx, work.id, 'responsible')
  if (!putUnit(tx, ctx, work, { kind: 'responsible', name: body.responsible, fromDay: ctx.today })) return
  const after = { kind: 'responsible', unit: body.responsible, fromDay: ctx.today, factSheet: id }
  changeWork(tx, ctx, work, { columns: {}, action: 'project.assigned', before: { kind: 'responsible', unit: before?.name ?? null }, after })
}

export function returnFactSheet(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnFactSheet', { id, reason }, (tx) => closeSheet(tx, ctx, id, 'return', reason))
}

export function withdrawFactSheet(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawFactSheet', { id }, (tx) => closeSheet(tx, ctx, id, 'withdraw', null))
}

const closed = { return: 'fact-sheet.returned', withdraw: 'fact-sheet.withdrawn' } as const

function closeSheet(tx: Tx, ctx: Ctx, id: number, step: Exclude<ReviewStep, 'approve'>, reason: string | null): void {
  const { row, work } = sheetToDecide(tx, ctx, id)
  tx.update(factSheets)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(factSheets.id, id))
    .run()
  recordEvent(tx, ctx, { action: closed[step], subject: `project:${work.code}`, body: { factSheet: id, revision: row.revision, reason } })
  refreshProject(tx, ctx.today, work.id)
}

function sheetToDecide(tx: Tx, ctx: Ctx, id: number): { row: SheetRow; work: Work } {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(factSheets).where(eq(factSheets.id, id)).get())
  return { row, work: readableWorkById(tx, ctx.actor, row.projectId) }
}
