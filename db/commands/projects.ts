import type { Ctx } from '../../domain/actor'
import { allow, refuse, refuseField } from '../../domain/errors'
import { canEditLibrary } from '../../domain/policy'
import type { ChainConfirmation, NewProject, PauseRefresh, ProjectEdit } from '../../domain/project-input'
import { type Identity, insertWork, refuseTakenName } from '../new-work'
import { changeWork, type Saved, workToEdit } from '../work-change'
import { write } from '../write'

/** A project beyond the plan: it gets the next permanent code, and a document as its source. */
export function createProject(ctx: Ctx, input: NewProject): Saved {
  return write(ctx, 'createProject', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    if (input.documentDay > ctx.today) refuseField('documentDay', 'in-the-future')
    refuseTakenName(tx, input.name)
    return insertWork(tx, ctx, identityOf(input), `${input.documentNo}（${input.documentDay}）${input.documentTitle}`)
  })
}

const identityOf = ({ name, sector, town, category, level, industryClass }: Identity) => ({
  ...{ name, sector, town, category, level, industryClass },
})

export function editProject(ctx: Ctx, input: ProjectEdit): Saved {
  return write(ctx, 'editProject', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    if (input.name !== work.name) refuseTakenName(tx, input.name)
    return changeWork(tx, ctx, work, {
      columns: identityOf(input),
      action: 'project.edited',
      before: identityOf(work),
      after: identityOf(input),
    })
  })
}

/** The bureau has looked: the work is in this chain, or in none. */
export function confirmChain(ctx: Ctx, input: ChainConfirmation): Saved {
  return write(ctx, 'confirmChain', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    const chainId = input.chain === 'none' ? null : input.chain
    return changeWork(tx, ctx, work, {
      columns: { chainId, chainBasis: 'confirmed', chainReason: input.reason },
      action: 'project.chain-confirmed',
      before: { chain: work.chainId, basis: work.chainBasis, reason: work.chainReason },
      after: { chain: chainId, basis: 'confirmed', reason: input.reason },
    })
  })
}

/** A pause is explained anew each quarter. */
export function refreshPause(ctx: Ctx, input: PauseRefresh): Saved {
  return write(ctx, 'refreshPause', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    if (work.stage !== 'paused') refuse('not-paused')
    return changeWork(tx, ctx, work, {
      columns: { pauseReason: input.reason, pauseRefreshedOn: ctx.today },
      action: 'project.pause-refreshed',
      before: { reason: work.pauseReason, on: work.pauseRefreshedOn },
      after: { reason: input.reason, on: ctx.today },
    })
  })
}
