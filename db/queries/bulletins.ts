import { and, desc, eq, exists, isNull, type SQL } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import type { BulletinKind, BulletinState } from '../../domain/bulletin-workflow'
import { allow } from '../../domain/errors'
import { canDraftBulletin, canReadBulletin, canReadOwnExtract } from '../../domain/policy'
import { orm } from '../client'
import { bulletins, documents, projectList, rounds, roundWorks } from '../schema'
import { visibleProjects } from './scope'

export type BulletinItem = {
  id: number
  kind: BulletinKind
  state: BulletinState
  title: string
  quarter: string
  round: string
  number: string | null
  day: string | null
  /** What the reader opens: the bulletin, or a unit's own extract of it. */
  extract: boolean
}

/** Newest first. Supervisors find drafts too; a unit finds the issued ones in whose rounds it had works. */
export function bulletinList(actor: UserActor): BulletinItem[] {
  const extract = hasRole(actor, 'owner')
  const rows = orm()
    .select({ ...named, quarter: rounds.quarter, round: rounds.title, number: documents.number, day: documents.day })
    .from(bulletins)
    .innerJoin(rounds, eq(rounds.id, bulletins.roundId))
    .leftJoin(documents, eq(documents.id, bulletins.documentId))
    .where(listed(actor))
    .orderBy(desc(rounds.quarter), desc(bulletins.id))
    .limit(500)
    .all()
  return rows.map((row) => ({ ...row, extract }))
}

/** Not its facts: those are as long as the library. */
const named = { id: bulletins.id, kind: bulletins.kind, state: bulletins.state, title: bulletins.title }

function listed(actor: UserActor): SQL | undefined {
  const issued = eq(bulletins.state, 'issued')
  if (hasRole(actor, 'owner')) {
    allow(canReadOwnExtract(actor))
    return and(issued, eq(bulletins.kind, 'bulletin'), exists(ownWorksOf(actor)))
  }
  allow(canReadBulletin(actor, { issued: true }))
  return canReadBulletin(actor, { issued: false }) ? undefined : issued
}

const ownWorksOf = (actor: UserActor) =>
  orm()
    .select({ id: roundWorks.id })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .where(and(eq(roundWorks.roundId, bulletins.roundId), visibleProjects(actor)))

/** Rounds whose visits have ended and that have no bulletin yet. */
export function roundsToReport(actor: UserActor): { id: number; title: string; quarter: string }[] {
  allow(canDraftBulletin(actor))
  return orm()
    .select({ id: rounds.id, title: rounds.title, quarter: rounds.quarter })
    .from(rounds)
    .leftJoin(bulletins, and(eq(bulletins.roundId, rounds.id), eq(bulletins.kind, 'bulletin')))
    .where(and(eq(rounds.state, 'visits-ended'), isNull(bulletins.id)))
    .orderBy(desc(rounds.quarter), desc(rounds.createdAt))
    .limit(50)
    .all()
}
