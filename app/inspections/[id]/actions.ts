'use server'

import { saveMaterials } from '../../../db/commands/materials'
import { abandonRound, editRound, moveRound } from '../../../db/commands/rounds'
import { materialsInput, roundAbandoning, roundEdit, roundMove } from '../../../domain/round-input'
import { formAction } from '../../_lib/form-action'

export const edit = formAction(roundEdit, editRound)
export const move = formAction(roundMove, moveRound, { saved: (t) => t.rounds.moved })
export const abandon = formAction(roundAbandoning, abandonRound, { to: () => '/inspections', saved: (t) => t.rounds.abandoned })
export const askMaterials = formAction(materialsInput, saveMaterials, { saved: (t) => t.rounds.materials.savedList })
