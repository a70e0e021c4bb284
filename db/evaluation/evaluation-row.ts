import { and, count, eq, like } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Issue } from '../../domain/bulletin-paper'
import { allow, found, refuse, sameVersion } from '../../domain/errors'
import type { EvaluationFacts } from '../../domain/evaluation'
import { evaluationPaper } from '../../domain/evaluation-paper'
import { kindWords } from '../../domain/evaluation-words'
import { canonicalJson, type Json } from '../../domain/events'
import type { Paper } from '../../domain/official-document'
import { type BulletinWriters, canIssueEvaluation, wroteBulletin } from '../../domain/policy'
import type { Reader, Tx } from '../client'
import { submitter } from '../review'
import { documents, evaluations } from '../schema'

export type EvaluationRow = typeof evaluations.$inferSelect

export const evaluationById = (db: Reader, id: number): EvaluationRow =>
  found(db.select().from(evaluations).where(eq(evaluations.id, id)).get())

export function moveEvaluation(tx: Tx, row: EvaluationRow, columns: Partial<EvaluationRow>): void {
  tx.update(evaluations)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(evaluations.id, row.id))
    .run()
}

/** Four eyes: who wrote in it is told why; everybody else without the permission is refused. */
export function allowEvaluationIssue({ actor }: Ctx, row: BulletinWriters): void {
  if (wroteBulletin(actor, row)) refuse('not-self')
  allow(canIssueEvaluation(actor, row))
}

/** Who has written in it so far, with whoever does now; a step back takes nobody off. */
export const withWriter = (ctx: Ctx, { editors }: EvaluationRow) => ({ editors: [...new Set([...editors, submitter(ctx)])] })

/** What whoever was slower is shown beside their own words. */
export function sameEvaluation({ version, title, texts }: EvaluationRow, started: number): void {
  const stored = { version, title, ...texts }
  sameVersion(stored, started)
}

/** The same figures, whenever they were taken. */
export const saysTheSame = (a: EvaluationFacts, b: EvaluationFacts): boolean => plain(a) === plain(b)
const plain = ({ asOf: _, ...facts }: EvaluationFacts): string => canonicalJson(facts as unknown as Json)

/** `2025-期末评估-1`; documents are never deleted, so their count is the last position. */
export function evaluationNumber(db: Reader, { kind, year }: Pick<EvaluationRow, 'kind' | 'year'>): string {
  const begins = `${year}-${kindWords[kind]}-`
  const before = db
    .select({ rows: count() })
    .from(documents)
    .where(and(eq(documents.kind, 'evaluation'), like(documents.number, `${begins}%`)))
    .get()
  return `${begins}${(before?.rows ?? 0) + 1}`
}

export const headOf = ({ headSeq, headHash }: EvaluationRow): Issue['head'] =>
  headSeq === null || headHash === null ? null : { seq: headSeq, hash: headHash }

export const paperOfEvaluation = ({ title, texts, facts }: Pick<EvaluationRow, 'title' | 'texts' | 'facts'>, issue: Issue): Paper =>
  evaluationPaper({ title, texts }, facts, issue)
