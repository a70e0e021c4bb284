import { and, count, desc, eq, inArray, isNotNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import type { RoundKind, RoundState } from '../../domain/inspection'
import { canKeepRounds, canListRounds } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { findings, rounds, roundWorks, visits } from '../schema'

export const roundsAPage = 50

export type RoundItem = {
  id: number
  title: string
  quarter: string
  kind: RoundKind
  announced: boolean
  state: RoundState
  fromDay: string | null
  toDay: string | null
  /** Works the reader may know of; `whole` = it is the whole list. */
  works: number
  visited: number
  findingsOpen: number
  whole: boolean
}
export type RoundList = { rows: RoundItem[]; total: number; mayKeep: boolean }

/** Latest quarter first. A sealed round is counted and shown to supervisors only. */
export function roundList(actor: UserActor, page: number): RoundList {
  allow(canListRounds(actor))
  const db = orm()
  const mayKeep = canKeepRounds(actor)
  const known = mayKeep ? undefined : isNotNull(rounds.openedAt)
  const found = db
    .select()
    .from(rounds)
    .where(known)
    .orderBy(desc(rounds.quarter), desc(rounds.createdAt))
    .limit(roundsAPage)
    .offset((page - 1) * roundsAPage)
    .all()
  const total = db.select({ rows: count() }).from(rounds).where(known).get()?.rows ?? 0
  return { rows: found.map((round) => itemOf(db, round, mayKeep)), total, mayKeep }
}

function itemOf(db: Reader, round: typeof rounds.$inferSelect, mayKeep: boolean): RoundItem {
  const { id, title, quarter, kind, announced, state, fromDay, toDay, listOpenedAt } = round
  const whole = mayKeep || listOpenedAt !== null
  const said = { id, title, quarter, kind, announced, state, fromDay, toDay, whole }
  return { ...said, works: worksIn(db, id, whole), visited: visitedIn(db, id), findingsOpen: openFindingsIn(db, id, whole) }
}

export function worksIn(db: Reader, roundId: number, whole: boolean): number {
  const known = and(eq(roundWorks.roundId, roundId), whole ? undefined : isNotNull(roundWorks.openedAt))
  return db.select({ rows: count() }).from(roundWorks).where(known).get()?.rows ?? 0
}

/** Works of the list somebody has been to and told of. */
export function visitedIn(db: Reader, roundId: number): number {
  const told = and(eq(visits.roundId, roundId), isNotNull(visits.roundWorkId), isNotNull(visits.finishedAt))
  const row = db
    .select({ works: sql<number>`count(distinct ${visits.roundWorkId})` })
    .from(visits)
    .where(told)
    .get()
  return row?.works ?? 0
}

const done = findingStates.filter(isFindingDone)
/** What a round has to see to: found by it, or carried into it. What was carried names works of the list, and waits until that is open. */
export const findingsOf = (roundId: number, whole: boolean): SQL | undefined =>
  or(eq(findings.roundId, roundId), whole ? eq(findings.carriedToId, roundId) : undefined)

function openFindingsIn(db: Reader, roundId: number, whole: boolean): number {
  const open = and(findingsOf(roundId, whole), notInArray(findings.state, done))
  return db.select({ rows: count() }).from(findings).where(open).get()?.rows ?? 0
}

/** By work: how often it was started on and finished. */
export function visitCounts(db: Reader, roundId: number, workIds: readonly number[]): Map<number, { started: number; finished: number }> {
  const rows = db
    .select({ id: visits.roundWorkId, started: count(), finished: count(visits.finishedAt) })
    .from(visits)
    .where(and(eq(visits.roundId, roundId), inArray(visits.roundWorkId, [...workIds])))
    .groupBy(visits.roundWorkId)
    .all()
  return new Map(rows.flatMap(({ id, ...counts }) => (id === null ? [] : [[id, counts] as const])))
}
