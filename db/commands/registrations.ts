import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, Refusal, sameVersion } from '../../domain/errors'
import { canRecordRegistration } from '../../domain/policy'
import { type RegistrationInput, registrationIssues } from '../../domain/registration-input'
import { recordEvent } from '../events'
import { workByCode } from '../queries/work'
import { submitter } from '../review'
import { registrations } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

/** Where 入库纳统 stands from a day on; earlier states stay as they were recorded. Returns the record's id. */
export function recordRegistration(ctx: Ctx, input: RegistrationInput): number {
  return write(ctx, 'recordRegistration', input, (tx) => {
    allow(canRecordRegistration(ctx.actor))
    const work = workByCode(tx, input.code)
    notWithdrawn(work)
    const rows = tx.select().from(registrations).where(eq(registrations.projectId, work.id)).orderBy(asc(registrations.id)).all()
    const last = rows.at(-1) ?? null
    sameVersion({ version: rows.length, ...(last ? { state: last.state, onDay: last.onDay } : {}) }, input.version)
    const issues = registrationIssues(input, last, ctx.today)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const { code: _code, version: _version, ...facts } = input
    tx.update(registrations)
      .set({ current: false })
      .where(and(eq(registrations.projectId, work.id), eq(registrations.current, true)))
      .run()
    const row = { ...facts, projectId: work.id, current: true, recordedBy: submitter(ctx), recordedAt: ctx.at }
    const { id } = tx.insert(registrations).values(row).returning({ id: registrations.id }).get()
    const { state, ...said } = facts
    const body = { before: { registration: last?.state ?? null }, after: { registration: state }, ...said }
    recordEvent(tx, ctx, { action: 'registration.recorded', subject: `project:${work.code}`, body })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}
