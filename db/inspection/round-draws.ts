import { and, asc, eq, exists, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { orm, type Reader } from '../client'
import type { RoundRow } from '../queries/round-access'
import { draws, events, rounds } from '../schema'

export type DrawRow = typeof draws.$inferSelect
/** `abandoned` = the round that drew and was given up; null = the round's own draw. */
export type RoundDraw = DrawRow & { abandoned: { id: number; title: string; reason: string | null } | null }

/** When a round was given up, as its event says. */
const abandonedAt = sql`(select max(${events.at}) from ${events} where ${events.subject} = 'round:' || ${rounds.id} and ${events.action} = 'round.abandoned')`

/**
 * The round, and those of its quarter and kind that were given up before its list was open: whoever does not like a draw, gives up the round
 * and makes it anew has drawn twice all the same.
 */
function roundsBehind({ id, quarter, kind, listOpenedAt }: RoundRow): SQL | undefined {
  const before = listOpenedAt === null ? undefined : sql`${abandonedAt} <= ${listOpenedAt}`
  return or(eq(rounds.id, id), and(eq(rounds.quarter, quarter), eq(rounds.kind, kind), eq(rounds.state, 'abandoned'), before))
}

/** Every draw that led to a round's list, in the order of their seeds: its own, and those of the rounds given up before it. */
export function drawsOf(db: Reader, round: RoundRow): RoundDraw[] {
  return db
    .select({ draw: draws, from: { id: rounds.id, title: rounds.title, reason: rounds.abandonReason } })
    .from(draws)
    .innerJoin(rounds, eq(rounds.id, draws.roundId))
    .where(roundsBehind(round))
    .orderBy(asc(draws.id))
    .all()
    .map(({ draw, from }) => ({ ...draw, abandoned: from.id === round.id ? null : from }))
}

/** The same without what was drawn. */
export function drawPositions(db: Reader, round: RoundRow): Pick<DrawRow, 'roundId' | 'position' | 'drawnAt'>[] {
  const { roundId, position, drawnAt } = draws
  return db.select({ roundId, position, drawnAt }).from(draws).innerJoin(rounds, eq(rounds.id, roundId)).where(roundsBehind(round)).all()
}

/** A round that was given up and whose list nobody can use any more: one of its quarter and kind has its own open since. */
function isPassedOn(): SQL {
  const next = alias(rounds, 'next')
  const opened = and(
    eq(next.quarter, rounds.quarter),
    eq(next.kind, rounds.kind),
    ne(next.id, rounds.id),
    sql`${abandonedAt} <= ${next.listOpenedAt}`,
  )
  return exists(orm().select({ id: next.id }).from(next).where(opened))
}

/** Rounds whose list is the supervisors' alone. One that was given up stays sealed until the next one opens: it may use the same list. */
export const isListSealed = (): SQL => sql`(${isNull(rounds.listOpenedAt)} and not (${eq(rounds.state, 'abandoned')} and ${isPassedOn()}))`
