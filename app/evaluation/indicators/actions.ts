'use server'

import { chooseIndicatorTarget } from '../../../db/commands/indicator-targets'
import { approveIndicatorValue, returnIndicatorValue, submitIndicatorValue, withdrawIndicatorValue } from '../../../db/commands/indicators'
import { indicatorValueInput, targetChoiceInput, valueReturnInput, valueStepInput } from '../../../domain/indicator-input'
import { formAction } from '../../_lib/form-action'

export const enterValue = formAction(indicatorValueInput, submitIndicatorValue, { saved: (t) => t.evaluation.entered })
export const approveValue = formAction(valueStepInput, (ctx, { id }) => approveIndicatorValue(ctx, id), {
  saved: (t) => t.evaluation.approved,
})
export const returnValue = formAction(valueReturnInput, (ctx, { id, reason }) => returnIndicatorValue(ctx, id, reason), {
  saved: (t) => t.evaluation.returned,
})
export const withdrawValue = formAction(valueStepInput, (ctx, { id }) => withdrawIndicatorValue(ctx, id), {
  saved: (t) => t.evaluation.withdrawn,
})
export const chooseTarget = formAction(targetChoiceInput, chooseIndicatorTarget, { saved: (t) => t.evaluation.chosen })
