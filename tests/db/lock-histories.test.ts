import { afterAll, beforeAll, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { abandonLock, beginLock, confirmLock, submitLock } from '../../db/commands/locks'
import { approveReopening, requestReopening } from '../../db/commands/locks-reopen'
import { chanceOf } from '../../db/demo/chance'
import { factsAsOf } from '../../db/locks/as-of'
import { chainsThen } from '../../db/locks/chains-then'
import { isReopened, publishedLock } from '../../db/locks/lookup'
import { momentNow, momentOn } from '../../db/locks/moment'
import { lockedWork, momentOf, rowText, spanOf } from '../../db/locks/row'
import type { Moment } from '../../domain/as-of'
import { addDays, addMonths, type Day, monthOf } from '../../domain/calendar'
import { Refusal } from '../../domain/errors'
import type { LockWork } from '../../domain/lock-work'
import { chainIds } from '../../domain/plan'
import { live, type World } from '../support/histories'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { computeAll, lockRow, stepOf, totalsOf } from '../support/locks'
import { giveWork, work } from '../support/work'

const histories = process.env.LONG ? 1000 : 100
const codes = ['P0001', 'P0002', 'P0003', 'P0013']
const firstDay: Day = '2025-02-03'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse({ today: firstDay, since: '2024-01-10' })
  for (const code of codes) giveWork(t, code, { since: '2024-02-01', today: firstDay })
})
afterAll(() => t.close())

type Published = { id: number; rows: (string | null)[]; chains: string }
const textOf = (work: LockWork | null) => work && rowText(work)

/** What was published, as it stands in the library; it is read again from the facts later. */
function published(id: number): Published {
  const rows = codes.map((code) => textOf(lockedWork(orm(), id, work(code).id)))
  const chains = totalsOf(id).filter(({ dimension, key }) => dimension === 'chain' && key !== '')
  return { id, rows, chains: JSON.stringify(chainIds.map((chain) => chains.find(({ key }) => key === chain)?.outputYuan ?? null)) }
}

/** The same read from the facts, for the moment the lock was read at, or for another one (the control). */
function toldAgain(id: number, moment: Moment): Pick<Published, 'rows' | 'chains'> {
  const span = spanOf(lockRow(id))
  const rowOf = factsAsOf(orm(), moment, span)
  const chains = chainsThen(orm(), moment, span)
  return {
    rows: codes.map((code) => textOf(rowOf(work(code).id))),
    chains: JSON.stringify(chainIds.map((chain) => chains.get(chain)?.yuan ?? null)),
  }
}

/** Locks some month that is over, anew if it was locked before; what people do in between makes the confirmation refuse, and it is computed again. */
function lockSome(world: World): number {
  const { today, chance } = world
  const period = addMonths(monthOf(today), -chance.whole(1, 3))
  const [one, other] = [ctxOf(t.actors.bureau, today), ctxOf(t.actors.bureau2, today)]
  const before = publishedLock(orm(), 'month', period)
  if (before && !isReopened(orm(), before.id)) approveReopening(other, requestReopening(one, { id: before.id, reason: '更正' }))
  const id = beginLock(ctxOf(t.actors.bureau, today), { period })
  if (chance.happens(0.3)) live(world, 3)
  computeAll(today)
  try {
    submitLock(ctxOf(t.actors.bureau, today), stepOf(id))
    if (chance.happens(0.3)) live(world, 2)
    confirmLock(ctxOf(t.actors.bureau2, today), stepOf(id))
    return id
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    abandonLock(ctxOf(t.actors.bureau, today), stepOf(id))
  }
  return 0
}

test(`after each of ${histories} random histories every past lock reads from the facts as it was published`, () => {
  const chance = chanceOf(20_250_203)
  const kept: Published[] = []
  const count = { done: 0, locks: 0, refused: 0, days: 0, moved: 0, checks: 0 }
  for (let history = 0; history < histories; history++) {
    const today = addDays(firstDay, Math.floor((history * 240) / histories))
    const world = { t, codes, today, chance }
    count.done += live(world, 12)
    const id = lockSome(world)
    if (id === 0) count.refused++
    else {
      count.locks++
      kept.push(published(id))
    }
    live(world, 4)
    for (const lock of kept.slice(-12)) {
      const { rows, chains } = lock
      expect(toldAgain(lock.id, momentOf(lockRow(lock.id))), `lock ${lock.id} after history ${history}`).toEqual({ rows, chains })
      count.checks++
      const now = toldAgain(lock.id, momentNow(orm(), ctxOf(t.actors.bureau, today).at))
      if (JSON.stringify(now) !== JSON.stringify({ rows, chains })) count.moved++
    }
  }
  console.log(JSON.stringify(count))
  expect(count.locks).toBeGreaterThan(histories / 2)
  // The control: read without its moment, a lock reads otherwise than it was published.
  expect(count.moved).toBeGreaterThan(count.checks / 4)
  for (const { id, rows, chains } of kept) expect(toldAgain(id, momentOf(lockRow(id)))).toEqual({ rows, chains })
}, 1_200_000)

test('the end of a day reads as the library stood when that day was over', () => {
  const chance = chanceOf(7)
  const ends: { day: Day; now: Pick<Published, 'rows' | 'chains'> }[] = []
  const id = publishedLock(orm(), 'month', '2025-08')?.id ?? publishedLock(orm(), 'month', '2025-07')?.id ?? 1
  for (let at = 0; at < 12; at++) {
    const day = addDays('2025-10-20', at)
    live({ t, codes, today: day, chance }, 10)
    ends.push({ day, now: toldAgain(id, momentNow(orm(), `${day}T15:00:00.000Z`)) })
  }
  for (const { day, now } of ends) expect(toldAgain(id, momentOn(orm(), day)), day).toEqual(now)
  expect(new Set(ends.map(({ now }) => JSON.stringify(now))).size).toBeGreaterThan(1)
})
