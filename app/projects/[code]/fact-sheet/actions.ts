'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../../db/commands/evidence'
import { submitFactSheet, withdrawFactSheet } from '../../../../db/commands/fact-sheets'
import { factSheetInput } from '../../../../domain/fact-sheet-input'
import { idField, needed } from '../../../../domain/fields'
import { decisionInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendSheet = formAction(factSheetInput, submitFactSheet, { saved: (t) => t.facts.submitted })
export const withdrawSheet = formAction(decisionInput, (ctx, { id }) => withdrawFactSheet(ctx, id), { saved: (t) => t.facts.withdrawn })
export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })
