import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ChainOutput } from '../../domain/chain-output'
import { type ReportCounts, type TotalDimension, totalDimensions } from '../../domain/lock'
import type { ChainId } from '../../domain/plan'
import type { Tx } from '../client'
import { locks, lockTotals, lockWorks } from '../schema'
import { chainsThen } from './chains-then'
import { type LockRow, momentOf, spanOf } from './row'

const columns: Record<TotalDimension, SQLiteColumn | SQL> = {
  all: sql`''`,
  sector: lockWorks.sector,
  chain: lockWorks.chainId,
  level: lockWorks.level,
  town: lockWorks.town,
}

const sum = (column: SQLiteColumn) => sql<number | null>`sum(${column})`
const known = (column: SQLiteColumn) => sql<number>`count(${column})`

/** Adds up a lock's rows along one dimension; works without a value there stand under ''. */
export function insertTotals(tx: Tx, lock: LockRow, dimension: TotalDimension): void {
  const key = sql<string>`coalesce(${columns[dimension]}, '')`
  const sums = tx
    .select({
      key,
      works: sql<number>`count(*)`,
      planOriginalYuan: sum(lockWorks.planOriginalYuan),
      planOriginalKnown: known(lockWorks.planOriginalYuan),
      planYuan: sum(lockWorks.planYuan),
      planKnown: known(lockWorks.planYuan),
      yearToDateYuan: sum(lockWorks.yearToDateYuan),
      yearToDateKnown: known(lockWorks.yearToDateYuan),
      flowYuan: sum(lockWorks.flowYuan),
      flowKnown: known(lockWorks.flowYuan),
      investedYuan: sum(lockWorks.investedYuan),
      investedKnown: known(lockWorks.investedYuan),
      investedPartial: sql<number>`coalesce(sum(${lockWorks.investedYuan} is not null and ${lockWorks.investedPartial}), 0)`,
    })
    .from(lockWorks)
    .where(eq(lockWorks.lockId, lock.id))
    .groupBy(key)
    .all()
  const counts = countsOf(tx, lock, key)
  const outputs = dimension === 'chain' ? outputsOf(tx, lock) : new Map<string, OutputColumns>()
  const rows = new Map(sums.map((row) => [row.key, row]))
  for (const chain of outputs.keys()) if (!rows.has(chain)) rows.set(chain, { ...noWorks, key: chain })
  if (dimension === 'all' && rows.size === 0) rows.set('', noWorks)
  for (const row of rows.values())
    tx.insert(lockTotals)
      .values({ lockId: lock.id, dimension, ...row, ...counts(row.key), ...outputs.get(row.key) })
      .run()
}

const noWorks = {
  key: '',
  works: 0,
  planOriginalYuan: null,
  planOriginalKnown: 0,
  planYuan: null,
  planKnown: 0,
  yearToDateYuan: null,
  yearToDateKnown: 0,
  flowYuan: null,
  flowKnown: 0,
  investedYuan: null,
  investedKnown: 0,
  investedPartial: 0,
}

/** Works by light, stage and report; a longer period counts the reports of its months. */
function countsOf(tx: Tx, lock: LockRow, key: SQL<string>) {
  const by = (column: SQLiteColumn) =>
    tx
      .select({ key, value: sql<string>`${column}`, works: sql<number>`count(*)` })
      .from(lockWorks)
      .where(eq(lockWorks.lockId, lock.id))
      .groupBy(key, column)
      .all()
  const [lights, stages, reports] = [by(lockWorks.lightLevel), by(lockWorks.stage), by(lockWorks.reportState)]
  const of = (rows: typeof lights, wanted: string) =>
    Object.fromEntries(rows.filter((row) => row.key === wanted).map(({ value, works }) => [value, works]))
  return (wanted: string) => ({ lights: of(lights, wanted), stages: of(stages, wanted), reports: of(reports, wanted) })
}

/** Reports of a quarter or year: those of its months together, along the same dimension. */
export function addPartReports(tx: Tx, lock: LockRow): void {
  const parts = tx.select().from(lockTotals).where(inArray(lockTotals.lockId, lock.bases)).all()
  for (const dimension of totalDimensions) {
    const own = and(eq(lockTotals.lockId, lock.id), eq(lockTotals.dimension, dimension))
    for (const { key } of tx.select({ key: lockTotals.key }).from(lockTotals).where(own).all()) {
      const reports = parts.filter((part) => part.dimension === dimension && part.key === key).map((part) => part.reports)
      tx.update(lockTotals)
        .set({ reports: addCounts(reports) })
        .where(and(own, eq(lockTotals.key, key)))
        .run()
    }
  }
}

function addCounts(all: readonly ReportCounts[]): ReportCounts {
  const sums: Record<string, number> = {}
  for (const counts of all) for (const [state, works] of Object.entries(counts)) sums[state] = (sums[state] ?? 0) + works
  return sums
}

type OutputColumns = Pick<typeof lockTotals.$inferInsert, 'outputYuan' | 'outputKnown' | 'outputUnknown' | 'outputSource' | 'outputThrough'>

export const outputColumns = ({ yuan, known, unknown, source, through }: ChainOutput): OutputColumns => ({
  outputYuan: yuan,
  outputKnown: known,
  outputUnknown: unknown,
  outputSource: source,
  outputThrough: through,
})

/** A chain's output belongs to its last month: a longer period takes it from the last of its parts. */
export function outputsOf(tx: Tx, lock: LockRow): Map<string, OutputColumns> {
  const base = lock.bases.at(-1)
  if (base === undefined)
    return new Map<string, OutputColumns>(
      [...chainsThen(tx, momentOf(lock), spanOf(lock))].map(([id, output]) => [id, outputColumns(output)]),
    )
  const rows = tx
    .select()
    .from(lockTotals)
    .where(and(eq(lockTotals.lockId, base), eq(lockTotals.dimension, 'chain')))
    .all()
  return new Map(
    rows.flatMap((row) => {
      const { key, outputYuan, outputKnown, outputUnknown, outputSource, outputThrough } = row
      return key === '' ? [] : [[key as ChainId, { outputYuan, outputKnown, outputUnknown, outputSource, outputThrough }] as const]
    }),
  )
}

export const lockOf = (tx: Tx, id: number): LockRow | undefined => tx.select().from(locks).where(eq(locks.id, id)).get()
