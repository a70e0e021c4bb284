'use server'

import { carryOver, openPeriod } from '../../../db/commands/periods'
import { fill } from '../../../domain/messages'
import { carryOverInput, periodInput } from '../../../domain/next-period'
import { formAction } from '../../_lib/form-action'

export const open = formAction(periodInput, openPeriod, { saved: (t) => t.evaluation.periodOpened })
export const carry = formAction(carryOverInput, carryOver, { saved: (t, count) => fill(t.evaluation.carried, { count }) })
