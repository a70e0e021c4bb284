import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import { refuse } from '../domain/errors'
import { type FactSheet, withoutContact } from '../domain/fact-sheet'
import type { Tx } from './client'
import { handInDraft } from './drafts'
import { recordEvent } from './events'
import { waitingSheet } from './queries/sheets'
import type { Work } from './queries/work'
import { submitter } from './review'
import { factSheets } from './schema'

/** `draft` = the half-typed form whose files come with it. */
export type NewSheet = { body: FactSheet; onBehalf: string | null; draft?: string }

/** Hands in the next revision; it counts once another person has approved it. Returns its id. */
export function insertSheet(tx: Tx, ctx: Ctx, work: Work, { body, onBehalf, draft }: NewSheet): number {
  const waiting = waitingSheet(tx, work.id)
  if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
  const last = tx.select().from(factSheets).where(eq(factSheets.projectId, work.id)).orderBy(asc(factSheets.revision)).all().at(-1)
  const row = {
    projectId: work.id,
    revision: (last?.revision ?? 0) + 1,
    status: 'submitted' as const,
    body,
    replacesId: last?.id ?? null,
    onBehalf,
    submittedBy: submitter(ctx),
    submittedAt: ctx.at,
  }
  const { id } = tx.insert(factSheets).values(row).returning({ id: factSheets.id }).get()
  const files = draft === undefined ? [] : handInDraft(tx, ctx, draft, `fact-sheet:${id}`)
  const told = { factSheet: id, revision: row.revision, onBehalf, sheet: withoutContact(body), files }
  recordEvent(tx, ctx, { action: 'fact-sheet.submitted', subject: `project:${work.code}`, body: told })
  return id
}
