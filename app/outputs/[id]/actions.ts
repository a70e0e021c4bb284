'use server'

import { withdrawOutput } from '../../../db/commands/outputs'
import { decisionInput } from '../../../domain/update-input'
import { formAction } from '../../_lib/form-action'

export const takeBack = formAction(decisionInput, (ctx, { id }) => withdrawOutput(ctx, id), { saved: (t) => t.updates.withdrawn })
