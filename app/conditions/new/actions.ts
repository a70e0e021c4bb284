'use server'

import { raiseCondition } from '../../../db/commands/conditions'
import { newConditionInput } from '../../../domain/condition-input'
import { formAction } from '../../_lib/form-action'

export const raise = formAction(newConditionInput, raiseCondition, {
  to: (id) => `/conditions/${id}`,
  saved: (t) => t.facts.conditions.raiseSent,
})
