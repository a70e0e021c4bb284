import { and, asc, count, eq, inArray, like, or, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import { canChooseOrganisation, canListOrganisations } from '../../domain/policy'
import type { OrganisationKind } from '../../domain/user'
import { orm, type Reader } from '../client'
import { formerNames } from '../registers/names'
import { organisationNames, organisations, users } from '../schema'

export const organisationsAPage = 50

/** `formerNames` = what it was called before, with 、 between. */
export type OrganisationRow = {
  id: number
  name: string
  formerNames: string | null
  kind: OrganisationKind
  version: number
  people: number
}
export type OrganisationFilter = { q?: string | null; kind?: OrganisationKind | null; page: number }

export function listOrganisations(actor: Actor, filter: OrganisationFilter): { rows: OrganisationRow[]; total: number } {
  allow(canListOrganisations(actor))
  const where = and(
    filter.q ? calledLike(`%${withoutWildcards(filter.q)}%`) : undefined,
    filter.kind ? eq(organisations.kind, filter.kind) : undefined,
  )
  const rows = orm()
    .select(columns)
    .from(organisations)
    .where(where)
    .orderBy(asc(organisations.kind), asc(organisations.id))
    .limit(organisationsAPage)
    .offset((filter.page - 1) * organisationsAPage)
    .all()
  return { rows, total: orm().select({ rows: count() }).from(organisations).where(where).get()?.rows ?? 0 }
}

const columns = {
  id: organisations.id,
  name: organisations.name,
  formerNames,
  kind: organisations.kind,
  version: organisations.version,
  // By its own name: in a query of one table a column is written without its table, and would be the account’s.
  people: sql<number>`(select count(*) from ${users} u where u.organisation_id = organisations.id and u.active = 1)`,
}

/** By its present name or an earlier one. */
const calledLike = (pattern: string) =>
  or(
    like(organisations.name, pattern),
    inArray(
      organisations.id,
      orm().select({ id: organisationNames.organisationId }).from(organisationNames).where(like(organisationNames.name, pattern)),
    ),
  )

/** `%` and `_` mean themselves to people. */
export const withoutWildcards = (text: string): string => text.slice(0, 80).replace(/[%_]/g, '')

export type OrganisationName = { name: string; fromDay: Day; toDay: Day | null }

export function organisationById(actor: Actor, id: number): OrganisationRow & { names: OrganisationName[] } {
  allow(canListOrganisations(actor))
  const row = found(orm().select(columns).from(organisations).where(eq(organisations.id, id)).get())
  const names = orm()
    .select({ name: organisationNames.name, fromDay: organisationNames.fromDay, toDay: organisationNames.toDay })
    .from(organisationNames)
    .where(eq(organisationNames.organisationId, id))
    .orderBy(asc(organisationNames.fromDay), asc(organisationNames.id))
    .all()
  return { ...row, names }
}

/** For pickers; a project unit sees departments, towns, parks and itself, not the other firms. */
export function organisationChoices(actor: Actor): { id: number; name: string; kind: OrganisationKind }[] {
  allow(canChooseOrganisation(actor))
  const own = actor.kind === 'user' ? actor.organisationId : 0
  const official = inArray(organisations.kind, ['department', 'town', 'park'])
  const visible = actor.kind === 'user' && actor.role === 'owner' ? or(official, eq(organisations.id, own)) : undefined
  return orm()
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(visible)
    .orderBy(asc(organisations.kind), asc(organisations.id))
    .limit(2000)
    .all()
}

/** For commands, which have asked the policy already. */
export function organisationByName(db: Reader, name: string) {
  return db.select().from(organisations).where(eq(organisations.name, name)).get()
}
