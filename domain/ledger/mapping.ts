import type { LedgerField } from './fields'
import { plain } from './plain'
import type { ColumnGuess, LedgerColumn } from './shapes'

/** What a sender's heads were taken for last time: head → field, null = left out on purpose. */
export type RememberedHeads = Readonly<Record<string, LedgerField | null>>
export type ProposedMapping = Readonly<Record<number, { field: LedgerField; sure: boolean; remembered: boolean }>>

/** How a head is remembered: the same words in other spaces and brackets are the same head; its year is not part of it. */
export const headKey = (head: string): string =>
  plain(head)
    .replace(/20\d{2}(?=年)/g, '')
    .slice(0, 120)

type Proposal = { column: number; field: LedgerField; sure: boolean; remembered: boolean; rank: number }

/**
 * Which column is proposed for which field: what was decided before wins, then what the head says plainly.
 * Of two columns for one field the doubtful one is left open; two that say it equally plainly are both left open.
 */
export function proposeMapping(columns: readonly LedgerColumn[], remembered: RememberedHeads = {}): ProposedMapping {
  const proposals = columns.flatMap((column) => proposalOf(column, remembered))
  const kept = proposals.filter((proposal) => {
    const rivals = proposals.filter((other) => other !== proposal && other.field === proposal.field)
    return rivals.every((rival) => rival.rank < proposal.rank)
  })
  return Object.fromEntries(kept.map(({ column, field, sure, remembered: known }) => [column, { field, sure, remembered: known }]))
}

function proposalOf({ column, head, guess, hidden }: LedgerColumn, remembered: RememberedHeads): Proposal[] {
  const key = headKey(head)
  const known = Object.hasOwn(remembered, key) ? remembered[key] : undefined
  if (known === null) return []
  if (known !== undefined) return [{ column, field: known, sure: true, remembered: true, rank: 4 }]
  return guess === null ? [] : [{ column, field: guess.field, sure: guess.sure, remembered: false, rank: rankOf(guess, hidden) }]
}

/** A hidden column gives way to one that people see. */
const rankOf = ({ sure }: ColumnGuess, hidden: boolean): number => (sure ? 2 : 0) + (hidden ? 0 : 1)
