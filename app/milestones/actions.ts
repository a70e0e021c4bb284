'use server'

import { layMilestones } from '../../db/commands/milestones'
import { fill } from '../../domain/messages'
import { milestonesToLayInput } from '../../domain/milestone-input'
import { formAction } from '../_lib/form-action'

export const lay = formAction(milestonesToLayInput, layMilestones, {
  saved: (t, laid) => (laid.milestones > 0 ? fill(t.milestones.laid, laid) : t.milestones.laidNone),
})
