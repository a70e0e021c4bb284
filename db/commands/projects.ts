import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { canEditLibrary } from '../../domain/policy'
import { nextProjectCode } from '../../domain/project'
import type { ChainConfirmation, NewProject, PauseRefresh, ProjectEdit } from '../../domain/project-input'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { planPeriods, projects } from '../schema'
import { refreshProject } from '../summaries'
import { changeWork, type Saved, workToEdit } from '../work-change'
import { write } from '../write'

/** A project beyond the plan: it gets the next permanent code, and a document as its source. */
export function createProject(ctx: Ctx, input: NewProject): Saved {
  return write(ctx, 'createProject', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    if (input.documentDay > ctx.today) refuseField('documentDay', 'in-the-future')
    refuseTakenName(tx, input.name)
    const { name, sector, town, category, level } = input
    const code = nextProjectCode(lastCode(tx))
    const sourceDocument = `${input.documentNo}（${input.documentDay}）${input.documentTitle}`
    const row = { code, name, sector, town, category, level, sourceDocument, periodId: latestPeriod(tx), createdAt: ctx.at }
    const { id } = tx.insert(projects).values(row).returning({ id: projects.id }).get()
    const after = { name, sector, town, category, level, sourceDocument }
    recordEvent(tx, ctx, { action: 'project.created', subject: `project:${code}`, body: { after } })
    refreshProject(tx, ctx.today, id)
    return { code, version: 1 }
  })
}

/** The plan may name two works alike; nobody adds a third by mistake. */
function refuseTakenName(tx: Tx, name: string): void {
  const same = tx.select({ code: projects.code }).from(projects).where(eq(projects.name, name)).get()
  if (same) refuseField('name', 'work-exists', { work: same.code })
}

function lastCode(db: Reader): string | null {
  const number = sql`cast(substr(${projects.code}, 2) as integer)`
  return db.select({ code: projects.code }).from(projects).orderBy(sql`${number} desc`).limit(1).get()?.code ?? null
}

function latestPeriod(db: Reader): string {
  return found(db.select().from(planPeriods).orderBy(sql`${planPeriods.fromDay} desc`).limit(1).get()).id
}

export function editProject(ctx: Ctx, input: ProjectEdit): Saved {
  return write(ctx, 'editProject', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    if (input.name !== work.name) refuseTakenName(tx, input.name)
    const identity = ({ name, sector, town, category, level }: ProjectEdit | typeof work) => ({ name, sector, town, category, level })
    return changeWork(tx, ctx, work, {
      columns: identity(input),
      action: 'project.edited',
      before: identity(work),
      after: identity(input),
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
