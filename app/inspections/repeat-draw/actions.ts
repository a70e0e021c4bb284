'use server'

import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Ctx } from '../../../domain/actor'
import { type DrawRepeat, repeating } from '../../../domain/draw-repeat'
import { allow } from '../../../domain/errors'
import { canListRounds } from '../../../domain/policy'
import { drawRepeat } from '../../../domain/round-input'
import { inTurns } from '../../../domain/turns'
import { formAction } from '../../_lib/form-action'

/** From the pasted text alone: no table is asked, nothing is kept, and a long list keeps nobody else waiting. */
export const repeat = formAction(drawRepeat, repeatForReader, { refresh: false, saved: (t) => t.rounds.repeat.done })

async function repeatForReader({ actor }: Ctx, { file }: { file: string }): Promise<DrawRepeat> {
  allow(canListRounds(actor))
  return inTurns(repeating(file, sha256), setImmediate)
}

const sha256 = (text: string): string => hash('sha256', text)
