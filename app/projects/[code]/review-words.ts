import type { People } from '../../../db/queries/people'
import { type Instant, shanghaiDay } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import type { ReviewStatus } from '../../../domain/review-workflow'

/** A row that one person submitted and another decides. */
export type Reviewed = {
  status: ReviewStatus
  submittedBy: number
  submittedAt: Instant
  decidedBy: number | null
  decidedAt: Instant | null
  decisionReason: string | null
}

export function someone(people: People, id: number | null, t: Messages): string {
  const person = id === null ? undefined : people.get(id)
  return person ? fill(t.project.someone, person) : t.common.unknown
}

export function submittedWords(row: Reviewed, people: People, t: Messages): string {
  return fill(t.project.submittedBy, { who: someone(people, row.submittedBy, t), day: shanghaiDay(row.submittedAt) })
}

export function decidedWords(row: Reviewed, people: People, t: Messages): string {
  const words = t.project
  const who = someone(people, row.decidedBy, t)
  const day = row.decidedAt === null ? '' : shanghaiDay(row.decidedAt)
  if (row.status === 'approved') return fill(words.approvedBy, { who, day })
  if (row.status === 'returned') return fill(words.returnedBy, { who, day, reason: row.decisionReason ?? '' })
  return row.status === 'withdrawn' ? fill(words.withdrawnBy, { day }) : words.waiting
}

/** Who submitted, who decided, in one line. */
export const reviewWords = (row: Reviewed, people: People, t: Messages): string =>
  `${submittedWords(row, people, t)} · ${decidedWords(row, people, t)}`
