import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../domain/actor'
import { draftFiles } from '../domain/draft'
import type { Tx } from './client'
import { handInEvidence } from './evidence-links'
import { drafts } from './schema'

/** A form is handed in: its draft goes, its files become the record's. A draft still on its way then finds nothing to write over. */
export function handInDraft(tx: Tx, ctx: Ctx, subject: string, record: string): { name: string; sha256: string }[] {
  const userId = actorId(ctx.actor)
  if (userId === null) return []
  tx.delete(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.subject, subject)))
    .run()
  return handInEvidence(tx, ctx, draftFiles(subject), record)
}
