import { count, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, found, Refusal, type RefusalCode, refuse, refuseField } from '../../domain/errors'
import { evidenceMime, evidenceName, type StoredEvidence } from '../../domain/evidence'
import { type FieldItem, type PhotoStanding, photoPiece } from '../../domain/field-items'
import { canTakeAlong } from '../../domain/policy'
import { correctedInstant } from '../../domain/visit-time'
import { house, type Reader, type Tx } from '../client'
import { recordEvent } from '../events'
import { storeEvidence } from '../evidence-store'
import { sha256 } from '../hash'
import { appendPart, dropOldParts, dropPart, partBytes, readPart } from '../inspection/photo-parts'
import { ownVisit } from '../inspection/visit-place'
import type { VisitRow } from '../queries/visit-readable'
import { workById } from '../queries/work'
import { submitter } from '../review'
import { evidence, evidenceLinks, findings, visitPhotos, visits } from '../schema'
import { write } from '../write'
import type { FieldReceipt } from './visits'

type Photo = typeof visitPhotos.$inferSelect
/** More is not a visit but an archive. */
const mostPhotos = 100

/** Says which photograph will come; its bytes follow in pieces. */
export function announcePhoto(ctx: Ctx, input: Extract<FieldItem, { kind: 'photo' }>): FieldReceipt {
  return write(ctx, 'announcePhoto', input, (tx) => {
    const visit = ownVisit(tx, ctx, input.visit)
    if (tx.select().from(visitPhotos).where(eq(visitPhotos.clientId, input.id)).get()) refuse('key-reused')
    if (photosOf(tx, visit) >= mostPhotos) refuseField('photo', 'too-many-files', { max: mostPhotos })
    const findingId = input.finding === null ? null : findingShown(tx, visit, input.finding)
    const takenAt = correctedInstant(input.takenAt, input.offsetMs, { earliest: visit.startedAt, latest: ctx.at })
    const { id: clientId, bytes, position } = input
    const name = evidenceName(input.name, 'image/jpeg')
    const row = { clientId, visitId: visit.id, findingId, name, bytes, sentSha256: input.sha256, takenAt, announcedAt: ctx.at }
    const where = { lat: position?.lat ?? null, lon: position?.lon ?? null }
    const { id } = tx
      .insert(visitPhotos)
      .values({ ...row, ...where })
      .returning({ id: visitPhotos.id })
      .get()
    const body = { photo: id, visit: visit.id, finding: findingId, name, bytes, sha256: input.sha256, takenAt }
    recordEvent(tx, ctx, { action: 'photo.announced', subject: `project:${workById(tx, visit.projectId).code}`, body })
    return { status: 'received', at: ctx.at }
  })
}

const photosOf = (tx: Tx, { id }: VisitRow): number =>
  tx.select({ rows: count() }).from(visitPhotos).where(eq(visitPhotos.visitId, id)).get()?.rows ?? 0

function findingShown(tx: Tx, { id }: VisitRow, clientId: string): number {
  const finding = tx.select().from(findings).where(eq(findings.clientId, clientId)).get() ?? refuse('visit-not-come')
  return finding.visitId === id ? finding.id : refuse('not-found')
}

/** How much of a photograph has come; one that is all there is received, in case the server stopped before it could. */
export function askPhoto(ctx: Ctx, clientId: string): Promise<PhotoStanding> {
  return takePhotoPiece(ctx, { clientId, offset: null, piece: new Uint8Array() })
}

export type PhotoPiece = { clientId: string; offset: number | null; piece: Uint8Array }

/** Adds a piece where it belongs; one that does not follow what has come changes nothing, and the sender goes on from the answer. */
export async function takePhotoPiece(ctx: Ctx, { clientId, offset, piece }: PhotoPiece): Promise<PhotoStanding> {
  const { orm, dir } = house()
  const photo = ownPhoto(orm, ctx, clientId)
  const settled = standingOf(photo)
  if (settled.done || settled.refused) return settled
  const come = partBytes(dir, clientId)
  const fits = offset === come && piece.length > 0
  if (piece.length > photoPiece || (fits && come + piece.length > photo.bytes)) refuse('malformed')
  if (fits && come === 0) dropOldParts(dir, ctx.at)
  if (fits) appendPart(dir, clientId, piece)
  const received = partBytes(dir, clientId)
  return received < photo.bytes ? standingOf(photo, received) : finishPhoto(ctx, photo)
}

/** What is received or refused is so for good; otherwise so many bytes have come. */
function standingOf({ bytes, receivedAt: at, refused }: Photo, come = 0): PhotoStanding {
  const done = at !== null
  return { received: done ? bytes : come, bytes, done, at, refused: done ? null : (refused as RefusalCode | null) }
}

function ownPhoto(db: Reader, { actor }: Ctx, clientId: string): Photo {
  allow(canTakeAlong(actor))
  const row = db
    .select({ photo: visitPhotos, inspectorId: visits.inspectorId })
    .from(visitPhotos)
    .innerJoin(visits, eq(visits.id, visitPhotos.visitId))
    .where(eq(visitPhotos.clientId, clientId))
    .get()
  return row && row.inspectorId === actorId(actor) ? row.photo : refuse('not-found')
}

/** What is not what was announced is thrown away and sent again; what is no picture is thrown away and refused. */
async function finishPhoto(ctx: Ctx, photo: Photo): Promise<PhotoStanding> {
  const { dir } = house()
  const { clientId } = photo
  const sent = readPart(dir, clientId)
  const isIt = sha256(sent) === photo.sentSha256
  const standing = isIt ? await takePhoto(ctx, clientId, sent) : standingOf(photo)
  dropPart(dir, clientId)
  return standing
}

async function takePhoto(ctx: Ctx, clientId: string, sent: Buffer): Promise<PhotoStanding> {
  if (evidenceMime(sent) === 'application/pdf') return refusePhoto(ctx, { clientId, code: 'photo-type' })
  const stored = await storeEvidence(house().dir, sent).catch(whyNoPicture)
  return typeof stored === 'string' ? refusePhoto(ctx, { clientId, code: stored }) : receivePhoto(ctx, { clientId, stored })
}

/** A full disk is another matter. */
function whyNoPicture(error: unknown): RefusalCode {
  const issue = error instanceof Refusal ? error.issues.find(({ field }) => field === 'file') : null
  if (!issue) throw error
  return issue.code === 'file-type' ? 'photo-type' : issue.code
}

/** Its bytes came whole and are no photograph: it is no record, and its inspector is told why. */
export function refusePhoto(ctx: Ctx, input: { clientId: string; code: RefusalCode }): PhotoStanding {
  return write(ctx, 'refusePhoto', input, (tx) => {
    const photo = ownPhoto(tx, ctx, input.clientId)
    const settled = standingOf(photo)
    if (settled.done || settled.refused) return settled
    tx.update(visitPhotos).set({ refused: input.code }).where(eq(visitPhotos.id, photo.id)).run()
    const body = { photo: photo.id, visit: photo.visitId, finding: photo.findingId, sha256: photo.sentSha256, code: input.code }
    recordEvent(tx, ctx, { action: 'photo.refused', subject: `project:${codeOf(tx, photo)}`, body })
    return standingOf({ ...photo, refused: input.code })
  })
}

/** Hangs the stored picture on its finding, or on its visit. Whoever comes second is told what the first one was told. */
export function receivePhoto(ctx: Ctx, input: { clientId: string; stored: StoredEvidence }): PhotoStanding {
  return write(ctx, 'receivePhoto', input, (tx) => {
    const photo = ownPhoto(tx, ctx, input.clientId)
    const settled = standingOf(photo)
    if (settled.done || settled.refused) return settled
    const { stored } = input
    const subject = photo.findingId === null ? `visit:${photo.visitId}` : `finding:${photo.findingId}`
    const name = evidenceName(photo.name, stored.mime)
    const row = { ...stored, createdAt: ctx.at }
    tx.insert(evidence).values(row).onConflictDoNothing().run()
    tx.insert(evidenceLinks)
      .values({ sha256: stored.sha256, subject, name, addedBy: submitter(ctx), addedAt: ctx.at })
      .run()
    tx.update(visitPhotos).set({ storedSha256: stored.sha256, receivedAt: ctx.at }).where(eq(visitPhotos.id, photo.id)).run()
    const body = { photo: photo.id, visit: photo.visitId, finding: photo.findingId, sent: photo.sentSha256, sha256: stored.sha256, name }
    recordEvent(tx, ctx, { action: 'photo.received', subject: `project:${codeOf(tx, photo)}`, body })
    return standingOf({ ...photo, receivedAt: ctx.at })
  })
}

const codeOf = (tx: Tx, { visitId }: Photo): string =>
  workById(tx, found(tx.select().from(visits).where(eq(visits.id, visitId)).get()).projectId).code
