import { count, desc, eq } from 'drizzle-orm'
import type { Actor, UserActor } from '../../domain/actor'
import type { BulletinState } from '../../domain/bulletin-workflow'
import { allow, found, refuse } from '../../domain/errors'
import type { EvaluationFacts, EvaluationTexts, FrozenEvaluation } from '../../domain/evaluation'
import { congressPaper } from '../../domain/evaluation-congress'
import type { EvaluationKind } from '../../domain/evaluation-kinds'
import type { Paper } from '../../domain/official-document'
import { canIssueEvaluation, canKeepEvaluation, canReadEvaluation, canWithdraw } from '../../domain/policy'
import { house, orm, type Reader } from '../client'
import { documentProof, isWholePart } from '../document-proof'
import { type EvaluationRow, evaluationById, headOf, paperOfEvaluation } from '../evaluation/evaluation-row'
import { planYears, yearsOf } from '../evaluation/plan-period'
import { sha256 } from '../hash'
import { documents, evaluations } from '../schema'
import { type Person, peopleOf } from './people'

export const evaluationsAPage = 50
export type EvaluationItem = { id: number; kind: EvaluationKind; year: number; state: BulletinState; title: string } & {
  number: string | null
  day: string | null
}

/** Drafts are the bureau's; issued ones are read by whoever oversees. */
export function evaluationList(actor: Actor, page: number): { rows: EvaluationItem[]; total: number; years: number[] } {
  allow(canReadEvaluation(actor, { issued: true }))
  const visible = canReadEvaluation(actor, { issued: false }) ? undefined : eq(evaluations.state, 'issued')
  const { id, kind, year, state, title } = evaluations
  const rows = orm()
    .select({ id, kind, year, state, title, number: documents.number, day: documents.day })
    .from(evaluations)
    .leftJoin(documents, eq(documents.id, evaluations.documentId))
    .where(visible)
    .orderBy(desc(evaluations.id))
    .limit(evaluationsAPage)
    .offset((page - 1) * evaluationsAPage)
    .all()
  const total = orm().select({ rows: count() }).from(evaluations).where(visible).get()?.rows ?? 0
  return { rows, total, years: yearsOf(planYears(orm())) }
}

export type EvaluationView = {
  id: number
  kind: EvaluationKind
  year: number
  state: BulletinState
  version: number
  title: string
  facts: EvaluationFacts
  texts: EvaluationTexts
  sentBackReason: string | null
  writers: Person[]
  issued: Person | null
  document: { number: string; day: string; sha256: string | null } | null
  may: Record<'edit' | 'takeBack' | 'issue', boolean>
}

export function evaluationView(actor: UserActor, id: number): EvaluationView {
  const db = orm()
  const row = readableEvaluation(db, actor, id)
  const { kind, year, state, version, sentBackReason, issuedBy, editors, documentId } = row
  const people = peopleOf(db, [issuedBy, ...editors])
  const document = documentId === null ? null : found(db.select().from(documents).where(eq(documents.id, documentId)).get())
  const { title, facts, texts } = document ? (document.frozen as FrozenEvaluation) : row
  return {
    ...{ id, kind, year, state, version, title, facts, texts, sentBackReason },
    writers: editors.flatMap((by) => people.get(by) ?? []),
    issued: people.get(issuedBy ?? 0) ?? null,
    document: document && { number: document.number, day: document.day, sha256: document.sha256 },
    may: mayDo(actor, row),
  }
}

function mayDo(actor: UserActor, row: EvaluationRow): EvaluationView['may'] {
  const { state, proposedBy } = row
  const proposed = state === 'proposed'
  return {
    edit: state === 'drafted' && canKeepEvaluation(actor),
    takeBack: proposed && proposedBy !== null && canKeepEvaluation(actor) && canWithdraw(actor, { submittedBy: proposedBy }),
    issue: proposed && canIssueEvaluation(actor, row),
  }
}

/** For whoever may not read drafts there is none. */
function readableEvaluation(db: Reader, actor: Actor, id: number): EvaluationRow {
  allow(canReadEvaluation(actor, { issued: true }))
  const row = evaluationById(db, id)
  if (!canReadEvaluation(actor, { issued: row.state === 'issued' })) refuse('not-found')
  return row
}

/** Kept bytes of an issued one, null when they are not what was issued any more; of a draft the paper as it would be drawn now. */
export type EvaluationFile = { name: string } & ({ kept: { bytes: Uint8Array; sha256: string } | null } | { paper: Paper })

export function evaluationFile(actor: Actor, id: number, part: 'word' | 'page', today: string): EvaluationFile {
  const { orm: db, sqlite, demo } = house()
  const row = readableEvaluation(db, actor, id)
  if (row.documentId === null) {
    const issue = { number: null, signer: null, day: today, head: headOf(row), demo }
    return { name: `${row.title}（征求意见稿）`, paper: paperOfEvaluation(row, issue) }
  }
  const kept = found(db.select().from(documents).where(eq(documents.id, row.documentId)).get())
  const proof = documentProof(sqlite, kept)
  const name = `${kept.number} ${kept.title}`
  if (proof === null || !isWholePart(part, kept, proof)) return { name, kept: null }
  const bytes = part === 'word' ? new Uint8Array(found(kept.word)) : new TextEncoder().encode(found(kept.page))
  return { name, kept: { bytes, sha256: sha256(bytes) } }
}

/** The report to the People's Congress with its gaps, from the figures of this evaluation; never kept. */
export function congressFile(actor: Actor, id: number, today: string): { name: string; paper: Paper } {
  const { orm: db, demo } = house()
  const row = readableEvaluation(db, actor, id)
  const paper = congressPaper(row.texts, row.facts, { number: null, signer: null, day: today, head: headOf(row), demo })
  return { name: `${paper.title}（模板）`, paper }
}
