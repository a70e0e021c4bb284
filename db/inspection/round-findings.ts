import { and, asc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type FindingState, findingStates, isFindingDone } from '../../domain/finding-workflow'
import type { RoundState } from '../../domain/inspection'
import type { Reader } from '../client'
import type { RoundRow } from '../queries/round-access'
import { findings, rounds } from '../schema'

const done: FindingState[] = findingStates.filter(isFindingDone)
const open = notInArray(findings.state, done)

type Placed = { id: number; quarter: string }
/** Rounds follow each other by quarter, within one by when they were made. */
export const isLater = (a: Placed, b: Placed): boolean => a.quarter > b.quarter || (a.quarter === b.quarter && a.id > b.id)

/** Numbers of the findings that keep a round from closing: in its hands, not done, and not passed on to a later round that lives. */
export function findingsLeftBy(db: Reader, round: RoundRow): string[] {
  const target = alias(rounds, 'target')
  const rows = db
    .select({ number: findings.number, target: { id: target.id, quarter: target.quarter, state: target.state } })
    .from(findings)
    .leftJoin(target, eq(target.id, findings.carriedToId))
    .where(and(open, or(eq(findings.roundId, round.id), eq(findings.carriedToId, round.id))))
    .orderBy(asc(findings.id))
    .all()
  const isPassedOn = ({ target: to }: (typeof rows)[number]): boolean =>
    to !== null && to.id !== round.id && to.state !== 'abandoned' && isLater(to, round)
  return rows.filter((row) => !isPassedOn(row)).map(({ number }) => number)
}

/** States in which a round has given up looking for itself: what it left open may be taken along by a later one. */
const leaving: RoundState[] = ['visits-ended', 'bulletin-issued', 'rectifying', 'closed', 'abandoned']

/** What earlier rounds left open and no other living round has taken. */
export function findingsLeftBefore(db: Reader, round: RoundRow): (typeof findings.$inferSelect)[] {
  const origin = alias(rounds, 'origin')
  const holder = alias(rounds, 'holder')
  return db
    .select({ finding: findings, origin: { id: origin.id, quarter: origin.quarter } })
    .from(findings)
    .innerJoin(origin, eq(origin.id, findings.roundId))
    .leftJoin(holder, eq(holder.id, findings.carriedToId))
    .where(and(open, or(and(isNull(holder.id), inArray(origin.state, leaving)), inArray(holder.state, leaving))))
    .orderBy(asc(findings.id))
    .all()
    .filter(({ finding, origin: from }) => isLater(round, from) && finding.carriedToId !== round.id)
    .map(({ finding }) => finding)
}
