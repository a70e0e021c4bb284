import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuseField, sameVersion } from '../../domain/errors'
import { canCreateOrganisation } from '../../domain/policy'
import type { NewOrganisation, OrganisationKind, OrganisationRename } from '../../domain/user'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { organisationByName } from '../queries/organisations'
import { assignments, organisationNames, organisations } from '../schema'
import { refreshProject } from '../summaries'
import { write } from '../write'

export function createOrganisation(ctx: Ctx, input: NewOrganisation): { id: number } {
  return write(ctx, 'createOrganisation', input, (tx) => {
    allow(canCreateOrganisation(ctx.actor))
    if (organisationByName(tx, input.name)) refuseField('name', 'organisation-taken')
    return { id: insertOrganisation(tx, ctx, input.name, input.kind) }
  })
}

/** The organisation of that name, created when it is new. The caller has asked the policy. */
export function ensureOrganisation(tx: Tx, ctx: Ctx, name: string, kind: OrganisationKind, fromDay = ctx.today): number {
  return organisationByName(tx, name)?.id ?? insertOrganisation(tx, ctx, name, kind, fromDay)
}

function insertOrganisation(tx: Tx, ctx: Ctx, name: string, kind: OrganisationKind, fromDay = ctx.today): number {
  const { id } = tx.insert(organisations).values({ name, kind, createdAt: ctx.at }).returning({ id: organisations.id }).get()
  tx.insert(organisationNames).values({ organisationId: id, name, fromDay }).run()
  recordEvent(tx, ctx, { action: 'organisation.created', subject: `organisation:${id}`, body: { after: { name, kind } } })
  return id
}

/** From a day on; what was signed under the old name keeps it. */
export function renameOrganisation(ctx: Ctx, input: OrganisationRename): { id: number } {
  return write(ctx, 'renameOrganisation', input, (tx) => {
    allow(canCreateOrganisation(ctx.actor))
    const before = found(tx.select().from(organisations).where(eq(organisations.id, input.id)).get())
    sameVersion(before, input.version)
    if (input.fromDay > ctx.today) refuseField('fromDay', 'in-the-future')
    if (organisationByName(tx, input.name)) refuseField('name', 'organisation-taken')
    const changed = { name: input.name, version: before.version + 1 }
    tx.update(organisations).set(changed).where(eq(organisations.id, input.id)).run()
    changeName(tx, before, input.name, input.fromDay)
    const body = { before: { name: before.name }, after: { name: input.name, fromDay: input.fromDay } }
    recordEvent(tx, ctx, { action: 'organisation.renamed', subject: `organisation:${input.id}`, body })
    for (const projectId of projectsOf(tx, input.id)) refreshProject(tx, ctx.today, projectId)
    return { id: input.id }
  })
}

function changeName(tx: Tx, before: { id: number; name: string; createdAt: string }, name: string, fromDay: string): void {
  const open = and(eq(organisationNames.organisationId, before.id), isNull(organisationNames.toDay))
  const current = tx.select().from(organisationNames).where(open).get()
  if (current && fromDay < current.fromDay) refuseField('fromDay', 'name-before', { day: current.fromDay })
  if (current) tx.update(organisationNames).set({ toDay: fromDay }).where(open).run()
  tx.insert(organisationNames).values({ organisationId: before.id, name, fromDay }).run()
}

function projectsOf(tx: Tx, organisationId: number): number[] {
  const rows = tx
    .selectDistinct({ id: assignments.projectId })
    .from(assignments)
    .where(and(eq(assignments.organisationId, organisationId), isNull(assignments.toDay)))
    .all()
  return rows.map((row) => row.id)
}
