import { and, count, desc, eq, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { BulletinState } from '../../domain/bulletin-workflow'
import { allow } from '../../domain/errors'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import { type RoundKind, type RoundState, takesVisits } from '../../domain/inspection'
import { canKeepRounds, canTakeAlong } from '../../domain/policy'
import { nextOfRound, type RoundNext, type RoundProgress } from '../../domain/round-next'
import { orm, type Reader } from '../client'
import { bulletins, findings, roundMembers, rounds } from '../schema'
import { findingsOf, visitedIn, worksIn } from './rounds'

/** A round that is not over, with what it waits for. */
export type RoundOnTheGo = RoundProgress & {
  id: number
  title: string
  kind: RoundKind
  state: RoundState
  announced: boolean
  next: RoundNext
  /** The bulletin's own page, where that is what waits. */
  bulletinId: number | null
}

const mostRounds = 5

/** For the supervisors' home, sealed rounds too: the latest first. */
export function roundsOnTheGo(actor: UserActor): { rows: RoundOnTheGo[]; total: number } {
  allow(canKeepRounds(actor))
  const db = orm()
  const going = notInArray(rounds.state, ['closed', 'abandoned'])
  const rows = db.select().from(rounds).where(going).orderBy(desc(rounds.quarter), desc(rounds.createdAt)).limit(mostRounds).all()
  const total = db.select({ rows: count() }).from(rounds).where(going).get()?.rows ?? 0
  return { rows: rows.flatMap((round) => onTheGo(db, round)), total }
}

function onTheGo(db: Reader, round: typeof rounds.$inferSelect): RoundOnTheGo[] {
  const { id, title, kind, state, announced } = round
  const bulletin = bulletinOf(db, id)
  const progress = {
    ...{ works: worksIn(db, id, true), visited: visitedIn(db, id), findingsOpen: openFindings(db, id) },
    bulletin: bulletin?.state ?? null,
  }
  const next = nextOfRound(round, progress)
  return next === null ? [] : [{ id, title, kind, state, announced, next, bulletinId: bulletin?.id ?? null, ...progress }]
}

function bulletinOf(db: Reader, roundId: number): { id: number; state: BulletinState } | undefined {
  const ofRound = and(eq(bulletins.roundId, roundId), eq(bulletins.kind, 'bulletin'))
  return db.select({ id: bulletins.id, state: bulletins.state }).from(bulletins).where(ofRound).get()
}

const done = findingStates.filter(isFindingDone)
const openFindings = (db: Reader, roundId: number): number =>
  db
    .select({ rows: count() })
    .from(findings)
    .where(and(findingsOf(roundId, true), notInArray(findings.state, done)))
    .get()?.rows ?? 0

/** Rounds of others the reader goes along with (联合): a named member with an account, once the whole list is known. */
export function joinedRounds(actor: UserActor): { id: number; title: string; works: number }[] {
  allow(canTakeAlong(actor))
  const db = orm()
  const mine = db.select({ id: roundMembers.roundId }).from(roundMembers).where(eq(roundMembers.userId, actor.id))
  const joint = and(eq(rounds.kind, 'joint'), isNotNull(rounds.listOpenedAt), inArray(rounds.id, mine))
  const rows = db.select().from(rounds).where(joint).orderBy(desc(rounds.createdAt)).limit(mostRounds).all()
  return rows.filter(takesVisits).map(({ id, title }) => ({ id, title, works: worksIn(db, id, true) }))
}
