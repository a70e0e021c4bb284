import type { Instant } from './calendar'

/** The moment figures are asked of: `past` = the last change of a row then, `update` = the last update handed in then (null: by instant). */
export type Moment = { at: Instant; past: number; update: number | null }

/** A row before a change made after the moment; null = it was not there. */
export type Past = { key: string; was: Record<string, unknown> | null }

/**
 * Rows as they stood at a moment. `pasts` are the changes since, oldest first: the first one of a row says how it stood. A row that was made
 * since goes, one that was removed since comes back.
 */
export function rewind<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string, pasts: readonly Past[]): Row[] {
  if (pasts.length === 0) return [...rows]
  const before = new Map<string, Past['was']>()
  for (const { key, was } of pasts) if (!before.has(key)) before.set(key, was)
  const kept = rows.flatMap((row): Row[] => {
    const key = keyOf(row)
    if (!before.has(key)) return [row]
    const was = before.get(key)
    before.delete(key)
    return was ? [{ ...row, ...was } as Row] : []
  })
  const back = [...before.values()].flatMap((was): Row[] => (was ? [was as Row] : []))
  return [...kept, ...back]
}

type Decided = { id: number; status: string; submittedAt: Instant; decidedAt: Instant | null; current: boolean }

/**
 * Rows that are handed in and decided, at a moment. Changes kept since come first; for times before changes were kept (`since`) the decisions'
 * own instants say what stood: the latest one approved by then is in force.
 */
export function decidedBy<Row extends Decided>(rows: readonly Row[], moment: Moment, since: Instant, groupOf: (row: Row) => string): Row[] {
  const known = rows
    .filter((row) => row.submittedAt <= moment.at)
    .map((row) =>
      row.decidedAt !== null && row.decidedAt > moment.at ? { ...row, status: 'submitted', decidedAt: null, current: false } : row,
    )
  if (moment.at >= since) return known
  const last = new Map<string, Row>()
  for (const row of known) {
    const other = last.get(groupOf(row))
    if (row.status === 'approved' && (!other || isLater(row, other))) last.set(groupOf(row), row)
  }
  return known.map((row) => ({ ...row, current: last.get(groupOf(row)) === row }))
}

const isLater = (a: Decided, b: Decided): boolean =>
  (a.decidedAt ?? '') > (b.decidedAt ?? '') || (a.decidedAt === b.decidedAt && a.id > b.id)
