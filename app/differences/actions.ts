'use server'

import { settleDifference } from '../../db/commands/differences'
import { differenceDecision } from '../../domain/seen-input'
import { formAction } from '../_lib/form-action'

export const decide = formAction(differenceDecision, settleDifference, { saved: (t) => t.seen.differences.sent })
