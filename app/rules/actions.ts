'use server'

import { approveRules, returnRules, submitRules, withdrawRules } from '../../db/commands/rules'
import { rulesInput } from '../../domain/rules'
import { decisionInput, returnInput } from '../../domain/update-input'
import { formAction } from '../_lib/form-action'

export const submit = formAction(rulesInput, (ctx, input) => ({ id: submitRules(ctx, input), kind: input.kind }), {
  to: ({ kind }) => `/rules/${kind}`,
  saved: (t) => t.rules.submitted,
})
export const approve = formAction(decisionInput, (ctx, { id }) => approveRules(ctx, id), { saved: (t) => t.rules.approved })
export const giveBack = formAction(returnInput, (ctx, { id, reason }) => returnRules(ctx, id, reason), { saved: (t) => t.rules.returned })
export const withdraw = formAction(decisionInput, (ctx, { id }) => withdrawRules(ctx, id), { saved: (t) => t.rules.withdrawn })
