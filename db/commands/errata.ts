import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { NewErratumInput } from '../../domain/bulletin-input'
import { erratumTexts, erratumTitle } from '../../domain/bulletin-texts'
import { allow, found, refuse } from '../../domain/errors'
import { canDraftBulletin } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import type { BulletinRow } from '../inspection/bulletin-row'
import { submitter } from '../review'
import { bulletins, documents } from '../schema'
import { write } from '../write'

/** What was issued stays; a mistake in it is corrected by a numbered document of its own that points at it. Returns its id. */
export function draftErratum(ctx: Ctx, input: NewErratumInput): number {
  return write(ctx, 'draftErratum', input, (tx) => {
    allow(canDraftBulletin(ctx.actor))
    const of = bulletinOfDocument(tx, input.documentId)
    if (hasOpenErratum(tx, input.documentId)) refuse('bulletin-exists')
    const title = erratumTitle(of)
    const texts = erratumTexts(of.texts.issuer, of.texts.addressee)
    const row = { kind: 'erratum' as const, roundId: of.roundId, erratumOfId: input.documentId, state: 'drafted' as const, title, texts }
    const draftedBy = submitter(ctx)
    const { id } = tx
      .insert(bulletins)
      .values({ ...row, draftedBy, draftedAt: ctx.at, editors: [draftedBy] })
      .returning({ id: bulletins.id })
      .get()
    const { number } = found(tx.select().from(documents).where(eq(documents.id, input.documentId)).get())
    recordEvent(tx, ctx, { action: 'bulletin.drafted', subject: `bulletin:${id}`, body: { round: of.roundId, title, corrects: number } })
    return id
  })
}

const bulletinOfDocument = (tx: Tx, documentId: number): BulletinRow =>
  found(tx.select().from(bulletins).where(eq(bulletins.documentId, documentId)).get())

function hasOpenErratum(tx: Tx, documentId: number): boolean {
  const open = and(eq(bulletins.erratumOfId, documentId), ne(bulletins.state, 'issued'))
  return tx.select({ id: bulletins.id }).from(bulletins).where(open).get() !== undefined
}
