import type { Candidate } from './draw'
import type { StrataKind } from './inspection'

/** Who was not inspected for a year has this many tickets, the others one. */
export const restedTickets = 3

/** A work that may be drawn, with the names (Chinese, as printed in the exported file) of what a draw can be stratified by. */
export type DrawWork = { code: string; inspected: boolean } & Record<Exclude<StrataKind, 'none'>, string | null>

const line = (text: string): string =>
  Array.from(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' '))
    .slice(0, 200)
    .join('')

export function drawCandidates(works: readonly DrawWork[], stratify: StrataKind, weighted: boolean): Candidate[] {
  return works.map((work) => ({
    code: work.code,
    stratum: stratify === 'none' ? '' : line(work[stratify] ?? ''),
    tickets: weighted && !work.inspected ? restedTickets : 1,
  }))
}
