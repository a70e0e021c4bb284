import { and, eq, inArray, isNotNull, not } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import type { DrawFile } from '../../domain/draw'
import { drawFileText } from '../../domain/draw-file'
import { allow, found } from '../../domain/errors'
import { canKeepRounds, canListRounds } from '../../domain/policy'
import { takesWorks } from '../../domain/round-rules'
import { orm, type Reader } from '../client'
import { drawsOf, isListSealed, type RoundDraw } from '../inspection/round-draws'
import { draws, projectList, rounds } from '../schema'
import { type Person, peopleOf } from './people'
import { type RoundRow, wholeRound } from './round-access'
import { poolSizes } from './round-candidates'

/** What was frozen, without the candidates and without the seed. */
export type FrozenDraw = Omit<
  DrawFile,
  'seed' | 'candidates' | 'drawn' | 'version' | 'title' | 'round' | 'n' | 'reason' | 'seedHash' | 'seedCommittedAt'
>
export type DrawView = {
  id: number
  /** The round that drew: this one, or one that was given up before it. */
  roundId: number
  abandoned: RoundDraw['abandoned']
  position: number
  reason: string | null
  seedHash: string
  committedAt: Instant
  committedBy: Person | null
  frozen: (FrozenDraw & { candidates: number; strata: { name: string; works: number; drawn: number }[] }) | null
  drawnAt: Instant | null
  drawnBy: Person | null
  /** Told to nobody before the draw, the supervisors included. */
  seed: string | null
  drawn: { code: string; name: string }[]
  /** Drawn works that were taken out of the list again. */
  removed: { code: string; name: string; reason: string }[]
}

/** Every draw that led to a round's list, also that of a round which was given up; for readers of the list. */
export function drawViews(actor: UserActor, roundId: number): DrawView[] {
  const db = orm()
  return viewsOf(db, wholeRound(db, actor, roundId))
}

function viewsOf(db: Reader, round: RoundRow): DrawView[] {
  const rows = drawsOf(db, round)
  const codes = rows.flatMap(({ file, removed }) => [...(file?.drawn ?? []), ...(removed ?? []).map(({ code }) => code)])
  const names = namesOf(db, codes)
  const people = peopleOf(
    db,
    rows.flatMap(({ committedBy, drawnBy }) => [committedBy, drawnBy]),
  )
  return rows.map((row) => ({
    ...saidOf(row, names),
    committedBy: people.get(row.committedBy) ?? null,
    drawnBy: people.get(row.drawnBy ?? 0) ?? null,
  }))
}

type Names = ReadonlyMap<string, string>

function saidOf(row: RoundDraw, names: Names): Omit<DrawView, 'committedBy' | 'drawnBy'> {
  const { id, roundId, position, reason, seedHash, committedAt, drawnAt, abandoned, file, seed, removed } = row
  const named = (code: string) => ({ code, name: names.get(code) ?? code })
  return {
    ...{ id, roundId, position, reason, seedHash, committedAt, drawnAt, abandoned },
    frozen: file && frozenPart(file),
    seed: drawnAt === null ? null : seed,
    drawn: drawnAt === null ? [] : (file?.drawn ?? []).map(named),
    removed: (removed ?? []).map(({ code, reason: why }) => ({ ...named(code), reason: why })),
  }
}

function frozenPart({
  publicValue,
  publicSource,
  headSeq,
  frozenAt,
  stratify,
  weighted,
  atLeastOne,
  count,
  listHash,
  candidates,
  drawn,
}: DrawFile) {
  const winners = new Set(drawn)
  const strata = new Map<string, { works: number; drawn: number }>()
  for (const { code, stratum } of candidates) {
    const { works, drawn: before } = strata.get(stratum) ?? { works: 0, drawn: 0 }
    strata.set(stratum, { works: works + 1, drawn: before + Number(winners.has(code)) })
  }
  return {
    ...{ publicValue, publicSource, headSeq, frozenAt, stratify, weighted, atLeastOne, count, listHash },
    candidates: candidates.length,
    strata: [...strata].map(([name, counts]) => ({ name, ...counts })),
  }
}

function namesOf(db: Reader, codes: string[]): Map<string, string> {
  const { code, name } = projectList
  return new Map(
    db
      .select({ code, name })
      .from(projectList)
      .where(inArray(code, codes))
      .all()
      .map((row) => [row.code, row.name]),
  )
}

export type DrawDesk = { round: RoundRow; draws: DrawView[]; mayDraw: boolean; pools: { rest: number; all: number } | null }

/** The page of the draws: what may be done now, and how many works each pool holds. */
export function drawDesk(actor: UserActor, roundId: number): DrawDesk {
  const db = orm()
  const round = wholeRound(db, actor, roundId)
  const mayDraw = canKeepRounds(actor) && takesWorks(round)
  return { round, draws: viewsOf(db, round), mayDraw, pools: mayDraw ? poolSizes(db, roundId) : null }
}

/** The exported file, as anybody can repeat it; only once drawn, and of a round that was given up once the next one is open. */
export function drawnFile(actor: UserActor, roundId: number, position: number): { name: string; text: string } {
  const db = orm()
  allow(canListRounds(actor))
  const sealed = canKeepRounds(actor) ? undefined : not(isListSealed())
  const row = db
    .select({ file: draws.file, quarter: rounds.quarter })
    .from(draws)
    .innerJoin(rounds, eq(rounds.id, draws.roundId))
    .where(and(eq(draws.roundId, roundId), eq(draws.position, position), isNotNull(draws.drawnAt), sealed))
    .get()
  const { file, quarter } = found(row)
  return { name: `draw-${quarter}-${roundId}-${position}.json`, text: drawFileText(found(file)) }
}
