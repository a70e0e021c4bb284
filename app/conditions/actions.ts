'use server'

import { answerCondition, closeCondition } from '../../db/commands/conditions'
import { conditionAnswer, conditionClosing } from '../../domain/condition-input'
import { formAction } from '../_lib/form-action'

export const answer = formAction(conditionAnswer, answerCondition, { saved: (t) => t.facts.conditions.answerSent })
export const close = formAction(conditionClosing, closeCondition, { saved: (t) => t.facts.conditions.closeSent })
