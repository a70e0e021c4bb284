'use server'

import { withdrawUpdate } from '../../../db/commands/review-updates'
import { decisionInput } from '../../../domain/update-input'
import { formAction } from '../../_lib/form-action'

export const takeBack = formAction(decisionInput, (ctx, { id }) => withdrawUpdate(ctx, id), { saved: (t) => t.updates.withdrawn })
