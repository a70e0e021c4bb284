import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canLoadPlan } from '../../domain/policy'
import { orm, type Reader, type Tx } from '../client'
import { recordEvent } from '../events'
import { computeStep } from '../locks/compute'
import type { LockRow } from '../locks/row'
import { prepared } from '../prepared'
import { locks, lockTotals, lockWorks } from '../schema'
import { write } from '../write'

/** The cursor of a dropped lock whose rows are gone. */
const gone = 1_000_000_000

const computing = (db: Reader) => db.select().from(locks).where(eq(locks.state, 'computing')).orderBy(asc(locks.id)).limit(1).prepare()
const dropped = (db: Reader) =>
  db
    .select({ id: locks.id })
    .from(locks)
    .where(and(inArray(locks.state, ['returned', 'abandoned']), lt(locks.cursor, gone)))
    .orderBy(asc(locks.id))
    .limit(1)
    .prepare()

/**
 * One step of the oldest lock that is being computed, between requests; a stop half way goes on where it was. Rows of what was given up go away
 * the same way. Returns whether there is more to do.
 */
export function computeLocks(ctx: Ctx): boolean {
  allow(canLoadPlan(ctx.actor))
  if (!prepared(orm(), computing).get() && !prepared(orm(), dropped).get()) return false
  return write(ctx, 'computeLocks', null, (tx) => {
    const lock = prepared(tx, computing).get()
    if (!lock) return dropRows(tx)
    if (computeStep(tx, lock)) finish(tx, ctx, lock)
    return true
  })
}

function finish(tx: Tx, ctx: Ctx, { id, kind, period, works, digest, revision }: LockRow): void {
  tx.update(locks).set({ state: 'computed' }).where(eq(locks.id, id)).run()
  if (kind !== 'day')
    recordEvent(tx, ctx, { action: 'lock.computed', subject: `period:${period}`, body: { lock: id, revision, works, digest } })
}

const rowsAStep = 500

function dropRows(tx: Tx): boolean {
  const lock = prepared(tx, dropped).get()
  if (!lock) return false
  const some = sql`(select ${lockWorks.projectId} from ${lockWorks} where ${lockWorks.lockId} = ${lock.id} limit ${rowsAStep})`
  const { changes } = tx
    .delete(lockWorks)
    .where(and(eq(lockWorks.lockId, lock.id), sql`${lockWorks.projectId} in ${some}`))
    .run()
  if (changes > 0) return true
  tx.delete(lockTotals).where(eq(lockTotals.lockId, lock.id)).run()
  tx.update(locks).set({ cursor: gone }).where(eq(locks.id, lock.id)).run()
  return true
}
