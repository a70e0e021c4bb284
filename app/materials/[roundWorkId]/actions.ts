'use server'

import { z } from 'zod'
import { removeEvidence } from '../../../db/commands/evidence'
import { handInMaterial } from '../../../db/commands/materials'
import { idField, needed } from '../../../domain/fields'
import { materialReturn } from '../../../domain/round-input'
import { formAction } from '../../_lib/form-action'

export const handIn = formAction(materialReturn, handInMaterial, { saved: (t) => t.rounds.materials.handedIn })
export const takeFile = formAction(z.object({ id: needed(idField()) }), removeEvidence, { refresh: false })
