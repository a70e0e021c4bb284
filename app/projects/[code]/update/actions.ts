'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../../db/commands/evidence'
import { submitMonthlyUpdate } from '../../../../db/commands/updates'
import { idField, needed } from '../../../../domain/fields'
import { monthlyInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendMonth = formAction(monthlyInput, submitMonthlyUpdate, { to: (id) => `/updates/${id}`, saved: (t) => t.updates.sent })

export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })
