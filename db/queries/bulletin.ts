import { asc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { BulletinFacts, BulletinTexts, Corrected } from '../../domain/bulletin'
import type { BulletinKind, BulletinState } from '../../domain/bulletin-workflow'
import { allow, found, refuse } from '../../domain/errors'
import { canDraftBulletin, canIssueBulletin, canReadBulletin, canWithdraw } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { frozenBulletin } from '../inspection/bulletin-frozen'
import { type BulletinRow, bulletinById, correctedBy, roundById } from '../inspection/bulletin-row'
import { bulletins, documents } from '../schema'
import { type Person, peopleOf } from './people'

export type Erratum = { id: number; title: string; state: BulletinState; number: string | null; day: string | null }
export type Kept = { id: number; number: string; day: string; sha256: string }
export type BulletinView = {
  id: number
  kind: BulletinKind
  state: BulletinState
  version: number
  title: string
  facts: BulletinFacts | null
  texts: BulletinTexts
  round: { id: number; title: string; quarter: string }
  head: { seq: number; hash: string } | null
  drafted: Person | null
  proposed: Person | null
  /** Everybody who wrote in it: none of them issues it. */
  writers: Person[]
  issued: Person | null
  signer: string | null
  sentBackReason: string | null
  document: Kept | null
  corrects: Corrected | null
  errata: Erratum[]
  may: Record<'edit' | 'takeBack' | 'issue' | 'correct', boolean>
}

/** One bulletin or erratum with everything its page says: of an issued one, what was kept with its bytes. */
export function bulletinView(actor: UserActor, id: number): BulletinView {
  const db = orm()
  const row = readableBulletin(db, actor, id)
  const { kind, state, version, headSeq, headHash, signer, sentBackReason } = row
  const { title, facts, texts } = row.documentId === null ? row : frozenBulletin(db, row.documentId)
  const { title: roundTitle, quarter, id: roundId } = roundById(db, row.roundId)
  const people = peopleOf(db, [row.draftedBy, row.proposedBy, row.issuedBy, ...(row.editors ?? [])])
  const person = (by: number | null) => people.get(by ?? 0) ?? null
  return {
    ...{ id, kind, state, version, title, facts, texts, signer, sentBackReason },
    round: { id: roundId, title: roundTitle, quarter },
    head: headSeq === null || headHash === null ? null : { seq: headSeq, hash: headHash },
    drafted: person(row.draftedBy),
    proposed: person(row.proposedBy),
    issued: person(row.issuedBy),
    writers: (row.editors ?? []).flatMap((by) => person(by) ?? []),
    document: keptDocument(db, row.documentId),
    corrects: correctedBy(db, row),
    errata: errataOf(db, actor, row.documentId),
    may: mayDo(actor, row),
  }
}

function mayDo(actor: UserActor, row: BulletinRow): BulletinView['may'] {
  const { state, proposedBy } = row
  return {
    edit: state === 'drafted' && canDraftBulletin(actor),
    takeBack: state === 'proposed' && proposedBy !== null && canDraftBulletin(actor) && canWithdraw(actor, { submittedBy: proposedBy }),
    issue: state === 'proposed' && canIssueBulletin(actor, row),
    correct: state === 'issued' && canDraftBulletin(actor),
  }
}

/** For whoever may not read drafts there is none. */
export function readableBulletin(db: Reader, actor: UserActor, id: number): BulletinRow {
  allow(canReadBulletin(actor, { issued: true }))
  const row = bulletinById(db, id)
  if (!canReadBulletin(actor, { issued: row.state === 'issued' })) refuse('not-found')
  return row
}

function keptDocument(db: Reader, documentId: number | null): Kept | null {
  if (documentId === null) return null
  const { id, number, day, sha256 } = documents
  const row = found(db.select({ id, number, day, sha256 }).from(documents).where(eq(documents.id, documentId)).get())
  return { ...row, sha256: found(row.sha256) }
}

function errataOf(db: Reader, actor: UserActor, documentId: number | null): Erratum[] {
  if (documentId === null) return []
  const rows = db
    .select({ id: bulletins.id, title: bulletins.title, state: bulletins.state, number: documents.number, day: documents.day })
    .from(bulletins)
    .leftJoin(documents, eq(documents.id, bulletins.documentId))
    .where(eq(bulletins.erratumOfId, documentId))
    .orderBy(asc(bulletins.id))
    .all()
  return rows.filter(({ state }) => canReadBulletin(actor, { issued: state === 'issued' }))
}
