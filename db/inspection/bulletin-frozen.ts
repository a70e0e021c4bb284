import { eq } from 'drizzle-orm'
import type { FrozenBulletin } from '../../domain/bulletin'
import { found } from '../../domain/errors'
import type { Reader } from '../client'
import { documents } from '../schema'

/** What an issued document was made from, as it was kept with its bytes. */
export function frozenBulletin(db: Reader, documentId: number): FrozenBulletin {
  const row = found(db.select({ frozen: documents.frozen }).from(documents).where(eq(documents.id, documentId)).get())
  return row.frozen as FrozenBulletin
}
