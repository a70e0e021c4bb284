import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canPostAlarms } from '../../domain/policy'
import { postAlarm, unsaidAlarms } from '../inspection/finding-clock'
import { write } from '../write'

const step = 100

/** What the clock has to say is written down, at most a hundred findings at a time. Returns how many findings are left for a next call. */
export function postAlarms(ctx: Ctx): number {
  return write(ctx, 'postAlarms', null, (tx) => {
    allow(canPostAlarms(ctx.actor))
    const due = unsaidAlarms(tx, ctx.today)
    const first = new Set([...new Set(due.map(({ findingId }) => findingId))].slice(0, step))
    for (const alarm of due) if (first.has(alarm.findingId)) postAlarm(tx, ctx, alarm)
    return new Set(due.map(({ findingId }) => findingId)).size - first.size
  })
}
