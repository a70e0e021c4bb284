'use server'

import { carryOver } from '../../../../db/commands/carry'
import { assignWorks, scopeRound } from '../../../../db/commands/round-scope'
import { fill } from '../../../../domain/messages'
import { assignInput, carryInput, scopeInput } from '../../../../domain/round-input'
import { formAction } from '../../../_lib/form-action'

/** Back to the list as it is now: what was just added is no longer offered. */
const toList = ({ id }: { id: number }) => `/inspections/${id}/scope`

export const addWorks = formAction(scopeInput, (ctx, input) => ({ id: input.id, count: scopeRound(ctx, input) }), {
  to: toList,
  saved: (t, { count }) => fill(t.rounds.scope.added, { count }),
})
export const assign = formAction(assignInput, assignWorks)
export const carry = formAction(carryInput, (ctx, input) => ({ id: input.id, count: carryOver(ctx, input) }), {
  to: toList,
  saved: (t, { count }) => fill(t.rounds.scope.carriedIn, { count }),
})
