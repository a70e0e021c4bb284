import { eq } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import { allow, refuse, sameVersion } from '../domain/errors'
import type { EventAction, Json } from '../domain/events'
import { canEditLibrary } from '../domain/policy'
import type { Tx } from './client'
import { recordEvent } from './events'
import { type Work, workByCode } from './queries/work'
import { projects } from './schema'
import { refreshProject } from './summaries'

export type Saved = { code: string; version: number }
type Columns = Partial<typeof projects.$inferInsert>

/** A work the bureau is about to edit, in the version it was shown. */
export function workToEdit(tx: Tx, ctx: Ctx, { code, version }: { code: string; version: number }): Work {
  allow(canEditLibrary(ctx.actor))
  const work = workByCode(tx, code)
  sameVersion(work, version)
  return work
}

/** Writes the change, counts the version up, says what was before and after, and refreshes the list row. */
export function changeWork(
  tx: Tx,
  ctx: Ctx,
  work: Work,
  change: { columns: Columns; action: EventAction; before: Json; after: Json },
): Saved {
  const version = work.version + 1
  tx.update(projects)
    .set({ ...change.columns, version })
    .where(eq(projects.id, work.id))
    .run()
  recordEvent(tx, ctx, { action: change.action, subject: `project:${work.code}`, body: { before: change.before, after: change.after } })
  refreshProject(tx, ctx.today, work.id)
  return { code: work.code, version }
}

/** Facts of a withdrawn work are closed. */
export function notWithdrawn(work: Work): void {
  if (work.stage === 'withdrawn') refuse('withdrawn-work')
}
