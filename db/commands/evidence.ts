import { and, eq, like } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { found, refuse, refuseField } from '../../domain/errors'
import { evidenceLimits, evidenceName, type StoredEvidence } from '../../domain/evidence'
import { canReadDraftEvidence } from '../../domain/policy'
import { house, type Tx } from '../client'
import { allowDraft } from '../draft-subjects'
import { recordEvent } from '../events'
import { draftLinks } from '../evidence-links'
import { storeEvidence } from '../evidence-store'
import { evidence, evidenceLinks } from '../schema'
import { write } from '../write'

export type EvidenceInput = { subject: string; name: string }
export type AddedEvidence = StoredEvidence & { id: number; name: string }

/** Receives a file for one's half-typed form (`draft:update:P0001:monthly:2025-09`): nothing is stored for whom it is not allowed. */
export async function uploadEvidence(ctx: Ctx, input: EvidenceInput & { bytes: Uint8Array }): Promise<AddedEvidence> {
  const { dir, orm } = house()
  allowDraft(orm, ctx, input.subject)
  const stored = await storeEvidence(dir, input.bytes)
  return addEvidence(ctx, { subject: input.subject, name: input.name, stored })
}

/** Hangs a stored file on a draft. The same file twice is the same link. */
export function addEvidence(ctx: Ctx, input: EvidenceInput & { stored: StoredEvidence }): AddedEvidence {
  return write(ctx, 'addEvidence', input, (tx) => {
    allowDraft(tx, ctx, input.subject)
    const userId = found(actorId(ctx.actor))
    const { stored, subject } = input
    const links = draftLinks(tx, userId, subject)
    const again = links.find((link) => link.sha256 === stored.sha256)
    if (again) return { ...stored, id: again.id, name: again.name }
    if (links.length >= evidenceLimits.perSubject) refuseField('file', 'too-many-files', { max: evidenceLimits.perSubject })
    const name = evidenceName(input.name, stored.mime)
    return { ...stored, id: link(tx, ctx, { stored, subject, name, userId }), name }
  })
}

type NewLink = { stored: StoredEvidence; subject: string; name: string; userId: number }

function link(tx: Tx, ctx: Ctx, { stored, subject, name, userId }: NewLink): number {
  const { sha256, mime, bytes } = stored
  tx.insert(evidence)
    .values({ ...stored, createdAt: ctx.at })
    .onConflictDoNothing()
    .run()
  const row = { sha256, subject, name, addedBy: userId, addedAt: ctx.at }
  const { id } = tx.insert(evidenceLinks).values(row).returning({ id: evidenceLinks.id }).get()
  recordEvent(tx, ctx, { action: 'evidence.added', subject: `evidence:${sha256}`, body: { subject, name, mime, bytes } })
  return id
}

/** Takes a file off one's own draft; the bytes stay under their hash. */
export function removeEvidence(ctx: Ctx, input: { id: number }): void {
  write(ctx, 'removeEvidence', input, (tx) => {
    const onDraft = and(eq(evidenceLinks.id, input.id), like(evidenceLinks.subject, 'draft:%'))
    const link = found(tx.select().from(evidenceLinks).where(onDraft).get())
    if (!canReadDraftEvidence(ctx.actor, link.addedBy)) refuse('not-found')
    tx.delete(evidenceLinks).where(eq(evidenceLinks.id, link.id)).run()
    recordEvent(tx, ctx, {
      action: 'evidence.removed',
      subject: `evidence:${link.sha256}`,
      body: { subject: link.subject, name: link.name },
    })
  })
}
