import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Json } from '../../domain/events'
import type { RuleRefusal } from '../../domain/import'
import { orm } from '../client'
import { hashJson } from '../hash'
import { importRows } from '../schema'
import type { Made, MappedImport, RowResult, SheetRow } from './import-row'
import type { Session } from './session'
import { changedColumns, forgetPrepared, type PreparedTable, putPrepared, type RawRow, rawRows } from './temp-tables'
import { tryRow } from './try-row'

/** What changed between the preview and now, to be said of the row. */
export type Surprise = { id: number; outcome: 'same' } | { id: number; outcome: 'refused'; refusal: RuleRefusal }

export const rowsToApply = (importId: number) => and(eq(importRows.importId, importId), inArray(importRows.outcome, ['new', 'changed']))

/** The next rows to prepare, in the order of the sheet. */
export const rowsAfter = (importId: number, cursor: number, limit: number): SheetRow[] =>
  orm()
    .select()
    .from(importRows)
    .where(and(rowsToApply(importId), gt(importRows.row, cursor)))
    .orderBy(asc(importRows.row))
    .limit(limit)
    .all()

type Seen = { rows: [PreparedTable, RawRow][]; before: RawRow | undefined; after: RawRow; code: string }

/** Applies a row in a rehearsal and keeps aside what it wrote. */
export function prepareRow(ctx: Ctx, imp: MappedImport, row: SheetRow, session: Session): Surprise | null {
  const before = row.projectId === null ? undefined : rawRows('project_list', 'project_id', row.projectId)[0]
  const task = { ctx, imp, row, projectId: row.projectId, code: row.newCode ?? '' }
  const answer = tryRow(task, (_, result) => seenOf(result, before))
  forgetPrepared(row.id)
  if ('refusal' in answer) return { id: row.id, outcome: 'refused', refusal: answer.refusal }
  const { result, seen } = answer
  if (result.outcome === 'same' || seen === null) return { id: row.id, outcome: 'same' }
  keepAside(row.id, result, seen, session)
  session.digests.set(row.id, hashJson([row.row, seen.code, row.values] as unknown as Json))
  return null
}

function seenOf({ made, projectId }: RowResult, before: RawRow | undefined): Seen | null {
  if (projectId === null || made.length === 0) return null
  const after = rawRows('project_list', 'project_id', projectId)[0]
  if (!after) return null
  const rows = made.flatMap(({ table, id }): Seen['rows'] => rawRows(table, 'id', id).map((row) => [table, row]))
  const words = before
    ? []
    : rawRows('project_bigrams', 'project_id', projectId).map((row): Seen['rows'][number] => ['project_bigrams', row])
  return { rows: [...rows, ...words], before, after, code: String(after.code) }
}

/** A work that does not exist yet is named by its code's number; its id is given when it appears. */
function keepAside(impRow: number, { made }: RowResult, { rows, before, after, code }: Seen, session: Session): void {
  const isNew = made.some(({ table }: Made) => table === 'projects')
  const stand = -Number(code.slice(1))
  const placed = (table: PreparedTable, row: RawRow): RawRow =>
    !isNew ? row : table === 'projects' ? { ...row, id: stand } : { ...row, project_id: stand }
  for (const [table, row] of rows) putPrepared(table, impRow, placed(table, row))
  putPrepared('project_list', impRow, placed('project_list', after))
  if (!isNew) for (const column of changedColumns(before, after)) session.columns.add(column)
  const known = session.rowsOf.get(code) ?? new Set<number>()
  session.rowsOf.set(code, known.add(impRow))
}
