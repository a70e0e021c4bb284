'use server'

import { signSummary } from '../../../../../db/commands/visit-summaries'
import { summaryInput } from '../../../../../domain/seen-input'
import { formAction } from '../../../../_lib/form-action'

export const sign = formAction(summaryInput, signSummary, { saved: (t) => t.seen.summary.sent })
