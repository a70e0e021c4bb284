import { refuse } from './errors'

export const reviewStatuses = ['submitted', 'approved', 'returned', 'withdrawn'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

/** Draft rows live apart, in `drafts`; returned and withdrawn are final, the next try is a new row that names this one. */
const transitions = {
  approve: { from: 'submitted', to: 'approved' },
  return: { from: 'submitted', to: 'returned' },
  withdraw: { from: 'submitted', to: 'withdrawn' },
} as const satisfies Record<string, { from: ReviewStatus; to: ReviewStatus }>

export type ReviewStep = keyof typeof transitions

/** What a step leads to; refused (with the decision already taken) from any other state. */
export function nextStatus(
  row: { status: ReviewStatus; decidedBy?: number | null; decidedAt?: string | null },
  step: ReviewStep,
): ReviewStatus {
  const { from, to } = transitions[step]
  if (row.status !== from) {
    refuse(
      'already-decided',
      { status: row.status },
      { status: row.status, decidedBy: row.decidedBy ?? null, decidedAt: row.decidedAt ?? null },
    )
  }
  return to
}
