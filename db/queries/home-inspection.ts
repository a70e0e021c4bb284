import { and, asc, count, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canDraftBulletin, canKeepRounds, canReadBulletin } from '../../domain/policy'
import type { VisitConflict } from '../../domain/visit'
import { orm } from '../client'
import { bulletins, differences, documents, projectList, visits } from '../schema'

export type VisitToSettle = { id: number; code: string; work: string; visitedOn: Day; conflict: VisitConflict }

const mostShown = 5

/** Visits in conflict that another than the inspector decides; `changed` is only pointed at. The oldest first. */
export function visitsToSettle(actor: UserActor): { rows: VisitToSettle[]; total: number } {
  allow(canKeepRounds(actor))
  const waits = and(
    isNotNull(visits.conflict),
    isNull(visits.settled),
    ne(visits.conflict, 'changed'),
    isNotNull(visits.finishedAt),
    ne(visits.inspectorId, actor.id),
  )
  const total = orm().select({ rows: count() }).from(visits).where(waits).get()?.rows ?? 0
  const rows = orm()
    .select({ id: visits.id, code: projectList.code, work: projectList.name, visitedOn: visits.visitedOn, conflict: visits.conflict })
    .from(visits)
    .innerJoin(projectList, eq(projectList.projectId, visits.projectId))
    .where(waits)
    .orderBy(asc(visits.visitedOn), asc(visits.id))
    .limit(mostShown)
    .all()
  return { rows: rows.flatMap(({ conflict, ...row }) => (conflict === null ? [] : [{ ...row, conflict }])), total }
}

/** Proposed by others: whoever drafted one, proposed it or wrote in it never issues it. */
export function bulletinsToIssue(actor: UserActor): { id: number; title: string }[] {
  allow(canDraftBulletin(actor))
  const others = and(
    eq(bulletins.state, 'proposed'),
    ne(bulletins.draftedBy, actor.id),
    or(isNull(bulletins.proposedBy), ne(bulletins.proposedBy, actor.id)),
    sql`not exists (select 1 from json_each(${bulletins.editors}) where value = ${actor.id})`,
  )
  return orm()
    .select({ id: bulletins.id, title: bulletins.title })
    .from(bulletins)
    .where(others)
    .orderBy(asc(bulletins.id))
    .limit(mostShown)
    .all()
}

/** The bulletin that was issued last; an erratum is not one. */
export function latestBulletin(actor: UserActor): { id: number; title: string; number: string | null; day: Day | null } | null {
  allow(canReadBulletin(actor, { issued: true }))
  const issued = and(eq(bulletins.state, 'issued'), eq(bulletins.kind, 'bulletin'))
  const row = orm()
    .select({ id: bulletins.id, title: bulletins.title, number: documents.number, day: bulletins.issuedOn })
    .from(bulletins)
    .leftJoin(documents, eq(documents.id, bulletins.documentId))
    .where(issued)
    .orderBy(desc(bulletins.issuedOn), desc(bulletins.id))
    .limit(1)
    .get()
  return row ?? null
}

/** Seen figures that differ and wait for the bureau; `own` = seen by the reader, who does not decide of them. `asked` = a correction is asked for and has not come. */
export function differencesWaiting(actor: UserActor): { open: number; own: number; asked: number } {
  allow(hasRole(actor, 'bureau'))
  const rows = orm()
    .select({ state: differences.state, inspectorId: visits.inspectorId, rows: count() })
    .from(differences)
    .innerJoin(visits, eq(visits.id, differences.visitId))
    .where(or(eq(differences.state, 'open'), eq(differences.state, 'revision-asked')))
    .groupBy(differences.state, visits.inspectorId)
    .all()
  const sum = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).reduce((all, row) => all + row.rows, 0)
  return {
    open: sum(({ state, inspectorId }) => state === 'open' && inspectorId !== actor.id),
    own: sum(({ state, inspectorId }) => state === 'open' && inspectorId === actor.id),
    asked: sum(({ state }) => state === 'revision-asked'),
  }
}
