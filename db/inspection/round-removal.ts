import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { refuseField } from '../../domain/errors'
import type { Tx } from '../client'
import { listedCodes } from '../queries/round-candidates'
import { draws, materialReturns, roundWorks, visits } from '../schema'

type Removal = { row: typeof roundWorks.$inferSelect; code: string; reason: string | null; field: string }

/** What was seen, or handed in, stays where it belongs; what was drawn goes with a reason that stays beside the draw. */
export function removeWork(tx: Tx, { row: { id, roundId, projectId }, code, reason, field }: Removal): void {
  const visit = and(eq(visits.roundId, roundId), eq(visits.projectId, projectId))
  const visited = tx.select({ id: visits.id }).from(visits).where(visit).get()
  const given = tx.select({ id: materialReturns.id }).from(materialReturns).where(eq(materialReturns.roundWorkId, id)).get()
  if (visited || given) refuseField(`${field}.remove`, 'work-visited')
  for (const draw of drawsWith(tx, roundId, code)) {
    if (reason === null) refuseField(`${field}.reason`, 'drawn-needs-reason')
    const removed = [...(draw.removed ?? []), { code, reason }]
    tx.update(draws).set({ removed }).where(eq(draws.id, draw.id)).run()
  }
  tx.delete(roundWorks).where(eq(roundWorks.id, id)).run()
}

/** Draws of the round that drew a work, whichever way it came into the list first. */
function drawsWith(tx: Tx, roundId: number, code: string) {
  const drew = sql`exists (select 1 from json_each(${draws.file}, '$.drawn') where value = ${code})`
  return tx
    .select({ id: draws.id, removed: draws.removed })
    .from(draws)
    .where(and(eq(draws.roundId, roundId), drew))
    .all()
}

/** What came back into the list is not out of it; that it was stands in the events. */
export function forgetReturned(tx: Tx, roundId: number): void {
  const own = and(eq(draws.roundId, roundId), isNotNull(draws.removed))
  const shortened = tx.select({ id: draws.id, removed: draws.removed }).from(draws).where(own).all()
  if (shortened.length === 0) return
  const listed = listedCodes(tx, roundId)
  for (const { id, removed } of shortened) {
    const out = (removed ?? []).filter(({ code }) => !listed.has(code))
    tx.update(draws).set({ removed: out }).where(eq(draws.id, id)).run()
  }
}
