import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { found } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { house } from '../client'
import { documentProof, isWholePart } from '../document-proof'
import { sha256 } from '../hash'
import { frozenHead, paperOf } from '../inspection/bulletin-paper'
import { correctedBy } from '../inspection/bulletin-row'
import { documents } from '../schema'
import { readableBulletin } from './bulletin'

export type BulletinPart = 'word' | 'page'
/** Kept bytes of an issued one, null when they are not what was issued any more; of a draft the paper as it would be drawn now. */
export type BulletinFile = { name: string; title: string } & ({ kept: { bytes: Uint8Array; sha256: string } | null } | { paper: Paper })

export function bulletinFile(actor: UserActor, id: number, part: BulletinPart, today: string): BulletinFile {
  const { orm: db, sqlite, demo } = house()
  const row = readableBulletin(db, actor, id)
  const { title, documentId } = row
  if (documentId === null) {
    const issue = { number: null, signer: row.texts.signer, day: today, head: frozenHead(row), demo }
    return { name: `${title}（征求意见稿）`, title, paper: paperOf({ ...row, corrects: correctedBy(db, row) }, issue) }
  }
  const kept = found(db.select().from(documents).where(eq(documents.id, documentId)).get())
  const proof = documentProof(sqlite, kept)
  const name = `${kept.number} ${title}`
  if (proof === null || !isWholePart(part, kept, proof)) return { name, title, kept: null }
  const bytes = bytesOf(kept, part)
  return { name, title, kept: { bytes, sha256: sha256(bytes) } }
}

function bytesOf({ word, page }: { word: Buffer | null; page: string | null }, part: BulletinPart): Uint8Array {
  return part === 'word' ? new Uint8Array(found(word)) : new TextEncoder().encode(found(page))
}
