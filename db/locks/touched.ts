import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar'
import { canonicalJson } from '../../domain/events'
import { chainIds } from '../../domain/plan'
import type { Tx } from '../client'
import { assignments, factPasts, lockTotals, organisations, updates } from '../schema'
import { factsAsOf } from './as-of'
import { chainsThen } from './chains-then'
import { houseThen } from './house-then'
import { momentNow } from './moment'
import { type LockRow, lockedWork, momentOf, rowText, spanOf } from './row'
import { rulesThen } from './rules-then'
import { outputColumns } from './totals'

/** So many works are looked at again in the short write that confirms; more than that, and it is computed anew. */
export const mostTouched = 300

/**
 * Whether anything written since the lock was read would make it read otherwise now. Not by the names of events: every work of which a row
 * changed since is computed again, by the same rule, for the same period, and must give the same row.
 */
export function touchedSince(tx: Tx, lock: LockRow, at: Instant): { works: number[]; other: boolean; tooMany: boolean } {
  const works = worksChanged(tx, lock)
  if (works.length > mostTouched) return { works: [], other: false, tooMany: true }
  const now = momentNow(tx, at)
  const other =
    canonicalJson(rulesThen(tx, momentOf(lock), lock.standsOn)) !== canonicalJson(rulesThen(tx, now, lock.standsOn)) ||
    chainsMoved(tx, lock, at)
  const rowOf = factsAsOf(tx, now, spanOf(lock))
  return { works: works.filter((id) => textOf(rowOf(id)) !== textOf(lockedWork(tx, lock.id, id))), other, tooMany: false }
}

const textOf = (work: Parameters<typeof rowText>[0] | null): string | null => work && rowText(work)

/** Works with a row that changed, a submission that came, or a unit whose name or accounts changed. */
function worksChanged(tx: Tx, lock: LockRow): number[] {
  const since = gt(factPasts.id, lock.pastMark)
  const changed = tx
    .selectDistinct({ id: factPasts.projectId })
    .from(factPasts)
    .where(and(since, isNotNull(factPasts.projectId)))
    .limit(mostTouched + 1)
    .all()
  const told = tx
    .selectDistinct({ id: updates.projectId })
    .from(updates)
    .where(gt(updates.id, lock.updateMark ?? 0))
    .limit(mostTouched + 1)
    .all()
  const ids = [...changed, ...told, ...worksOfUnits(tx, unitsChanged(tx, lock))].flatMap(({ id }) => (id === null ? [] : [id]))
  return [...new Set(ids)].sort((a, b) => a - b)
}

function unitsChanged(tx: Tx, lock: LockRow): number[] {
  const any = tx
    .select({ id: factPasts.id })
    .from(factPasts)
    .where(and(gt(factPasts.id, lock.pastMark), isNull(factPasts.projectId), inArray(factPasts.subject, ['account', 'unit', 'unit-name'])))
    .limit(1)
    .get()
  if (!any) return []
  const [then, now] = [houseThen(tx, momentOf(lock), lock), houseThen(tx, momentNow(tx, lock.at), lock)]
  const ids = tx.select({ id: organisations.id }).from(organisations).all()
  return ids.flatMap(({ id }) => (then.unitName(id) === now.unitName(id) && then.accountAt(id) === now.accountAt(id) ? [] : [id]))
}

const worksOfUnits = (tx: Tx, units: readonly number[]) =>
  units.length === 0
    ? []
    : tx
        .selectDistinct({ id: assignments.projectId })
        .from(assignments)
        .where(inArray(assignments.organisationId, [...units]))
        .limit(mostTouched + 1)
        .all()

function chainsMoved(tx: Tx, lock: LockRow, at: Instant): boolean {
  const stored = tx
    .select()
    .from(lockTotals)
    .where(and(eq(lockTotals.lockId, lock.id), eq(lockTotals.dimension, 'chain')))
    .all()
  const now = chainsThen(tx, momentNow(tx, at), spanOf(lock))
  return chainIds.some((chainId) => {
    const row = stored.find(({ key }) => key === chainId)
    const output = now.get(chainId)
    if (!row || !output) return row !== output
    const { outputYuan, outputKnown, outputUnknown, outputSource, outputThrough } = row
    return (
      canonicalJson(outputColumns(output) as never) !==
      canonicalJson({ outputYuan, outputKnown, outputUnknown, outputSource, outputThrough })
    )
  })
}
