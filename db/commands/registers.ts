import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, Refusal, refuseField, sameVersion } from '../../domain/errors'
import { type ApplicationChange, type ApplicationFields, applicationIssues, type NewApplication } from '../../domain/list-application'
import { canKeepRegisters } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { type Work, workByCode, workById } from '../queries/work'
import { listApplications } from '../schema'
import { changeWork, notWithdrawn } from '../work-change'
import { write } from '../write'

type Application = typeof listApplications.$inferSelect

/** 项目笼子: the work was put forward for somebody's list of key projects. Returns the entry's number. */
export function recordApplication(ctx: Ctx, input: NewApplication): { id: number; code: string } {
  return write(ctx, 'recordApplication', input, (tx) => {
    allow(canKeepRegisters(ctx.actor))
    const work = workByCode(tx, input.code)
    notWithdrawn(work)
    const columns = checkedColumns(tx, ctx, work, input)
    const row = { ...columns, projectId: work.id, createdAt: ctx.at }
    const { id } = tx.insert(listApplications).values(row).returning({ id: listApplications.id }).get()
    const body = { application: id, before: null, after: columns }
    recordEvent(tx, ctx, { action: 'application.recorded', subject: `project:${work.code}`, body })
    if (input.raiseLevel) raiseLevel(tx, ctx, work, { id, level: input.level })
    return { id, code: work.code }
  })
}

/** What came of it, or what was written down wrong; how it stood before is in the events. */
export function changeApplication(ctx: Ctx, input: ApplicationChange): { id: number; version: number } {
  return write(ctx, 'changeApplication', input, (tx) => {
    allow(canKeepRegisters(ctx.actor))
    const row = found(tx.select().from(listApplications).where(eq(listApplications.id, input.id)).get())
    sameVersion(row, input.version)
    const work = workById(tx, row.projectId)
    const columns = checkedColumns(tx, ctx, work, input, row.id)
    const version = row.version + 1
    tx.update(listApplications)
      .set({ ...columns, version })
      .where(eq(listApplications.id, row.id))
      .run()
    const body = { application: row.id, before: columnsOf(row), after: columns }
    recordEvent(tx, ctx, { action: 'application.changed', subject: `project:${work.code}`, body })
    if (input.raiseLevel) raiseLevel(tx, ctx, work, { id: row.id, level: input.level })
    return { id: row.id, version }
  })
}

const columnsOf = ({ level, listName, year, submittedOn, documentNo, result, resultOn, resultDocument, remark }: Application) => ({
  ...{ level, listName, year, submittedOn, documentNo, result, resultOn, resultDocument, remark },
})

/** One entry a list and year, unless it was turned down and is tried again. */
function checkedColumns(tx: Tx, ctx: Ctx, work: Work, input: ApplicationFields, self = 0) {
  const issues = applicationIssues(input, work, ctx.today)
  if (issues.length > 0) throw new Refusal('invalid', { issues })
  const { level, listName, year, submittedOn, documentNo, result, resultOn, resultDocument, remark } = input
  const same = and(
    eq(listApplications.projectId, work.id),
    eq(listApplications.level, level),
    eq(listApplications.listName, listName),
    eq(listApplications.year, year),
    ne(listApplications.result, 'rejected'),
    ne(listApplications.id, self),
  )
  if (result !== 'rejected' && tx.select().from(listApplications).where(same).get()) refuseField('listName', 'application-exists')
  return { level, listName, year, submittedOn, documentNo, result, resultOn, resultDocument, remark }
}

function raiseLevel(tx: Tx, ctx: Ctx, work: Work, { id, level }: Pick<Application, 'id' | 'level'>): void {
  changeWork(tx, ctx, work, {
    columns: { level },
    action: 'project.edited',
    before: { level: work.level },
    after: { level, application: id },
  })
}
