import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, refuse, refuseField } from '../../domain/errors'
import type { EventAction } from '../../domain/events'
import { nextRoundState } from '../../domain/inspection'
import { canKeepRounds } from '../../domain/policy'
import type { NewRound, RoundAbandoning, RoundEdit, RoundMove } from '../../domain/round-input'
import { takesWords } from '../../domain/round-rules'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { sparseId } from '../hash'
import { changeRound, daysInOrder, roundToChange } from '../inspection/round-change'
import { findingsLeftBy } from '../inspection/round-findings'
import type { RoundRow } from '../queries/round-access'
import { submitter } from '../review'
import { rounds } from '../schema'
import { write } from '../write'

/** One quarterly round a quarter; the other kinds as often as needed. Returns its id. */
export function createRound(ctx: Ctx, input: NewRound): number {
  return write(ctx, 'createRound', input, (tx) => {
    allow(canKeepRounds(ctx.actor))
    const { announcement, ...said } = input
    if (said.kind === 'quarterly' && hasQuarterly(tx, said.quarter)) refuseField('quarter', 'quarterly-exists')
    daysInOrder(said)
    const announced = announcement === 'announced'
    const row = { id: sparseId(), ...said, announced, state: 'drafted' as const, createdBy: submitter(ctx), createdAt: ctx.at }
    const { id } = tx.insert(rounds).values(row).returning({ id: rounds.id }).get()
    recordEvent(tx, ctx, { action: 'round.created', subject: `round:${id}`, body: { ...said, announced } })
    return id
  })
}

function hasQuarterly(tx: Tx, quarter: string): boolean {
  const alive = and(eq(rounds.kind, 'quarterly'), eq(rounds.quarter, quarter), ne(rounds.state, 'abandoned'))
  return tx.select({ id: rounds.id }).from(rounds).where(alive).get() !== undefined
}

export function editRound(ctx: Ctx, input: RoundEdit): void {
  write(ctx, 'editRound', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesWords)
    daysInOrder(input)
    const after = wordsOf(input)
    changeRound(tx, ctx, round, { columns: after, action: 'round.edited', body: { before: wordsOf(round), after } })
  })
}

type Words = Pick<RoundRow, 'title' | 'fromDay' | 'toDay' | 'scopeWords' | 'requirements'>
const wordsOf = ({ title, fromDay, toDay, scopeWords, requirements }: Words): Words => ({ title, fromDay, toDay, scopeWords, requirements })

const moved: Record<RoundMove['step'], EventAction> = {
  begin: 'round.begun',
  end: 'round.visits-ended',
  rectify: 'round.rectifying',
  close: 'round.closed',
}

/** The steps taken by hand. An unannounced round begins with its first visit only: nothing else may open it. */
export function moveRound(ctx: Ctx, input: RoundMove): void {
  write(ctx, 'moveRound', input, (tx) => {
    const round = roundToChange(tx, ctx, input)
    const state = nextRoundState(round, input.step)
    if (input.step === 'begin' && !round.announced) refuse('round-not-there', {}, { state: round.state })
    if (input.step === 'close') refuseFindingsLeft(tx, round)
    const columns = { state, ...(input.step === 'end' ? opened(ctx, round) : {}) }
    changeRound(tx, ctx, round, { columns, action: moved[input.step], body: { before: { state: round.state }, after: { state } } })
  })
}

/** Once visits are ended there is nothing left to surprise anybody with. */
const opened = (ctx: Ctx, { openedAt, listOpenedAt }: RoundRow) => ({ openedAt: openedAt ?? ctx.at, listOpenedAt: listOpenedAt ?? ctx.at })

/** Every finding closed, or carried into a later round that is named. */
function refuseFindingsLeft(tx: Tx, round: RoundRow): void {
  const left = findingsLeftBy(tx, round)
  if (left.length > 0) refuse('findings-left', { numbers: left.slice(0, 20).join(', ') })
}

/** Its quarter is free again; what was sealed stays sealed until the next round opens its list, which may be the same. */
export function abandonRound(ctx: Ctx, input: RoundAbandoning): void {
  write(ctx, 'abandonRound', input, (tx) => {
    const round = roundToChange(tx, ctx, input)
    const state = nextRoundState(round, 'abandon')
    const columns = { state, abandonReason: input.reason }
    const body = { before: { state: round.state }, after: { state, reason: input.reason } }
    changeRound(tx, ctx, round, { columns, action: 'round.abandoned', body })
  })
}
