import { approveRules, returnRules, submitRules, withdrawRules } from '../../../db/commands/rules'
import { rulesInput } from '../../../domain/rules'
import type { TestHouse } from '../house'
import { submitRule, typedRule } from '../rules'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']

const waiting = (t: TestHouse) => submitRule(t.actors.bureau, 'duty', { dueDay: '8' })

export const rulesAttempts: Attempt[] = [
  {
    command: 'submitRules',
    may: bureau,
    prepare: () => given(rulesInput.parse(typedRule('duty', { dueDay: '8' })), (ctx, input) => submitRules(ctx, input)),
  },
  { command: 'approveRules', may: ['bureau2'], prepare: (t) => given(waiting(t), (ctx, id) => approveRules(ctx, id)) },
  { command: 'returnRules', may: ['bureau2'], prepare: (t) => given(waiting(t), (ctx, id) => returnRules(ctx, id, '依据不足')) },
  { command: 'withdrawRules', may: ['bureau'], prepare: (t) => given(waiting(t), (ctx, id) => withdrawRules(ctx, id)) },
]
