import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { nextStatus } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { findingExtensions } from '../schema'

export type ExtensionRow = typeof findingExtensions.$inferSelect

export function openExtension(tx: Tx, findingId: number): ExtensionRow | undefined {
  const open = and(eq(findingExtensions.findingId, findingId), eq(findingExtensions.status, 'submitted'))
  return tx.select().from(findingExtensions).where(open).get()
}

/** The deadline it asks to move is over with: nobody need answer, and the unit may ask anew when the finding comes round again. */
export function lapseExtension(tx: Tx, ctx: Ctx, finding: { id: number; number: string }): void {
  const extension = openExtension(tx, finding.id)
  if (!extension) return
  const { id, dueOn } = extension
  tx.update(findingExtensions)
    .set({ status: nextStatus(extension, 'withdraw'), decidedBy: actorId(ctx.actor), decidedAt: ctx.at })
    .where(eq(findingExtensions.id, id))
    .run()
  const body = { extension: id, dueOn, reason: null, lapsed: true }
  recordEvent(tx, ctx, { action: 'finding.extension-withdrawn', subject: `finding:${finding.number}`, body })
}
