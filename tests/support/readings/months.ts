import { beginLock } from '../../../db/commands/locks'
import * as compare from '../../../db/queries/compare'
import { lateList } from '../../../db/queries/late-list'
import * as figures from '../../../db/queries/lock-figures'
import * as locks from '../../../db/queries/locks'
import { yearMatrix } from '../../../db/queries/month-matrix'
import { ctxOf, type TestHouse, testDay } from '../house'
import { publishedLock } from '../locks'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']

const made = new WeakMap<TestHouse, number>()
/** July and August are published, June is on its way. Returns August's lock. */
function lockedIn(t: TestHouse): number {
  const known = made.get(t)
  if (known !== undefined) return known
  publishedLock(t, '2025-07')
  const id = publishedLock(t, '2025-08')
  beginLock(ctxOf(t.actors.bureau), { period: '2025-06' })
  made.set(t, id)
  return id
}

export const monthsReadings: Reading[] = [
  { read: 'yearMatrix', may: all, call: (actor) => yearMatrix(actor, { year: 2025 }, testDay) },
  { read: 'lateList', may: all, call: (actor) => lateList(actor, '2025-09', testDay) },
  { read: 'lockYear', may: all, call: (actor) => locks.lockYear(actor, 2025, testDay) },
  { read: 'lockView', may: all, call: (actor, _, t) => lockedIn(t) && locks.lockView(actor, '2025-08', testDay) },
  { read: 'waitingLocks', may: bureau, call: (actor) => ({ waiting: locks.waitingLocks(actor) }) },
  { read: 'lockedFigures', may: all, call: (actor, _, t) => lockedIn(t) && figures.lockedFigures(actor, '2025-08') },
  { read: 'lockedWorks', may: all, call: (actor, _, t) => figures.lockedWorks(actor, lockedIn(t), {}) },
  { read: 'comparedSide', may: all, call: (actor, _, t) => lockedIn(t) && compare.comparedSide(actor, '2025-08') },
  { read: 'comparePeriods', may: all, call: (actor, _, t) => lockedIn(t) && compare.comparePeriods(actor, '2025-07', '2025-08') },
  {
    read: 'comparedWorks',
    may: all,
    call: (actor, _, t) => lockedIn(t) && { works: compare.comparedWorks(actor, { from: '2025-07', to: '2025-08' }, 'changed', 1) },
  },
  { read: 'comparablePeriods', may: all, call: (actor, _, t) => lockedIn(t) && compare.comparablePeriods(actor) },
]
