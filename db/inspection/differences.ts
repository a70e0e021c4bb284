import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { differences, projects, visitFigures } from '../schema'
import { toldFigures } from './told-figures'

type Figure = typeof visitFigures.$inferSelect

/** For a visit that counts: each seen figure that differs from what was told is put to the bureau, once. */
export function openDifferences(tx: Tx, ctx: Ctx, visit: { id: number; projectId: number }): void {
  for (const figure of differing(tx, visit.id)) openDifference(tx, ctx, visit, figure)
}

/** Where nothing was reported and nothing approved, there is nothing to correct. */
function differing(tx: Tx, visitId: number): Figure[] {
  return tx
    .select()
    .from(visitFigures)
    .where(and(eq(visitFigures.visitId, visitId), eq(visitFigures.result, 'differs'), toldFigures))
    .all()
}

function openDifference(tx: Tx, ctx: Ctx, visit: { id: number; projectId: number }, row: Figure): void {
  const { figure, why } = row
  const opened = { visitId: visit.id, projectId: visit.projectId, figure, state: 'open' as const, raisedOn: ctx.today, raisedAt: ctx.at }
  const added = tx.insert(differences).values(opened).onConflictDoNothing().returning({ id: differences.id }).get()
  if (!added) return
  const said = {
    reported: row.reportedNumber ?? row.reportedText,
    approved: row.approvedNumber ?? row.approvedText,
    seen: row.seenNumber ?? row.seenText,
  }
  const body = { difference: added.id, visit: visit.id, figure, ...said, why }
  recordEvent(tx, ctx, { action: 'difference.raised', subject: `project:${codeOf(tx, visit.projectId)}`, body })
}

const codeOf = (tx: Tx, projectId: number): string =>
  tx.select({ code: projects.code }).from(projects).where(eq(projects.id, projectId)).get()?.code ?? ''
