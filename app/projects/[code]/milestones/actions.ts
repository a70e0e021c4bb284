'use server'

import { proposeMilestoneDates, requestBaselineChange } from '../../../../db/commands/milestone-dates'
import { addMilestone } from '../../../../db/commands/milestones'
import { withdrawMilestoneDate } from '../../../../db/commands/review-milestone-dates'
import { fill } from '../../../../domain/messages'
import { baselineChangeInput, milestoneDatesInput, newMilestoneInput } from '../../../../domain/milestone-input'
import { decisionInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const proposeDates = formAction(milestoneDatesInput, proposeMilestoneDates, {
  saved: (t, ids) => fill(t.milestones.proposed, { count: ids.length }),
})
export const askChange = formAction(baselineChangeInput, requestBaselineChange, { saved: (t) => t.milestones.changeSent })
export const takeBack = formAction(decisionInput, (ctx, { id }) => withdrawMilestoneDate(ctx, id), { saved: (t) => t.milestones.withdrawn })
export const addOne = formAction(newMilestoneInput, addMilestone, { saved: (t) => t.milestones.added })
