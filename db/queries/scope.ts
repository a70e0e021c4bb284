import { eq, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canListProjects, canReadAllProjects } from '../../domain/policy'
import { projectList } from '../schema'

/** The one condition every list, count and sum of projects carries: a project unit sees its own works, admin and auditor none (refused). */
export function visibleProjects(actor: Actor): SQL {
  allow(canListProjects(actor))
  if (canReadAllProjects(actor) || actor.kind !== 'user') return sql`1 = 1`
  return or(eq(projectList.ownerId, actor.organisationId), eq(projectList.responsibleId, actor.organisationId)) ?? sql`1 = 0`
}

/** Who shares what may be seen: everybody who reads all works, or the people of one organisation. */
export const scopeKey = (actor: Actor): string =>
  canReadAllProjects(actor) || actor.kind !== 'user' ? 'all' : `organisation:${actor.organisationId}`
