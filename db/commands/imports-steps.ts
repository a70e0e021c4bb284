import { asc, inArray } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, type RefusalCode } from '../../domain/errors'
import { type ImportState, movingStates } from '../../domain/import'
import { canImport, canLoadPlan } from '../../domain/policy'
import { orm } from '../client'
import type { ImportRow, MappedImport } from '../imports/import-row'
import { isMapped, moveImport } from '../imports/load'
import { endSession, personCtx } from '../imports/session'
import { applyStep, compareStep, sourceStep, undoStep } from '../imports/steps'
import { imports } from '../schema'
import { write } from '../write'

/** What one step may take, so that whoever asks meanwhile waits no longer. */
const stepMs = 25

/**
 * The next step of an import under way, between requests: comparing, applying or undoing. Everything it needs is in the library, so it
 * goes on after a stop. Returns how many imports still want one.
 */
export function stepImports(ctx: Ctx, stepLength = stepMs): number {
  allow(canLoadPlan(ctx.actor))
  const moving = orm()
    .select()
    .from(imports)
    .where(inArray(imports.state, [...movingStates]))
    .orderBy(asc(imports.id))
    .all()
  const [imp] = moving
  if (!imp || !isMapped(imp)) return moving.length
  try {
    step(ctx, imp, stepLength)
  } catch (error) {
    // What the failed step remembered may be half: the next one begins anew from the rows as they were read.
    endSession()
    if (failedAgain(imp)) stop(ctx, imp, 'import-failed')
    throw error
  }
  return moving.length
}

const mostFailures = 3
const failing = { id: 0, version: 0, times: 0 }

/** A full disk passes; a row that breaks every time would hold up all imports behind it. */
function failedAgain({ id, version }: ImportRow): boolean {
  const same = failing.id === id && failing.version === version
  Object.assign(failing, { id, version, times: same ? failing.times + 1 : 1 })
  return failing.times >= mostFailures
}

function step(ctx: Ctx, imp: MappedImport, stepLength: number): void {
  const begun = performance.now()
  const inTime = () => performance.now() - begun < stepLength
  const by = imp.state === 'undoing' ? imp.undoneBy : imp.startedBy
  const person = by === null ? null : personCtx(ctx, by)
  if (person === null || !canImport(person.actor)) stop(ctx, imp, 'import-person-left')
  else if (imp.state === 'comparing') compareStep(ctx, person, imp, inTime)
  else if (imp.state === 'undoing') undoStep(ctx, person, imp, inTime)
  else if (imp.purpose === 'plan-source') sourceStep(ctx, person, imp, inTime)
  else applyStep(ctx, person, imp, inTime)
}

const back: Partial<Record<ImportState, ImportState>> = { comparing: 'staged', applying: 'staged', undoing: 'applied' }

function stop(ctx: Ctx, imp: MappedImport, stopped: RefusalCode): void {
  write(ctx, 'stepImports', null, (tx) => {
    moveImport(tx, imp, { state: back[imp.state] ?? imp.state, stopped })
  })
}
