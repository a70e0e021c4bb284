import { asc, desc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { canReadDraftEvidence } from '../../domain/policy'
import { house, type Reader } from '../client'
import { readEvidence } from '../evidence-store'
import { evidence, evidenceLinks } from '../schema'
import { canReadSubject } from './evidence-subjects'

export type EvidenceItem = {
  id: number
  sha256: string
  name: string
  mime: string
  bytes: number
  width: number | null
  height: number | null
  addedAt: string
}
type Link = { subject: string; addedBy: number }

/** The files of `update:12`, `fact-sheet:3`, `output:7` or of one's own `draft:…`; empty for what is not the reader's to know. */
export function evidenceOf(actor: UserActor, subject: string): EvidenceItem[] {
  const db = house().orm
  const rows = db
    .select({ link: evidenceLinks, file: evidence })
    .from(evidenceLinks)
    .innerJoin(evidence, eq(evidence.sha256, evidenceLinks.sha256))
    .where(eq(evidenceLinks.subject, subject))
    .orderBy(asc(evidenceLinks.id))
    .all()
  const may = readableLinks(db, actor)
  return rows.filter(({ link }) => may(link)).map(({ link, file }) => item(link, file))
}

function item(link: typeof evidenceLinks.$inferSelect, file: typeof evidence.$inferSelect): EvidenceItem {
  const { sha256, mime, bytes, width, height } = file
  return { id: link.id, sha256, name: link.name, mime, bytes, width, height, addedAt: link.addedAt }
}

/** A file hangs on several subjects when it was sent several times: one readable subject is enough. `bytes` null = lost or damaged on disk. */
export function evidenceFile(actor: UserActor, sha256: string): { name: string; mime: string; bytes: Buffer | null } | null {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  const { orm: db, dir } = house()
  const may = readableLinks(db, actor)
  const links = db.select().from(evidenceLinks).where(eq(evidenceLinks.sha256, sha256)).orderBy(desc(evidenceLinks.id)).all()
  const link = links.find(may)
  const file = link && db.select().from(evidence).where(eq(evidence.sha256, sha256)).get()
  return file ? { name: link.name, mime: file.mime, bytes: readEvidence(dir, sha256) } : null
}

/** Asks each subject once, however many files hang on it. */
function readableLinks(db: Reader, actor: UserActor): (link: Link) => boolean {
  const asked = new Map<string, boolean>()
  return (link) => {
    if (link.subject.startsWith('draft:')) return canReadDraftEvidence(actor, link.addedBy)
    const known = asked.get(link.subject) ?? canReadSubject(db, actor, link.subject)
    asked.set(link.subject, known)
    return known
  }
}
