'use server'

import { instructCondition, recordDecision } from '../../../db/commands/condition-decisions'
import { escalateCondition, redirectCondition } from '../../../db/commands/condition-escalation'
import { listCondition } from '../../../db/commands/meeting-items'
import { conditionDecision, conditionEscalation, conditionInstruction, conditionRedirection } from '../../../domain/condition-input'
import { conditionListing } from '../../../domain/meeting-input'
import { formAction } from '../../_lib/form-action'

export const redirect = formAction(conditionRedirection, redirectCondition, { saved: (t) => t.desk.redirected })
export const escalate = formAction(conditionEscalation, escalateCondition, { saved: (t) => t.desk.escalated })
export const instruct = formAction(conditionInstruction, instructCondition, { saved: (t) => t.desk.instructed })
export const decide = formAction(conditionDecision, recordDecision, { saved: (t) => t.desk.decided })
export const list = formAction(conditionListing, listCondition, { saved: (t) => t.desk.meetings.listed })
