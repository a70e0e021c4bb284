'use server'

import { submitAnnualPlan, withdrawAnnualPlan } from '../../../../db/commands/annual-plans'
import { annualPlanInput } from '../../../../domain/annual-plan'
import { decisionInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendPlan = formAction(annualPlanInput, submitAnnualPlan, { saved: (t) => t.facts.submitted })
export const withdrawPlan = formAction(decisionInput, (ctx, { id }) => withdrawAnnualPlan(ctx, id), { saved: (t) => t.facts.planWithdrawn })
