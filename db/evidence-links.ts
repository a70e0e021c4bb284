import { and, asc, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../domain/actor'
import type { Reader, Tx } from './client'
import { evidenceLinks } from './schema'

/** What one person has put on a half-typed form. */
export function draftLinks(db: Reader, userId: number, draft: string) {
  const mine = and(eq(evidenceLinks.subject, draft), eq(evidenceLinks.addedBy, userId))
  return db.select().from(evidenceLinks).where(mine).orderBy(asc(evidenceLinks.id)).all()
}

/**
 * Called by the command that hands a form in: the draft's files become the record's (`update:12`) and are its facts from then on.
 * Returns their names and hashes for the command's event.
 */
export function handInEvidence(tx: Tx, ctx: Ctx, draft: string, subject: string): { name: string; sha256: string }[] {
  const userId = actorId(ctx.actor)
  const links = userId === null ? [] : draftLinks(tx, userId, draft)
  for (const link of links) tx.update(evidenceLinks).set({ subject }).where(eq(evidenceLinks.id, link.id)).run()
  return links.map(({ name, sha256 }) => ({ name, sha256 }))
}
