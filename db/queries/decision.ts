import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { type Day, type Instant, shanghaiDay } from '../../domain/calendar'
import type { DecisionLine, EarlierTry, Effect } from '../../domain/decision'
import type { Light } from '../../domain/light'
import type { ReviewKind } from '../../domain/review-order'
import type { ReviewStatus } from '../../domain/review-workflow'
import type { Reader } from '../client'
import { type Imported, ownImport } from '../imports/writers'
import { nameOn } from '../registers/names'
import { organisations, projectList, users } from '../schema'
import type { EvidenceItem } from './evidence'
import type { About } from './review-queue'

export type Person = { name: string; organisation: string }

/** One thing that was submitted, with all a second person needs to decide on it. */
export type Decision = {
  kind: ReviewKind
  id: number
  /** For dates proposed together: all of them. */
  ids: number[]
  status: ReviewStatus
  own: boolean
  /** The import it came with, where the reader wrote in it: that makes it one's own as well. */
  ownImport: number | null
  code: string | null
  title: string
  light: Light | null
  about: About
  attempt: number
  by: Person
  submittedAt: Instant
  timing: string | null
  dueOn: Day | null
  onBehalf: string | null
  remark: string | null
  revisionReason: string | null
  noChange: boolean
  decided: { by: Person; at: Instant; reason: string | null } | null
  tries: EarlierTry[]
  /** The month, quarter or year of what stands under “before”. */
  beforeLabel: string | null
  lines: DecisionLine[]
  effects: Effect[]
  files: EvidenceItem[]
  /** An annual plan drafted without a document number gets one from who approves it. */
  needsDocument: boolean
}

/** Somebody with their unit, under the name it had at that instant. */
export function personOf(db: Reader, id: number, at: Instant): Person {
  const columns = { name: users.name, organisation: organisations.name, organisationId: organisations.id }
  const row = db
    .select(columns)
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.id, id))
    .get()
  if (!row) return { name: '—', organisation: '—' }
  return { name: row.name, organisation: nameOn(db, row.organisationId, shanghaiDay(at)) ?? row.organisation }
}

type Reviewed = {
  id: number
  status: ReviewStatus
  submittedBy: number
  submittedAt: Instant
  decidedBy: number | null
  decidedAt: Instant | null
  decisionReason: string | null
}

/** What every kind of submission says of itself alike; `table` = where an import may have put it. */
export function submission(db: Reader, actor: UserActor, row: Reviewed, table: Imported | null = null) {
  const imported = table !== null && row.status === 'submitted' ? ownImport(db, actor, table, row.id) : null
  const decided =
    row.decidedBy === null || row.decidedAt === null
      ? null
      : { by: personOf(db, row.decidedBy, row.decidedAt), at: row.decidedAt, reason: row.decisionReason }
  return {
    id: row.id,
    ids: [row.id],
    status: row.status,
    own: row.submittedBy === actor.id || imported !== null,
    ownImport: row.submittedBy === actor.id ? null : imported,
    attempt: 1,
    by: personOf(db, row.submittedBy, row.submittedAt),
    submittedAt: row.submittedAt,
    timing: null,
    dueOn: null,
    onBehalf: null,
    remark: null,
    revisionReason: null,
    noChange: false,
    decided,
    tries: [],
    beforeLabel: null,
    effects: [],
    files: [],
    needsDocument: false,
  } satisfies Partial<Decision>
}

export function earlierTries(db: Reader, rows: readonly (Reviewed & { revision?: number })[], before: number): EarlierTry[] {
  const earlier = rows.filter((row) => row.id < before)
  return earlier.map((row, index) => ({
    id: row.id,
    revision: row.revision ?? index + 1,
    status: row.status,
    submittedAt: row.submittedAt,
    by: personOf(db, row.submittedBy, row.submittedAt).name,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy === null ? null : personOf(db, row.decidedBy, row.decidedAt ?? row.submittedAt).name,
    reason: row.decisionReason,
  }))
}

export const lightsOf = (db: Reader, projectId: number): Light[] =>
  db.select({ lights: projectList.lights }).from(projectList).where(eq(projectList.projectId, projectId)).get()?.lights ?? []
