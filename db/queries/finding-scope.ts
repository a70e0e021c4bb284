import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canListFindings, canReadAllProjects } from '../../domain/policy'

/**
 * The one condition every list, count and figure of findings carries: a unit sees what was put to it or concerns its works, and nothing before
 * it was put to a unit; admin and auditor none (refused).
 */
export function visibleFindings(actor: Actor): SQL {
  allow(canListFindings(actor))
  if (canReadAllProjects(actor) || actor.kind !== 'user') return sql`1 = 1`
  const unit = actor.organisationId
  const ownWork = sql`exists (select 1 from assignments own where own.project_id = findings.project_id and own.to_day is null
    and own.kind in ('owner', 'responsible') and own.organisation_id = ${unit})`
  return sql`(findings.state <> 'registered' and findings.first_due_on is not null and (findings.unit_id = ${unit} or ${ownWork}))`
}
