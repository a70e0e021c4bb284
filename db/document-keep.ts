import type { Ctx } from '../domain/actor'
import { found } from '../domain/errors'
import type { House, Tx } from './client'
import { documentProof, frozenSha256, isWholePart } from './document-proof'
import { sha256 } from './hash'
import { documents } from './schema'

/** A paper as it was drawn: Word file and page. */
export type Rendered = { word: Uint8Array; page: string }
type Kept = Pick<typeof documents.$inferInsert, 'kind' | 'subject' | 'headSeq' | 'headHash'>
type Frozen = { number: string; title: string; day: string; signer: string }

/** Keeps the bytes of an issued paper for good, beside what they were made from. Returns the document's id. */
export function keepDocument(tx: Tx, { at }: Ctx, { kind, subject, headSeq, headHash }: Kept, frozen: Frozen, rendered: Rendered): number {
  const { number, title, day } = frozen
  const bytes = { word: Buffer.from(rendered.word), page: rendered.page, sha256: sha256(rendered.word) }
  const row = { number, title, day, kind, subject, frozen, ...bytes, headSeq, headHash, createdAt: at }
  return tx.insert(documents).values(row).returning({ id: documents.id }).get().id
}

/** What the event of an issue says: the bytes by their hashes, so that what was issued can be proved. */
export function issueBody(
  { headSeq, headHash }: { headSeq: number | null; headHash: string | null },
  frozen: Frozen,
  { word, page }: Rendered,
) {
  const { number, signer, day } = frozen
  const hashes = { sha256: sha256(word), pageSha256: sha256(page), frozenSha256: frozenSha256(frozen) }
  return { number, signer, day, ...hashes, headSeq, headHash }
}

/** The kept bytes of a part; null when they are not what was issued any more. */
export function keptPart({ sqlite }: House, kept: typeof documents.$inferSelect, part: 'word' | 'page') {
  const proof = documentProof(sqlite, kept)
  if (proof === null || !isWholePart(part, kept, proof)) return null
  const bytes = part === 'word' ? new Uint8Array(found(kept.word)) : new TextEncoder().encode(found(kept.page))
  return { bytes, sha256: sha256(bytes) }
}
