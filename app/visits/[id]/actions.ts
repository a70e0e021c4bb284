'use server'

import { settleVisit } from '../../../db/commands/settle-visits'
import { visitSettling } from '../../../domain/seen-input'
import { formAction } from '../../_lib/form-action'

export const settle = formAction(visitSettling, settleVisit, { to: (id) => `/visits/${id}`, saved: (t) => t.seen.settle.sent })
