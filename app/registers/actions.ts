'use server'

import { changeApplication } from '../../db/commands/registers'
import { applicationChange } from '../../domain/list-application'
import { formAction } from '../_lib/form-action'

export const changeEntry = formAction(applicationChange, changeApplication, { saved: (t) => t.registers.saved })
