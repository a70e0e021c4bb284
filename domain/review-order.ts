import { type Day, daysBetween, type Instant, shanghaiDay } from './calendar'
import type { LightLevel } from './light'

/** Everything that waits for a second person, in one list. */
export const reviewKinds = [
  'update',
  'fact-sheet',
  'annual-plan',
  'milestone-date',
  'output',
  'statistics',
  'funds',
  'statistics-investment',
] as const
export type ReviewKind = (typeof reviewKinds)[number]

export type Waiting = { kind: ReviewKind; id: number; submittedAt: Instant; lightLevel: LightLevel }

/** A red light counts as three days of waiting, a yellow one as one: the oldest and most at risk come first. */
const headStart: Record<LightLevel, number> = { red: 3, yellow: 1, green: 0, none: 0 }

export const urgency = ({ submittedAt, lightLevel }: Waiting, today: Day): number =>
  daysBetween(shanghaiDay(submittedAt), today) + headStart[lightLevel]

export function byUrgency<Row extends Waiting>(rows: readonly Row[], today: Day): Row[] {
  return rows.toSorted((a, b) => urgency(b, today) - urgency(a, today) || a.submittedAt.localeCompare(b.submittedAt) || a.id - b.id)
}

/** `update:12`: how an address and a form name one. */
export const reviewRef = ({ kind, id }: { kind: ReviewKind; id: number }): string => `${kind}:${id}`

export function parseReviewRef(text: string | null): { kind: ReviewKind; id: number } | null {
  const [, name, digits] = /^([a-z-]{4,24}):(\d{1,9})$/.exec(text ?? '') ?? []
  const kind = reviewKinds.find((known) => known === name)
  return kind && Number(digits) > 0 ? { kind, id: Number(digits) } : null
}
