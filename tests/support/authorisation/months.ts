import { abandonLock, beginDayPicture, beginLock, confirmLock, returnLock, submitLock } from '../../../db/commands/locks'
import { computeLocks } from '../../../db/commands/locks-compute'
import { approveReopening, requestReopening, returnReopening, withdrawReopening } from '../../../db/commands/locks-reopen'
import { ctxOf, type TestHouse } from '../house'
import { computeAll, computedLock, lockRow, publishedLock, stepOf } from '../locks'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const readers: Caller[] = [...bureau, 'supervisor', 'supervisor2', 'leader']

/** A month of its own for each attempt: the library holds one lock a period. */
let months = 0
const nextMonth = (): string => `${1990 + Math.floor(months / 12)}-${String((months++ % 12) + 1).padStart(2, '0')}`

function proposed(t: TestHouse): number {
  const id = computedLock(t, nextMonth())
  submitLock(ctxOf(t.actors.bureau), stepOf(id))
  return id
}

const asked = (t: TestHouse): number => requestReopening(ctxOf(t.actors.bureau), { id: publishedLock(t, nextMonth()), reason: '更正' })

export const monthsAttempts: Attempt[] = [
  { command: 'beginLock', may: bureau, prepare: () => given(nextMonth(), (ctx, period) => beginLock(ctx, { period })) },
  { command: 'beginDayPicture', may: readers, prepare: () => (ctx) => beginDayPicture(ctx, { day: '2025-10-01' }) },
  {
    command: 'computeLocks',
    may: ['system'],
    prepare: (t) =>
      given(beginLock(ctxOf(t.actors.bureau), { period: nextMonth() }), (ctx, id) => {
        computeLocks(ctx)
        computeAll()
        return lockRow(id)
      }),
  },
  { command: 'submitLock', may: bureau, prepare: (t) => given(computedLock(t, nextMonth()), (ctx, id) => submitLock(ctx, stepOf(id))) },
  { command: 'confirmLock', may: ['bureau2'], prepare: (t) => given(proposed(t), (ctx, id) => confirmLock(ctx, stepOf(id))) },
  {
    command: 'returnLock',
    may: ['bureau2'],
    prepare: (t) => given(proposed(t), (ctx, id) => returnLock(ctx, { ...stepOf(id), reason: '核对' })),
  },
  { command: 'abandonLock', may: bureau, prepare: (t) => given(proposed(t), (ctx, id) => abandonLock(ctx, stepOf(id))) },
  {
    command: 'requestReopening',
    may: bureau,
    prepare: (t) => given(publishedLock(t, nextMonth()), (ctx, id) => requestReopening(ctx, { id, reason: '更正' })),
  },
  { command: 'approveReopening', may: ['bureau2'], prepare: (t) => given(asked(t), (ctx, id) => approveReopening(ctx, id)) },
  { command: 'returnReopening', may: ['bureau2'], prepare: (t) => given(asked(t), (ctx, id) => returnReopening(ctx, id, '不必')) },
  { command: 'withdrawReopening', may: ['bureau'], prepare: (t) => given(asked(t), (ctx, id) => withdrawReopening(ctx, id)) },
]
