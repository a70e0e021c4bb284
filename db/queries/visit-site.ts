import { and, asc, desc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { found, refuse } from '../../domain/errors'
import type { RoundState } from '../../domain/inspection'
import { canReadRound, canReadVisit, canSignSummary, isOwn } from '../../domain/policy'
import { type ComparedFigure, compareVisits } from '../../domain/visit-compare'
import { isCounting } from '../../domain/visit-standing'
import { orm, type Reader } from '../client'
import { findings, ratings, roundWorks, visitSummaries, visits } from '../schema'
import { type Person, peopleOf } from './people'
import { type RatingItem, ratingItems } from './ratings'
import { readableWork } from './readable-work'
import { type RoundRow, roundById } from './round-access'
import { type RoundHead, roundHead, type Visit, visitOf } from './visit'
import { type FoundThere, findingsWhere } from './visit-findings'
import { leaderIds } from './visit-leaders'
import { type FigureNames, figureNames, linesOf } from './visit-lines'
import type { Work } from './work'

export type Summary = { id: number; words: string; why: string | null; by: Person | null; on: Day }

/** All visits to one work in one round, side by side; `compared` = the figures of those that count, in the order of `counting`. */
export type SiteVisits = {
  code: string
  work: string
  round: RoundHead & { state: RoundState }
  roundWorkId: number
  visits: Visit[]
  counting: number[]
  compared: ComparedFigure[]
  names: FigureNames
  findings: FoundThere[]
  /** Newest first: the first one stands, the others stay. */
  summaries: Summary[]
  /** Newest first. */
  ratings: RatingItem[]
  maySign: boolean
  /** May anybody see the round's own page, for the way back. */
  readsRound: boolean
}

export function siteVisits(actor: UserActor, roundId: number, code: string): SiteVisits {
  const db = orm()
  const work = readableWork(db, actor, code)
  const { round, site } = readableSite(db, actor, roundId, work)
  const shown = visitsThere(db, actor, site.id, work)
  const counting = shown.filter((visit) => visit.counts)
  return {
    ...{ code, work: work.name, roundWorkId: site.id, names: figureNames(db, work.id), visits: shown },
    round: { ...roundHead(round), state: round.state },
    counting: counting.map(({ id }) => id),
    compared: compareVisits(counting.map(({ lines }) => lines)),
    findings: findingsWhere(db, actor, and(eq(findings.roundId, roundId), eq(findings.projectId, work.id))),
    summaries: summariesOf(db, site.id),
    ratings: ratingItems(work, actor, eq(ratings.roundWorkId, site.id)),
    maySign: counting.length > 0 && isOpen(round) && canSignSummary(actor, leaderIds(db, site)),
    readsRound: canReadRound(actor, { open: round.openedAt !== null }),
  }
}

const isOpen = ({ state }: RoundRow): boolean => state !== 'closed' && state !== 'abandoned'

type Site = typeof roundWorks.$inferSelect

/** A site that is still sealed does not exist but for the supervisors. */
function readableSite(db: Reader, reader: UserActor, roundId: number, work: Work): { round: RoundRow; site: Site } {
  const round = roundById(db, roundId)
  const inList = and(eq(roundWorks.roundId, roundId), eq(roundWorks.projectId, work.id))
  const site = found(db.select().from(roundWorks).where(inList).get())
  const open = round.listOpenedAt !== null || site.openedAt !== null
  if (!canReadRound(reader, { open }) && !(open && isOwn(reader, work))) refuse('not-found')
  return { round, site }
}

/** The unit finds what counts; whoever reads all works also what waits or was set aside. */
function visitsThere(db: Reader, reader: UserActor, roundWorkId: number, work: Work): Visit[] {
  const rows = db.select().from(visits).where(eq(visits.roundWorkId, roundWorkId)).orderBy(asc(visits.startedAt), asc(visits.id)).all()
  const shown = rows.filter((visit) => canReadVisit(reader, work) && (!isOwn(reader, work) || isCounting(visit)))
  const people = peopleOf(
    db,
    shown.flatMap(({ inspectorId, settledBy }) => [inspectorId, settledBy]),
  )
  const lines = linesOf(
    db,
    shown.map(({ id }) => id),
  )
  return shown.map((visit) => visitOf(visit, reader, people, lines.get(visit.id) ?? []))
}

function summariesOf(db: Reader, roundWorkId: number): Summary[] {
  const rows = db
    .select()
    .from(visitSummaries)
    .where(eq(visitSummaries.roundWorkId, roundWorkId))
    .orderBy(desc(visitSummaries.id))
    .limit(20)
    .all()
  const people = peopleOf(
    db,
    rows.map(({ signedBy }) => signedBy),
  )
  return rows.map(({ id, words, why, signedBy, signedOn }) => ({ id, words, why, by: people.get(signedBy) ?? null, on: signedOn }))
}
