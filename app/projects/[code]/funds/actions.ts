'use server'

import { submitFunds, withdrawFunds } from '../../../../db/commands/funds'
import { fundInput } from '../../../../domain/fund-input'
import { decisionInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendFunds = formAction(fundInput, submitFunds, { saved: (t) => t.funds.sent })
export const takeFundsBack = formAction(decisionInput, (ctx, { id }) => withdrawFunds(ctx, id), { saved: (t) => t.funds.withdrawn })
