'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../../db/commands/evidence'
import { submitMilestoneUpdate } from '../../../../db/commands/updates'
import { idField, needed } from '../../../../domain/fields'
import { milestoneInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendMilestone = formAction(milestoneInput, submitMilestoneUpdate, {
  to: (id) => `/updates/${id}`,
  saved: (t) => t.updates.sent,
})

export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })
