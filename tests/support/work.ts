import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { assignUnit } from '../../db/commands/assignments'
import { moveStage } from '../../db/commands/stages'
import { organisations, projects } from '../../db/schema'
import type { Day } from '../../domain/calendar'
import type { Stage } from '../../domain/project'
import { ctxOf, type TestHouse, testDay } from './house'

export const work = (code: string) => {
  const row = orm().select().from(projects).where(eq(projects.code, code)).get()
  if (!row) throw new Error(`no work ${code}`)
  return row
}

export const organisationName = (id: number): string => orm().select().from(organisations).where(eq(organisations.id, id)).get()?.name ?? ''

/** A work in the hands of the first owner, in a stage since a day. */
export function giveWork(
  t: TestHouse,
  code: string,
  options: { stage?: Stage; since?: Day; today?: Day; organisationId?: number } = {},
): void {
  const ctx = ctxOf(t.actors.bureau, options.today ?? testDay)
  const since = options.since ?? '2025-01-10'
  const organisation = organisationName(options.organisationId ?? t.organisations.own)
  assignUnit(ctx, { code, version: work(code).version, kind: 'owner', organisation, fromDay: since })
  moveStage(ctx, { code, version: work(code).version, to: options.stage ?? 'construction', on: since, reason: null })
}
