import { eq, isNull, lte, max, or, sql } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import type { Day } from '../domain/calendar'
import { found, refuseField } from '../domain/errors'
import { nextProjectCode } from '../domain/project'
import type { Reader, Tx } from './client'
import { recordEvent } from './events'
import type { Work } from './queries/work'
import { imports, planPeriods, projects } from './schema'
import { refreshProject } from './summaries'
import type { Saved } from './work-change'

export type Identity = Pick<Work, 'name' | 'sector' | 'town' | 'category' | 'level' | 'industryClass'>

/** A work beyond the plan's boxes: it gets the next permanent code, and names what it comes from. */
export function insertWork(tx: Tx, ctx: Ctx, identity: Identity, sourceDocument: string, code = nextProjectCode(lastCode(tx))): Saved {
  const row = { ...identity, code, sourceDocument, periodId: latestPeriod(tx, ctx.today), createdAt: ctx.at }
  const { id } = tx.insert(projects).values(row).returning({ id: projects.id }).get()
  recordEvent(tx, ctx, { action: 'project.created', subject: `project:${code}`, body: { after: { ...identity, sourceDocument } } })
  refreshProject(tx, ctx.today, id)
  return { code, version: 1 }
}

/** The plan may name two works alike; nobody adds a third by mistake. */
export function refuseTakenName(tx: Tx, name: string): void {
  const same = tx.select({ code: projects.code }).from(projects).where(eq(projects.name, name)).get()
  if (same) refuseField('name', 'work-exists', { work: same.code })
}

/** The highest code ever given; those an import reserved stay taken, even when it made no work of them or was undone. */
export function lastCode(db: Reader): string | null {
  const number = sql<number>`cast(substr(${projects.code}, 2) as integer)`
  const given = db.select({ number }).from(projects).orderBy(sql`${number} desc`).limit(1).get()?.number ?? 0
  const reserved =
    db
      .select({ last: max(imports.lastCode) })
      .from(imports)
      .get()?.last ?? 0
  const last = Math.max(given, reserved)
  return last === 0 ? null : `P${String(last).padStart(4, '0')}`
}

/** A period opened ahead of its time takes new works only once it has begun. */
export function latestPeriod(db: Reader, today: Day): string {
  const begun = or(isNull(planPeriods.openedBy), lte(planPeriods.fromDay, today))
  return found(db.select().from(planPeriods).where(begun).orderBy(sql`${planPeriods.fromDay} desc`).limit(1).get()).id
}
