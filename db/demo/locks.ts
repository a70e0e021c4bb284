import { and, desc, eq } from 'drizzle-orm'
import { system } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { beginLock, confirmLock, submitLock } from '../commands/locks'
import { computeLocks } from '../commands/locks-compute'
import { approveReopening, requestReopening } from '../commands/locks-reopen'
import { locks } from '../schema'
import { actorNamed } from './cast'
import type { As, Diary } from './diary'

/** Five months and a quarter, locked by one and confirmed by another; August once more after it was reopened. September is left to be locked. */
const calendar: readonly (readonly [Day, string])[] = [
  ['2025-05-12', '2025-04'],
  ['2025-06-10', '2025-05'],
  ['2025-07-10', '2025-06'],
  ['2025-07-11', '2025Q2'],
  ['2025-08-11', '2025-07'],
  ['2025-09-10', '2025-08'],
]

export function lockPeriods(diary: Diary): void {
  for (const [day, period] of calendar) diary.on(day, (as) => lock(as, period), 17)
  diary.on('2025-09-18', (as) => {
    const reason = '两个项目的累计投资更正后需重新锁定'
    const id = requestReopening(as(actorNamed('bureau1')), { id: published('2025-08').id, reason })
    approveReopening(as(actorNamed('bureau2')), id)
  })
  diary.on('2025-09-24', (as) => lock(as, '2025-08'), 17)
  diary.on('2025-10-15', (as) => {
    requestReopening(as(actorNamed('bureau2')), { id: published('2025-07').id, reason: '一个项目的阶段登记有误，更正后重新锁定' })
  })
}

async function lock(as: As, period: string): Promise<void> {
  const id = beginLock(as(actorNamed('bureau1')), { period })
  while (computeLocks(as(system))) await new Promise((resolve) => setImmediate(resolve))
  submitLock(as(actorNamed('bureau1')), { id, version: versionOf(id) })
  confirmLock(as(actorNamed('bureau2')), { id, version: versionOf(id) })
}

const versionOf = (id: number): number => orm().select({ version: locks.version }).from(locks).where(eq(locks.id, id)).get()?.version ?? 0

const published = (period: string) =>
  found(
    orm()
      .select({ id: locks.id })
      .from(locks)
      .where(and(eq(locks.period, period), eq(locks.state, 'confirmed')))
      .orderBy(desc(locks.revision))
      .limit(1)
      .get(),
  )
