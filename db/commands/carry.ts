import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { refuse, refuseField } from '../../domain/errors'
import type { CarryInput } from '../../domain/round-input'
import { takesWorks } from '../../domain/round-rules'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { addStep } from '../inspection/finding-steps'
import { changeRound, roundToChange } from '../inspection/round-change'
import { findingsLeftBefore } from '../inspection/round-findings'
import { addWorks, stateWithWorks } from '../inspection/round-list'
import type { RoundRow } from '../queries/round-access'
import { findings } from '../schema'
import { write } from '../write'

type Finding = typeof findings.$inferSelect

/** Takes along what earlier rounds left open; their works come into the list. Deadlines and the clock's history stay. Returns how many. */
export function carryOver(ctx: Ctx, input: CarryInput): number {
  return write(ctx, 'carryOver', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesWorks)
    if (input.findings.length === 0) refuseField('findings', 'required')
    const left = findingsLeftBefore(tx, round).filter(({ id }) => input.findings.includes(id))
    if (left.length < new Set(input.findings).size) refuse('not-found')
    for (const finding of left) carry(tx, ctx, round, finding)
    const works = left.flatMap(({ projectId }) => (projectId === null ? [] : [{ projectId, route: 'carried' as const }]))
    const added = addWorks(tx, round, works)
    const state = works.length > 0 ? stateWithWorks(round) : round.state
    const body = { carried: left.map(({ number }) => number), added }
    changeRound(tx, ctx, round, { columns: { state }, action: 'round.scoped', body })
    return left.length
  })
}

/** The step that the unit may read names a sealed round to nobody; the version, by which a unit could tell, stays. */
function carry(tx: Tx, ctx: Ctx, round: RoundRow, { id, number, state, carriedToId, roundId }: Finding): void {
  tx.update(findings).set({ carriedToId: round.id }).where(eq(findings.id, id)).run()
  addStep(tx, ctx, id, { step: 'carry', from: state, to: state, words: round.openedAt === null ? null : round.title })
  const body = { round: round.id, before: { round: carriedToId ?? roundId }, after: { round: round.id } }
  recordEvent(tx, ctx, { action: 'finding.carried', subject: `finding:${number}`, body })
}
