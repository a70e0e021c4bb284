import type { Ctx } from '../../domain/actor'
import { refuseField } from '../../domain/errors'
import { canMoveStage, stageNeedsReason } from '../../domain/project'
import type { StageMove } from '../../domain/project-input'
import type { Tx } from '../client'
import type { Work } from '../queries/work'
import { enterStage, stageBegan } from '../stages'
import { changeWork, type Saved, workToEdit } from '../work-change'
import { write } from '../write'

/** Along the transition table; pausing and withdrawing say why. */
export function moveStage(ctx: Ctx, input: StageMove): Saved {
  return write(ctx, 'moveStage', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    checkMove(tx, ctx, work, input)
    return changeWork(tx, ctx, work, {
      columns: enterStage(tx, work, { ...input, at: ctx.at }),
      action: 'project.stage-moved',
      before: { stage: work.stage, since: work.stageSince, completedOn: work.completedOn },
      after: { stage: input.to, since: input.on, reason: input.reason },
    })
  })
}

function checkMove(tx: Tx, ctx: Ctx, work: Work, { to, on, reason }: StageMove): void {
  if (!canMoveStage(work.stage, to)) refuseField('to', 'stage-not-possible')
  if (stageNeedsReason(to) && reason === null) refuseField('reason', 'needs-reason')
  if (on > ctx.today) refuseField('on', 'in-the-future')
  const began = stageBegan(tx, work.id)
  if (began !== null && on < began) refuseField('on', 'before-previous', { day: began })
}
