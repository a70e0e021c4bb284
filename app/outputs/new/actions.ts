'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../db/commands/evidence'
import { submitOutput } from '../../../db/commands/outputs'
import { idField, needed } from '../../../domain/fields'
import { outputInput } from '../../../domain/output-input'
import { formAction } from '../../_lib/form-action'

export const sendOutput = formAction(outputInput, submitOutput, { to: (id) => `/outputs/${id}`, saved: (t) => t.updates.sent })

export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })
