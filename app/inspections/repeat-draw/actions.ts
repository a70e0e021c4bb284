'use server'

import type { Ctx } from '../../../domain/actor'
import { repeatDraw } from '../../../domain/draw-repeat'
import { allow } from '../../../domain/errors'
import { canListRounds } from '../../../domain/policy'
import { drawRepeat } from '../../../domain/round-input'
import { formAction } from '../../_lib/form-action'

/** From the pasted text alone: no table is asked, nothing is kept. */
export const repeat = formAction(drawRepeat, repeatForReader, { refresh: false, saved: (t) => t.rounds.repeat.done })

function repeatForReader({ actor }: Ctx, { file }: { file: string }) {
  allow(canListRounds(actor))
  return repeatDraw(file)
}
