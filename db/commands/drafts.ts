import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { draftFiles } from '../../domain/draft'
import { allow, refuse } from '../../domain/errors'
import { canUseOwn } from '../../domain/policy'
import { allowDraft } from '../draft-subjects'
import { drafts } from '../schema'
import { write } from '../write'

export type DraftInput = { subject: string; version: number; body: Record<string, string> }
export type Saved = { version: number; at: string }

/** Keeps what is being typed: one row per person and subject, version-checked, not an event. Version 0 = none seen yet. */
export function saveDraft(ctx: Ctx, { subject, version, body }: DraftInput): Saved {
  return write(ctx, 'saveDraft', null, (tx) => {
    const userId = actorId(ctx.actor)
    allow(userId !== null && canUseOwn(ctx.actor, userId))
    allowDraft(tx, ctx, draftFiles(subject))
    const mine = and(eq(drafts.userId, userId), eq(drafts.subject, subject))
    const kept = tx.select().from(drafts).where(mine).get()
    if ((kept?.version ?? 0) !== version) refuse('stale', { version: kept?.version ?? 0 }, kept?.body ?? {})
    const row = { userId, subject, body, version: version + 1, updatedAt: ctx.at }
    tx.insert(drafts)
      .values(row)
      .onConflictDoUpdate({ target: [drafts.userId, drafts.subject], set: row })
      .run()
    return { version: row.version, at: row.updatedAt }
  })
}

export function discardDraft(ctx: Ctx, subject: string): void {
  write(ctx, 'discardDraft', null, (tx) => {
    const userId = actorId(ctx.actor)
    allow(userId !== null && canUseOwn(ctx.actor, userId))
    tx.delete(drafts)
      .where(and(eq(drafts.userId, userId), eq(drafts.subject, subject)))
      .run()
  })
}
