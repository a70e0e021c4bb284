import { and, asc, eq, inArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import type { DrawFile } from '../../domain/draw'
import { drawFileText } from '../../domain/draw-file'
import { found } from '../../domain/errors'
import { canKeepRounds } from '../../domain/policy'
import { takesWorks } from '../../domain/round-rules'
import { orm, type Reader } from '../client'
import { draws, projectList } from '../schema'
import { type Person, peopleOf } from './people'
import { type RoundRow, wholeRound } from './round-access'
import { drawWorks, listedCodes } from './round-candidates'

/** What was frozen, without the candidates and without the seed. */
export type FrozenDraw = Omit<
  DrawFile,
  'seed' | 'candidates' | 'drawn' | 'version' | 'title' | 'round' | 'n' | 'reason' | 'seedHash' | 'seedCommittedAt'
>
export type DrawView = {
  id: number
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
}
type DrawRow = typeof draws.$inferSelect

/** Every draw of a round, the first one too when there was a second; for readers of its list. */
export function drawViews(actor: UserActor, roundId: number): DrawView[] {
  const db = orm()
  wholeRound(db, actor, roundId)
  const rows = db.select().from(draws).where(eq(draws.roundId, roundId)).orderBy(asc(draws.position)).all()
  const names = namesOf(
    db,
    rows.flatMap(({ file }) => file?.drawn ?? []),
  )
  const people = peopleOf(
    db,
    rows.flatMap(({ committedBy, drawnBy }) => [committedBy, drawnBy]),
  )
  return rows.map((row) => ({
    ...{
      id: row.id,
      position: row.position,
      reason: row.reason,
      seedHash: row.seedHash,
      committedAt: row.committedAt,
      drawnAt: row.drawnAt,
    },
    committedBy: people.get(row.committedBy) ?? null,
    drawnBy: people.get(row.drawnBy ?? 0) ?? null,
    frozen: row.file && frozenPart(row.file),
    seed: row.drawnAt === null ? null : row.seed,
    drawn: row.drawnAt === null ? [] : drawnOf(row, names),
  }))
}

const drawnOf = ({ file }: DrawRow, names: ReadonlyMap<string, string>) =>
  (file?.drawn ?? []).map((code) => ({ code, name: names.get(code) ?? code }))

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
  const strata = new Map<string, { works: number; drawn: number }>()
  for (const { code, stratum } of candidates) {
    const { works, drawn: before } = strata.get(stratum) ?? { works: 0, drawn: 0 }
    strata.set(stratum, { works: works + 1, drawn: before + Number(drawn.includes(code)) })
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
export function drawDesk(actor: UserActor, roundId: number, today: Day): DrawDesk {
  const db = orm()
  const round = wholeRound(db, actor, roundId)
  const mayDraw = canKeepRounds(actor) && takesWorks(round)
  const pool = (except: ReadonlySet<string>): number => drawWorks(db, today, except).length
  const pools = mayDraw ? { rest: pool(listedCodes(db, roundId)), all: pool(new Set()) } : null
  return { round, draws: drawViews(actor, roundId), mayDraw, pools }
}

/** The exported file, as anybody can repeat it; only once drawn. */
export function drawnFile(actor: UserActor, roundId: number, position: number): { name: string; text: string } {
  const db = orm()
  const round = wholeRound(db, actor, roundId)
  const row = db
    .select()
    .from(draws)
    .where(and(eq(draws.roundId, roundId), eq(draws.position, position)))
    .get()
  const { file, drawnAt } = found(row)
  found(drawnAt)
  return { name: `draw-${round.quarter}-${roundId}-${position}.json`, text: drawFileText(found(file)) }
}
