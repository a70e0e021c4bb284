'use server'

import { commitDraw, drawWorks, freezeDraw } from '../../../../db/commands/draws'
import { fill } from '../../../../domain/messages'
import { drawCommit, drawFreeze, drawRun } from '../../../../domain/round-input'
import { formAction } from '../../../_lib/form-action'

export const commit = formAction(drawCommit, commitDraw, { saved: (t) => t.rounds.draw.committed })
export const freeze = formAction(drawFreeze, freezeDraw, { saved: (t) => t.rounds.draw.frozen })
export const run = formAction(drawRun, drawWorks, { saved: (t, drawn) => fill(t.rounds.draw.drew, { count: drawn.length }) })
