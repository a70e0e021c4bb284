'use server'

import { setResponsibility } from '../../../db/commands/responsibilities'
import { responsibilityInput } from '../../../domain/responsibility'
import { formAction } from '../../_lib/form-action'

export const setUnit = formAction(responsibilityInput, setResponsibility, { saved: (t) => t.evaluation.unitSaved })
