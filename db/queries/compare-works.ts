import { and, asc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { orm } from '../client'
import type { LockWorkRow } from '../locks/row'
import { lockWorks } from '../schema'

/** Works that stand in one lock and not in the other, by code. */
export function onlyIn(lock: number, other: number, page: number, size: number): LockWorkRow[] {
  const b = alias(lockWorks, 'b')
  const there = orm()
    .select({ one: sql`1` })
    .from(b)
    .where(and(eq(b.lockId, other), eq(b.projectId, lockWorks.projectId)))
  return orm()
    .select()
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, lock), notExists(there)))
    .orderBy(asc(lockWorks.code))
    .limit(size)
    .offset((page - 1) * size)
    .all()
}

const a = alias(lockWorks, 'a')
const b = alias(lockWorks, 'b')

/** Any compared field differs: `is not` takes two unknowns as equal. */
const differs: SQL = sql`(${sql.join(
  [
    [a.planYuan, b.planYuan],
    [a.yearToDateYuan, b.yearToDateYuan],
    [a.investedYuan, b.investedYuan],
    [a.stage, b.stage],
    [a.sector, b.sector],
    [a.chainId, b.chainId],
    [a.ownerName, b.ownerName],
    [a.approvedMonth, b.approvedMonth],
    [a.percent, b.percent],
    [a.lightLevel, b.lightLevel],
    [a.reportState, b.reportState],
  ].map(([one, other]) => sql`${one} is not ${other}`),
  sql` or `,
)})`
/** The largest change of invested money first, either way. */
const bySize = sql`abs(coalesce(${b.investedYuan}, 0) - coalesce(${a.investedYuan}, 0)) + abs(coalesce(${b.planYuan}, 0) - coalesce(${a.planYuan}, 0))`

const changedIn = (from: number) => and(eq(a.lockId, from), differs)
const both = (to: number) => and(eq(b.lockId, to), eq(b.projectId, a.projectId))

export const changedPage = (from: number, to: number, page: number, size: number) =>
  orm()
    .select({ from: a, to: b })
    .from(a)
    .innerJoin(b, both(to))
    .where(changedIn(from))
    .orderBy(sql`${bySize} desc`, asc(a.code))
    .limit(size)
    .offset((page - 1) * size)
    .all()

export const changedCount = (from: number, to: number): number =>
  orm().select({ rows: sql<number>`count(*)` }).from(a).innerJoin(b, both(to)).where(changedIn(from)).get()?.rows ?? 0
