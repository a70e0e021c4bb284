import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { type DrawFile, draw, drawVersion, listHash, mostTickets, seedHash, ticketsOf } from '../../domain/draw'
import { drawCandidates } from '../../domain/draw-candidates'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { canKeepRounds } from '../../domain/policy'
import type { DrawCommit, DrawFreeze, DrawRun } from '../../domain/round-input'
import { takesWorks } from '../../domain/round-rules'
import type { Tx } from '../client'
import { chainHead, recordEvent } from '../events'
import { randomHex, sha256 } from '../hash'
import { changeRound } from '../inspection/round-change'
import { type DrawRow, drawPositions } from '../inspection/round-draws'
import { addWorks, stateWithWorks } from '../inspection/round-list'
import { type RoundRow, roundById } from '../queries/round-access'
import { listedCodes, drawWorks as worksToDraw } from '../queries/round-candidates'
import { submitter } from '../review'
import { draws, projects } from '../schema'
import { write } from '../write'

/**
 * First the seed, before anybody knows the list: the system makes it, and only its hash is said. Draws of rounds that were given up count:
 * the next one goes on from them and says why. Returns the draw's id.
 */
export function commitDraw(ctx: Ctx, input: DrawCommit): number {
  return write(ctx, 'commitDraw', input, (tx) => {
    allow(canKeepRounds(ctx.actor))
    const round = roundTakingWorks(tx, input.id)
    const before = drawPositions(tx, round)
    if (before.some(({ roundId, drawnAt }) => roundId === round.id && drawnAt === null)) refuse('draw-open')
    if (before.length > 0 && input.reason === null) refuseField('reason', 'needs-reason')
    const seed = randomHex(32)
    const position = 1 + Math.max(0, ...before.map((one) => one.position))
    const reason = before.length > 0 ? input.reason : null
    const said = { position, reason, seedHash: seedHash(seed) }
    const row = { ...said, roundId: round.id, seed, committedBy: submitter(ctx), committedAt: ctx.at }
    const { id } = tx.insert(draws).values(row).returning({ id: draws.id }).get()
    recordEvent(tx, ctx, { action: 'round.draw-committed', subject: `round:${round.id}`, body: said })
    return id
  })
}

/** Then the list, with a public value that nobody chose: by default the head of the event chain at this moment. */
export function freezeDraw(ctx: Ctx, input: DrawFreeze): void {
  write(ctx, 'freezeDraw', input, (tx) => {
    const { row, round } = drawToMove(tx, ctx, input.id)
    if (row.frozenAt !== null) refuse('draw-not-there')
    const listed = input.pool === 'rest' ? listedCodes(tx, round.id) : new Set<string>()
    const candidates = drawCandidates(worksToDraw(tx, ctx.today, listed), input.stratify, input.weighted)
    if (candidates.length === 0) refuse('nothing-to-add')
    if (ticketsOf(candidates) > mostTickets) refuseField('pool', 'tickets-too-many', { max: mostTickets })
    if (input.count > candidates.length) refuseField('count', 'too-large', { max: candidates.length })
    const { stratify, weighted, atLeastOne, count } = input
    const frozen = { listHash: listHash(candidates, sha256), ...publicValue(tx, input), stratify, weighted, atLeastOne, count, candidates }
    const file: DrawFile = { ...identityOf(row, round), ...frozen, frozenAt: ctx.at, drawn: [] }
    tx.update(draws).set({ stratify, frozenAt: ctx.at, listHash: frozen.listHash, file }).where(eq(draws.id, row.id)).run()
    const body = { draw: row.position, version: drawVersion, pool: input.pool, ...frozen }
    recordEvent(tx, ctx, { action: 'round.draw-frozen', subject: `round:${round.id}`, body })
  })
}

function publicValue(tx: Tx, input: DrawFreeze): Pick<DrawFile, 'publicValue' | 'publicSource' | 'headSeq'> {
  const { seq, hash } = chainHead(tx)
  const [value, source] = [input.publicValue, input.publicSource]
  if (value === null) return { publicValue: hash, publicSource: 'chain-head', headSeq: seq }
  if (source === null || source === 'chain-head') refuseField('publicSource', 'draw-needs-source')
  for (const [field, text] of Object.entries({ publicValue: value, publicSource: source }))
    if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text)) refuseField(field, 'unprintable')
  return { publicValue: value, publicSource: source, headSeq: seq }
}

const identityOf = ({ position, reason, seed, seedHash: hash, committedAt }: DrawRow, { id, title, quarter }: RoundRow) => ({
  version: drawVersion,
  title,
  /** Under this name its events stand in the log. */
  round: `${quarter} round:${id}`,
  n: position,
  reason,
  seed,
  seedHash: hash,
  seedCommittedAt: committedAt,
})

/** Last the draw itself: anybody can repeat it from the file. The works come into the list; the ones drawn before stay. */
export function drawWorks(ctx: Ctx, input: DrawRun): string[] {
  return write(ctx, 'drawWorks', input, (tx) => {
    const { row, round } = drawToMove(tx, ctx, input.id)
    const frozen = row.file ?? refuse('draw-not-there')
    const drawn = draw(frozen, sha256)
    const once = and(eq(draws.id, row.id), isNull(draws.drawnAt))
    tx.update(draws)
      .set({ drawnBy: submitter(ctx), drawnAt: ctx.at, file: { ...frozen, drawn } })
      .where(once)
      .run()
    addWorks(
      tx,
      round,
      idsOf(tx, drawn).map((projectId) => ({ projectId, route: 'draw', drawId: row.id })),
    )
    const body = { draw: row.position, seed: row.seed, drawn }
    changeRound(tx, ctx, round, { columns: { state: stateWithWorks(round) }, action: 'round.drawn', body })
    return drawn
  })
}

function idsOf(tx: Tx, codes: readonly string[]): number[] {
  const { id, code } = projects
  const rows = tx
    .select({ id, code })
    .from(projects)
    .where(inArray(code, [...codes]))
    .all()
  const byCode = new Map(rows.map((row) => [row.code, row.id]))
  return codes.map((one) => found(byCode.get(one)))
}

function roundTakingWorks(tx: Tx, id: number): RoundRow {
  const round = roundById(tx, id)
  if (!takesWorks(round)) refuse('round-not-there', {}, { state: round.state })
  return round
}

/** A draw that is not finished. */
function drawToMove(tx: Tx, ctx: Ctx, id: number): { row: DrawRow; round: RoundRow } {
  allow(canKeepRounds(ctx.actor))
  const row = found(tx.select().from(draws).where(eq(draws.id, id)).get())
  if (row.drawnAt !== null) refuse('draw-not-there')
  return { row, round: roundTakingWorks(tx, row.roundId) }
}
