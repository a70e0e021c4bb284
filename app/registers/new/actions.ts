'use server'

import { recordApplication } from '../../../db/commands/registers'
import { newApplication } from '../../../domain/list-application'
import { formAction } from '../../_lib/form-action'

export const addEntry = formAction(newApplication, recordApplication, {
  to: ({ code }) => `/registers?project=${code}`,
  saved: (t) => t.registers.saved,
})
