'use server'

import { registerFinding } from '../../../db/commands/findings'
import { newFindingInput } from '../../../domain/finding-input'
import { formAction } from '../../_lib/form-action'

export const register = formAction(newFindingInput, registerFinding, {
  to: ({ number }) => `/findings/${number}`,
  saved: (t) => t.findings.newSaved,
})
