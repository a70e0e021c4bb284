import type { Ctx } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import type { Mapped } from '../../domain/import-layout'
import { canImport } from '../../domain/policy'
import { house, orm } from '../client'
import { readEvidence } from '../evidence-store'
import type { ImportRow } from '../imports/import-row'
import { importOf } from '../imports/load'

export type ImportedFile = { bytes: Buffer; fileName: string; sheet: string; mapping: readonly Mapped[]; year: number | null } & Pick<
  ImportRow,
  'state' | 'version' | 'rows'
>

/** The kept workbook for whoever reads it on; changes nothing. */
export function importedFile(ctx: Ctx, id: number): ImportedFile {
  allow(canImport(ctx.actor))
  const { fileName, sha256, layout, mapping, year, period, state, version, rows } = importOf(orm(), id)
  const bytes = readEvidence(house().dir, sha256) ?? refuse('file-lost')
  return {
    bytes,
    ...{ fileName, state, version, rows },
    sheet: layout.sheet,
    mapping: mapping ?? [],
    year: year ?? (period === null ? null : Number(period.slice(0, 4))),
  }
}
