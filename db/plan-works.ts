import { eq } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import { columnsToMove } from '../domain/plan-diff'
import { type PlanEntry, type PlannedWork, plannedWorks } from '../domain/plan-entries'
import type { Tx } from './client'
import { recordEvent } from './events'
import { projectBigrams, projectList, projectSources, projectStages, projects } from './schema'
import { refreshProject } from './summaries'

/** `items` = codes of the items whose words changed: the rows of their works show them. */
type Load = { tx: Tx; ctx: Ctx; periodId: string; items: ReadonlySet<string> }
export type WorkCounts = { created: number; changed: number; removed: number }
const byCode = (works: readonly PlannedWork[]) => new Map(works.map((work) => [work.code, work]))

/** Brings the library's works in line with the plan: new ones are created, the plan's own columns follow, what is gone goes. */
export function followPlan(load: Load, stored: readonly PlanEntry[], wanted: readonly PlanEntry[]): WorkCounts {
  const before = byCode(plannedWorks(stored))
  const after = plannedWorks(wanted)
  const kept = new Set(after.map(({ code }) => code))
  const gone = [...before.keys()].filter((code) => !kept.has(code))
  for (const code of gone) removeWork(load, code)
  const steps = after.map((work) => followWork(load, before.get(work.code), work))
  const times = (step: string) => steps.filter((done) => done === step).length
  return { created: times('created'), changed: times('changed'), removed: gone.length }
}

function followWork(load: Load, before: PlannedWork | undefined, after: PlannedWork): 'created' | 'changed' | 'same' {
  const row = load.tx.select().from(projects).where(eq(projects.code, after.code)).get()
  if (!row || !before) return createWork(load, after)
  const columns = columnsToMove(row, before, after)
  const moved = Object.keys(columns).length > 0
  const resourced = before.items.join() !== after.items.join()
  if (moved) moveColumns(load, row, columns)
  if (resourced) moveSources(load, row, before, after)
  if (!moved && !resourced && !after.items.some((item) => load.items.has(item))) return 'same'
  refreshProject(load.tx, load.ctx.today, row.id)
  return 'changed'
}

function moveSources({ tx, ctx }: Load, row: { id: number; code: string }, before: PlannedWork, after: PlannedWork): void {
  setSources(tx, row.id, after.items)
  const body = { before: { sources: before.items }, after: { sources: after.items } }
  recordEvent(tx, ctx, { action: 'project.edited', subject: `project:${row.code}`, body })
}

function createWork({ tx, ctx, periodId }: Load, work: PlannedWork): 'created' {
  const { items, ...columns } = work
  const { id } = tx
    .insert(projects)
    .values({ ...columns, periodId, createdAt: ctx.at })
    .returning({ id: projects.id })
    .get()
  setSources(tx, id, items)
  recordEvent(tx, ctx, { action: 'project.created', subject: `project:${work.code}`, body: { after: { ...work } } })
  refreshProject(tx, ctx.today, id)
  return 'created'
}

function moveColumns({ tx, ctx }: Load, row: typeof projects.$inferSelect, columns: ReturnType<typeof columnsToMove>): void {
  tx.update(projects)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(projects.id, row.id))
    .run()
  const before = Object.fromEntries(Object.keys(columns).map((column) => [column, row[column as keyof typeof columns]]))
  recordEvent(tx, ctx, { action: 'project.edited', subject: `project:${row.code}`, body: { before, after: columns } })
}

function setSources(tx: Tx, projectId: number, items: readonly string[]): void {
  tx.delete(projectSources).where(eq(projectSources.projectId, projectId)).run()
  for (const [position, itemCode] of items.entries()) tx.insert(projectSources).values({ itemCode, projectId, position }).run()
}

/** Only a work without history comes here; what the house itself keeps about it goes with it. */
function removeWork({ tx, ctx }: Load, code: string): void {
  const row = tx.select().from(projects).where(eq(projects.code, code)).get()
  if (!row) return
  for (const table of [projectSources, projectBigrams, projectList, projectStages])
    tx.delete(table).where(eq(table.projectId, row.id)).run()
  tx.delete(projects).where(eq(projects.id, row.id)).run()
  recordEvent(tx, ctx, { action: 'project.edited', subject: `project:${code}`, body: { before: { name: row.name }, after: null } })
}
