import { and, asc, eq, ne } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { FindingSeverity } from '../../domain/finding'
import { type FindingState, isFindingDone } from '../../domain/finding-workflow'
import { takesVisits } from '../../domain/inspection'
import { canKeepRounds } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { findings, organisations, rounds } from '../schema'
import { type ReadRound, type RoundRow, readableRound } from './round-access'
import { type DrawView, drawViews } from './round-draws'
import { sentNotice } from './round-notice'
import { type GroupRow, groupsOf, type MaterialRow, type MemberRow, materialsOf, membersOf } from './round-team'
import { type RoundWorkRow, roundWorkRows } from './round-works'
import { findingsOf, visitedIn, worksIn } from './rounds'

export type RoundFinding = {
  number: string
  facts: string
  severity: FindingSeverity
  state: FindingState
  unit: string | null
  dueOn: Day | null
  carried: boolean
  /** The later round that took it along, once its list is the reader's to know. */
  leftFor: { id: number; title: string } | null
}
export type RoundView = {
  round: RoundRow
  /** False: only works whose visit has begun are shown, and nothing of how the list was made. */
  whole: boolean
  mayKeep: boolean
  mayTakeAlong: boolean
  works: RoundWorkRow[]
  total: number
  visited: number
  groups: GroupRow[]
  members: MemberRow[]
  materials: MaterialRow[]
  draws: DrawView[]
  findings: RoundFinding[]
  notice: ReturnType<typeof sentNotice>
}

/** A round as its reader may know it. */
export function roundView(actor: UserActor, id: number, page: number): RoundView {
  const db = orm()
  const read = readableRound(db, actor, id)
  const { round, whole } = read
  const members = membersOf(db, id)
  return {
    ...{ round, whole, mayKeep: canKeepRounds(actor), mayTakeAlong: mayTakeAlong(actor, round, members) },
    works: roundWorkRows(db, read, page),
    total: worksIn(db, id, whole),
    visited: visitedIn(db, id),
    ...madeFrom(db, actor, read, members),
    findings: findingsIn(db, read, canKeepRounds(actor)),
  }
}

function madeFrom(db: Reader, actor: UserActor, { round, whole }: ReadRound, members: MemberRow[]) {
  if (!whole) return { groups: [], members: [], materials: [], draws: [], notice: null }
  const { id } = round
  return { groups: groupsOf(db, id), members, materials: materialsOf(db, id), draws: drawViews(actor, id), notice: sentNotice(db, id) }
}

/** Supervisors, and in a 联合 round the named members with an account, while visits are taken. */
function mayTakeAlong(actor: UserActor, round: RoundRow, members: readonly MemberRow[]): boolean {
  if (!takesVisits(round)) return false
  return canKeepRounds(actor) || (round.kind === 'joint' && members.some(({ userId }) => userId !== null && isSelf(actor, userId)))
}

const shown = 50

/** Found by this round or carried into it; the open ones first. Who reads rounds reads every finding. */
function findingsIn(db: Reader, { round, whole }: ReadRound, all: boolean): RoundFinding[] {
  const later = { id: rounds.id, title: rounds.title, listOpenedAt: rounds.listOpenedAt }
  const rows = db
    .select({ finding: findings, unit: organisations.name, later })
    .from(findings)
    .leftJoin(organisations, eq(organisations.id, findings.unitId))
    .leftJoin(rounds, and(eq(rounds.id, findings.carriedToId), ne(rounds.id, round.id)))
    .where(findingsOf(round.id, whole))
    .orderBy(asc(findings.id))
    .all()
  return rows
    .map(({ finding: { number, facts, severity, state, dueOn, carriedToId }, unit, later: taken }) => ({
      ...{ number, facts, severity, state, dueOn, unit },
      carried: carriedToId === round.id,
      leftFor: taken && (all || taken.listOpenedAt !== null) ? { id: taken.id, title: taken.title } : null,
    }))
    .toSorted((a, b) => Number(isFindingDone(a.state)) - Number(isFindingDone(b.state)))
    .slice(0, shown)
}
