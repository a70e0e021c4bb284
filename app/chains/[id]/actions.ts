'use server'

import { tieNamedEnterprise, untieEnterprise as untie } from '../../../db/commands/enterprises'
import {
  approveStatistics as approve,
  returnStatistics as giveBack,
  submitStatistics as submit,
  withdrawStatistics as withdraw,
} from '../../../db/commands/statistics'
import { enterpriseInput, namedEnterpriseInput, statisticsInput } from '../../../domain/output-input'
import { decisionInput, returnInput } from '../../../domain/update-input'
import { formAction } from '../../_lib/form-action'

export const tieEnterprise = formAction(namedEnterpriseInput, tieNamedEnterprise, { saved: (t) => t.chains.tied })
export const untieEnterprise = formAction(enterpriseInput, untie, { saved: (t) => t.chains.untied })
export const enterStatistics = formAction(statisticsInput, submit, { saved: (t) => t.chains.statisticsSubmitted })
export const approveStatistics = formAction(decisionInput, (ctx, { id }) => approve(ctx, id), {
  saved: (t) => t.chains.statisticsConfirmed,
})
export const returnStatistics = formAction(returnInput, (ctx, { id, reason }) => giveBack(ctx, id, reason), {
  saved: (t) => t.chains.statisticsReturned,
})
export const withdrawStatistics = formAction(decisionInput, (ctx, { id }) => withdraw(ctx, id), {
  saved: (t) => t.chains.statisticsWithdrawn,
})
