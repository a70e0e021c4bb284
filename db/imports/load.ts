import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, sameVersion } from '../../domain/errors'
import type { ImportState } from '../../domain/import'
import { canImport } from '../../domain/policy'
import type { Reader, Tx } from '../client'
import { imports } from '../schema'
import type { ImportRow, MappedImport } from './import-row'

export const importOf = (db: Reader, id: number): ImportRow => found(db.select().from(imports).where(eq(imports.id, id)).get())

/** An import somebody moves on, in the version and at the step they were shown. */
export function importAt(tx: Tx, ctx: Ctx, { id, version }: { id: number; version: number }, states: readonly ImportState[]): ImportRow {
  allow(canImport(ctx.actor))
  const imp = importOf(tx, id)
  sameVersion(imp, version)
  if (!states.includes(imp.state)) refuse('import-moved', {}, { state: imp.state, version: imp.version })
  return imp
}

export const isMapped = (imp: ImportRow): imp is MappedImport => imp.purpose !== null && imp.sender !== null
export const mapped = (imp: ImportRow): MappedImport => (isMapped(imp) ? imp : refuse('import-moved'))

export function moveImport(tx: Tx, imp: ImportRow, columns: Partial<typeof imports.$inferInsert>): number {
  const version = imp.version + 1
  tx.update(imports)
    .set({ ...columns, version })
    .where(eq(imports.id, imp.id))
    .run()
  return version
}
