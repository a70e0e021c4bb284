import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canImport } from '../../domain/policy'
import { house, type Tx } from '../client'
import { recordEvent } from '../events'
import { imports, planSourceRows, registerAdditions } from '../schema'
import type { MadeRows } from '../schema/imports'
import { refreshProject } from '../summaries'
import type { ImportRow } from './import-row'
import { copyList } from './promote'
import { rehearsed } from './rehearse'
import type { Session } from './session'
import { changedColumns, forgetPrepared, putPrepared, rawRows } from './temp-tables'
import { dropPictures } from './undo-locks'

/** Facts of works that stood before; their works get their list rows of before. */
const facts = ['updates', 'fact_sheets', 'annual_plans', 'assignments'] as const

/** The next works that stood before the import and were given something by it. */
export function worksAfter(made: MadeRows, after: number, limit: number): number[] {
  const parts = facts.flatMap((table) => {
    const ids = made[table]
    return ids ? [`select project_id as id from ${table} where id between ${ids[0]} and ${ids[1]} and project_id > ${after}`] : []
  })
  if (parts.length === 0) return []
  const before = made.projects ? `where id < ${made.projects[0]}` : ''
  const sql = `select distinct id from (${parts.join(' union all ')}) ${before} order by id limit ${limit}`
  return house().sqlite.prepare<[], number>(sql).pluck().all()
}

/** What the work's list row will be without the import, kept aside. */
export function prepareUndo(ctx: Ctx, made: MadeRows, projectId: number, session: Session): void {
  const before = rawRows('project_list', 'project_id', projectId)[0]
  const after = rehearsed((tx) => {
    removeFacts(made, `and project_id = ${projectId}`)
    refreshProject(tx, ctx.today, projectId)
    return rawRows('project_list', 'project_id', projectId)[0]
  })
  forgetPrepared(projectId)
  if (!after) return
  putPrepared('project_list', projectId, after)
  for (const column of changedColumns(before, after)) session.columns.add(column)
  const code = String(after.code)
  session.rowsOf.set(code, (session.rowsOf.get(code) ?? new Set<number>()).add(projectId))
}

function removeFacts(made: MadeRows, more = ''): void {
  for (const table of facts) {
    const ids = made[table]
    if (ids)
      house()
        .sqlite.prepare(`delete from ${table} where id between ? and ? ${more}`)
        .run(...ids)
  }
}

/** The whole import goes in one write: what was built on it has been looked for just before. Events and the import's own log stay. */
export function removeApplied(tx: Tx, ctx: Ctx, imp: ImportRow, session: Session): void {
  allow(canImport(ctx.actor))
  const made = imp.made ?? {}
  removeFacts(made)
  dropPictures(tx, made)
  if (made.projects) removeWorks(made.projects)
  copyList(0, [...session.columns])
  noteUndone(tx, ctx, imp)
}

function removeWorks([from, to]: readonly [number, number]): void {
  for (const column of ['project_id', 'decided_project_id'])
    house().sqlite.prepare(`update import_rows set ${column} = null where ${column} between ? and ?`).run(from, to)
  for (const table of ['project_bigrams', 'project_list'])
    house().sqlite.prepare(`delete from ${table} where project_id between ? and ?`).run(from, to)
  house().sqlite.prepare('delete from projects where id between ? and ?').run(from, to)
}

export function noteUndone(tx: Tx, ctx: Ctx, imp: ImportRow): void {
  tx.delete(registerAdditions).where(eq(registerAdditions.importId, imp.id)).run()
  tx.delete(planSourceRows).where(eq(planSourceRows.importId, imp.id)).run()
  const body = { import: imp.id, sha256: imp.sha256, made: JSON.parse(JSON.stringify(imp.made ?? {})), rowsHash: imp.rowsHash }
  recordEvent(tx, ctx, { action: 'import.undone', subject: `import:${imp.id}`, body })
  const undone = { state: 'undone' as const, undoneAt: ctx.at, stopped: null, version: imp.version + 1 }
  tx.update(imports).set(undone).where(eq(imports.id, imp.id)).run()
}
