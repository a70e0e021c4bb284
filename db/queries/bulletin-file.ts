import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { found } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { frozenHead, paperOf } from '../bulletin-paper'
import { correctedBy } from '../bulletin-row'
import { house } from '../client'
import { sha256 } from '../hash'
import { documents } from '../schema'
import { readableBulletin } from './bulletin'

export type BulletinPart = 'word' | 'page'
/** Kept bytes of an issued one; of a draft the paper as it would be drawn now. */
export type BulletinFile = { name: string; title: string } & ({ bytes: Uint8Array; sha256: string } | { paper: Paper })

export function bulletinFile(actor: UserActor, id: number, part: BulletinPart, today: string): BulletinFile {
  const { orm: db, demo } = house()
  const row = readableBulletin(db, actor, id)
  const { title, documentId } = row
  if (documentId === null) {
    const issue = { number: null, signer: row.texts.signer, day: today, head: frozenHead(row), demo }
    return { name: `${title}（征求意见稿）`, title, paper: paperOf({ ...row, corrects: correctedBy(db, row) }, issue) }
  }
  const kept = found(db.select().from(documents).where(eq(documents.id, documentId)).get())
  const bytes = part === 'word' ? new Uint8Array(found(kept.word)) : new TextEncoder().encode(found(kept.page))
  return { name: `${kept.number} ${title}`, title, bytes, sha256: part === 'word' ? found(kept.sha256) : sha256(bytes) }
}
