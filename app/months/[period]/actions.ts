'use server'

import { abandonLock, beginLock, confirmLock, returnLock, submitLock } from '../../../db/commands/locks'
import { approveReopening, requestReopening, returnReopening, withdrawReopening } from '../../../db/commands/locks-reopen'
import { lockBeginning, lockReturn, lockStep, reopeningRequest, reopeningReturn, reopeningStep } from '../../../domain/lock-input'
import { formAction } from '../../_lib/form-action'

export const begin = formAction(lockBeginning, beginLock, { saved: (t) => t.months.beginSaid })
export const submit = formAction(lockStep, submitLock, { saved: (t) => t.months.submitSaid })
export const confirm = formAction(lockStep, confirmLock, { saved: (t) => t.months.confirmSaid })
export const sendBack = formAction(lockReturn, returnLock, { saved: (t) => t.months.returnSaid })
export const abandon = formAction(lockStep, abandonLock, { saved: (t) => t.months.abandonSaid })
export const reopen = formAction(reopeningRequest, requestReopening, { saved: (t) => t.months.reopenSaid })
export const agreeReopening = formAction(reopeningStep, (ctx, { id }) => approveReopening(ctx, id), { saved: (t) => t.months.reopenAgreed })
export const refuseReopening = formAction(reopeningReturn, (ctx, { id, reason }) => returnReopening(ctx, id, reason), {
  saved: (t) => t.months.reopenRefused,
})
export const withdrawRequest = formAction(reopeningStep, (ctx, { id }) => withdrawReopening(ctx, id), {
  saved: (t) => t.months.reopenWithdrawn,
})
