'use server'

import { approveMilestoneDates, returnMilestoneDate } from '../../../db/commands/review-milestone-dates'
import { fill } from '../../../domain/messages'
import { milestoneDateIds } from '../../../domain/milestone-input'
import { returnInput } from '../../../domain/update-input'
import { formAction } from '../../_lib/form-action'

export const approveDates = formAction(
  milestoneDateIds,
  (ctx, { ids }) => {
    approveMilestoneDates(ctx, ids)
    return ids.length
  },
  { saved: (t, count) => fill(t.milestones.approved, { count }) },
)

export const returnDate = formAction(returnInput, (ctx, { id, reason }) => returnMilestoneDate(ctx, id, reason), {
  saved: (t) => t.milestones.returnSent,
})
