import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { totalDimensions } from '../../domain/lock'
import type { LockWork } from '../../domain/lock-work'
import type { Reader, Tx } from '../client'
import { prepared } from '../prepared'
import { locks, lockWorks, projects } from '../schema'
import { factsAsOf } from './as-of'
import { digestAfter, insertWork, type LockRow, momentOf, spanOf } from './row'
import { addPartReports, insertTotals } from './totals'

/** Works a step: a step stays well under what a person notices. */
const worksAStep = 40
const copiesAStep = 200

/** The cursor is the last work done; below zero the works are done and it counts the totals. True when nothing is left. */
export function computeStep(tx: Tx, lock: LockRow): boolean {
  if (lock.cursor >= 0) {
    const step = lock.bases.length > 0 ? copyStep(tx, lock) : workStep(tx, lock)
    const after = { cursor: step.last ?? -1, works: lock.works + step.works.length, digest: step.works.reduce(digestAfter, lock.digest) }
    for (const work of step.works) insertWork(tx, lock.id, work)
    tx.update(locks).set(after).where(eq(locks.id, lock.id)).run()
    return false
  }
  const dimension = totalDimensions[-1 - lock.cursor]
  if (dimension) insertTotals(tx, lock, dimension)
  else if (lock.bases.length > 0) addPartReports(tx, lock)
  tx.update(locks)
    .set({ cursor: lock.cursor - 1 })
    .where(eq(locks.id, lock.id))
    .run()
  return dimension === undefined
}

/** `last` = where the next step goes on; null when there is none. */
type Step = { works: LockWork[]; last: number | null }

const nextIds = (db: Reader) =>
  db
    .select({ id: projects.id })
    .from(projects)
    .where(gt(projects.id, sql.placeholder('after')))
    .orderBy(asc(projects.id))
    .limit(worksAStep)
    .prepare()

function workStep(tx: Tx, lock: LockRow): Step {
  const ids = prepared(tx, nextIds).all({ after: lock.cursor })
  const rowOf = factsAsOf(tx, momentOf(lock), spanOf(lock))
  return { works: ids.flatMap(({ id }) => rowOf(id) ?? []), last: ids.at(-1)?.id ?? null }
}

/** A quarter or year takes its last part's rows; what the period adds is the sum of what its parts added. */
function copyStep(tx: Tx, lock: LockRow): Step {
  const rows = tx
    .select()
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, lock.bases.at(-1) ?? 0), gt(lockWorks.projectId, lock.cursor)))
    .orderBy(asc(lockWorks.projectId))
    .limit(copiesAStep)
    .all()
  const flows = flowsOf(
    tx,
    lock,
    rows.map(({ projectId }) => projectId),
  )
  const works = rows.map(({ lockId: _, ...work }) => ({ ...work, ...(flows.get(work.projectId) ?? { flowYuan: null, flowSince: null }) }))
  return { works, last: rows.at(-1)?.projectId ?? null }
}

type Flow = Pick<LockWork, 'flowYuan' | 'flowSince'>

function flowsOf(tx: Tx, lock: LockRow, works: readonly number[]): Map<number, Flow> {
  const parts = works.length === 0 ? [] : partRows(tx, lock, works)
  const flows = new Map<number, Flow>()
  for (const { projectId, flowYuan, flowSince } of parts.sort((a, b) => lock.bases.indexOf(a.lockId) - lock.bases.indexOf(b.lockId))) {
    if (flowYuan === null) continue
    const sum = flows.get(projectId)
    flows.set(projectId, sum ? { ...sum, flowYuan: (sum.flowYuan ?? 0) + flowYuan } : { flowYuan, flowSince })
  }
  return flows
}

const partRows = (tx: Tx, lock: LockRow, works: readonly number[]) =>
  tx
    .select({ lockId: lockWorks.lockId, projectId: lockWorks.projectId, flowYuan: lockWorks.flowYuan, flowSince: lockWorks.flowSince })
    .from(lockWorks)
    .where(and(inArray(lockWorks.lockId, lock.bases), inArray(lockWorks.projectId, [...works])))
    .all()
