'use server'

import { createRound } from '../../../db/commands/rounds'
import { newRoundInput } from '../../../domain/round-input'
import { formAction } from '../../_lib/form-action'

export const create = formAction(newRoundInput, createRound, {
  to: (id) => `/inspections/${id}/scope`,
  saved: (t) => t.rounds.created,
})
