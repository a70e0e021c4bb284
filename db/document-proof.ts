import type Database from 'better-sqlite3'
import { sha256 } from './hash'

/** What the chain says of an issued paper: the hashes of its parts. null = its event did not say, as those of early notices did not. */
export type Proof = { number: string; word: string; page: string | null; frozen: string | null }
export type KeptDocument = { number: string; subject: string | null; sha256: string | null; word: Buffer | null; page: string | null }
/** As the column holds it: its text is what was hashed. */
export type KeptWhole = KeptDocument & { frozen: string | null }
export type DocumentPart = 'word' | 'page' | 'frozen'

type Said = { number: string; sha256: string; pageSha256?: string; frozenSha256?: string }

const issuing = `select e.subject, b.body from events e join event_bodies b on b.seq = e.seq
  where e.action in ('bulletin.issued', 'evaluation.issued', 'dispatch.issued', 'round.notified')`

const proofOf = (body: string): Proof => {
  const { number, sha256: word, pageSha256, frozenSha256 } = JSON.parse(body) as Said
  return { number, word, page: pageSha256 ?? null, frozen: frozenSha256 ?? null }
}

/** By what the event of its issue says; null = no event names it, or the event's words are gone. */
export function documentProof(db: Database.Database, { number, subject }: Pick<KeptDocument, 'number' | 'subject'>): Proof | null {
  const rows = db.prepare<[string], { body: string }>(`${issuing} and e.subject = ?`).all(subject ?? '')
  return rows.map(({ body }) => proofOf(body)).find((proof) => proof.number === number) ?? null
}

/** Every paper that the chain says was issued. */
export function documentsSaid(db: Database.Database): { number: string; subject: string }[] {
  const rows = db.prepare<[], { subject: string; body: string }>(`${issuing} order by e.seq`).all()
  return rows.map(({ subject, body }) => ({ subject, number: proofOf(body).number }))
}

/** Whether the bytes of a part are those that were issued. */
export function isWholePart(part: 'word' | 'page', { sha256: said, word, page }: KeptDocument, proof: Proof): boolean {
  if (part === 'word') return word !== null && said === proof.word && sha256(word) === proof.word
  return page !== null && (proof.page === null || sha256(page) === proof.page)
}

export function damagedParts(kept: KeptWhole, proof: Proof): DocumentPart[] {
  const bytes = (['word', 'page'] as const).filter((part) => !isWholePart(part, kept, proof))
  return proof.frozen === null || sha256(kept.frozen ?? '') === proof.frozen ? bytes : [...bytes, 'frozen']
}

/** For the hash of what was frozen: the text that its column keeps. */
export const frozenSha256 = (frozen: unknown): string => sha256(JSON.stringify(frozen))
