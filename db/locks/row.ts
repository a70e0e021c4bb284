import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { canonicalJson, type Json } from '../../domain/events'
import type { LockSpan } from '../../domain/lock'
import type { LockWork } from '../../domain/lock-work'
import type { Reader } from '../client'
import { sha256 } from '../hash'
import { prepared } from '../prepared'
import { type locks, lockWorks } from '../schema'

export type LockRow = typeof locks.$inferSelect
export type LockWorkRow = typeof lockWorks.$inferSelect

export const spanOf = ({ kind, period, throughMonth, standsOn, judgedOn }: LockRow): LockSpan => ({
  kind,
  period,
  throughMonth,
  standsOn,
  judgedOn,
})

export const momentOf = ({ at, pastMark, updateMark, eventSeq }: LockRow) => ({ at, past: pastMark, update: updateMark, seq: eventSeq })

/** A row as text, the same whatever order its members came in. */
export const rowText = (work: LockWork): string => canonicalJson(work as unknown as Json)

/** Chained over the rows in the order of the works, so that none can be altered, added or left out. */
export const digestAfter = (before: string, work: LockWork): string => sha256(before + rowText(work))

/** Every column of a row from the value of its name. */
const insert = (db: Reader) => {
  const names = Object.keys(getTableColumns(lockWorks))
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as unknown as typeof lockWorks.$inferInsert
  return db.insert(lockWorks).values(values).prepare()
}

export const insertWork = (db: Reader, lockId: number, work: LockWork): void => {
  prepared(db, insert).run({ lockId, ...work })
}

const one = (db: Reader) =>
  db
    .select()
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, sql.placeholder('lock')), eq(lockWorks.projectId, sql.placeholder('work'))))
    .prepare()

/** A work's row in a lock; null when it does not count there. */
export function lockedWork(db: Reader, lockId: number, projectId: number): LockWork | null {
  const row = prepared(db, one).get({ lock: lockId, work: projectId })
  if (!row) return null
  const { lockId: _, ...work } = row
  return work
}
