import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { found } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { house } from '../client'
import { keptPart } from '../document-keep'
import { frozenHead, paperOf } from '../inspection/bulletin-paper'
import { correctedBy } from '../inspection/bulletin-row'
import { documents } from '../schema'
import { readableBulletin } from './bulletin'

export type BulletinPart = 'word' | 'page'
/** Kept bytes of an issued one, null when they are not what was issued any more; of a draft the paper as it would be drawn now. */
export type BulletinFile = { name: string; title: string } & ({ kept: { bytes: Uint8Array; sha256: string } | null } | { paper: Paper })

export function bulletinFile(actor: UserActor, id: number, part: BulletinPart, today: string): BulletinFile {
  const open = house()
  const { orm: db, demo } = open
  const row = readableBulletin(db, actor, id)
  const { title, documentId } = row
  if (documentId === null) {
    const issue = { number: null, signer: row.texts.signer, day: today, head: frozenHead(row), demo }
    return { name: `${title}（征求意见稿）`, title, paper: paperOf({ ...row, corrects: correctedBy(db, row) }, issue) }
  }
  const kept = found(db.select().from(documents).where(eq(documents.id, documentId)).get())
  return { name: `${kept.number} ${title}`, title, kept: keptPart(open, kept, part) }
}
