import type Database from 'better-sqlite3'
import { type DocumentPart, damagedParts, documentProof, documentsSaid, type KeptWhole } from './document-proof'

/** `missing` = the chain says that it was issued; `unproven` = nothing in the chain says so. */
export type DamagedDocument = { number: string; problem: DocumentPart | 'missing' | 'unproven' }
export type DocumentsReport = { documents: number; damaged: DamagedDocument[] }

const rows = `select number, subject, sha256, word, page, frozen from documents
  where kind is not null or subject is not null or word is not null order by id`

/** Every issued paper against what the event of its issue says of its bytes; one at a time, for they are large. */
export function checkDocuments(db: Database.Database): DocumentsReport {
  const [damaged, kept]: [DamagedDocument[], Set<string>] = [[], new Set()]
  for (const row of db.prepare<[], KeptWhole>(rows).iterate()) {
    kept.add(nameOf(row))
    damaged.push(...problemsOf(db, row).map((problem) => ({ number: row.number, problem })))
  }
  const missing = documentsSaid(db).filter((said) => !kept.has(nameOf(said)))
  return { documents: kept.size, damaged: [...damaged, ...missing.map(({ number }) => ({ number, problem: 'missing' as const }))] }
}

const nameOf = ({ subject, number }: Pick<KeptWhole, 'subject' | 'number'>): string => `${subject} ${number}`

function problemsOf(db: Database.Database, row: KeptWhole): DamagedDocument['problem'][] {
  const proof = documentProof(db, row)
  return proof === null ? ['unproven'] : damagedParts(row, proof)
}
