import { desc, eq } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import { draftFiles, factSheetDraft } from '../../domain/draft'
import { allow } from '../../domain/errors'
import { sheetValues } from '../../domain/fact-sheet-values'
import { canSubmitFactSheet } from '../../domain/policy'
import type { Values } from '../../domain/update-prefill'
import { orm } from '../client'
import { factSheets } from '../schema'
import { type Draft, ownDraft } from './drafts'
import { type EvidenceItem, evidenceOf } from './evidence'
import { type People, peopleOf } from './people'
import { readableWork } from './readable-work'
import type { SheetRow } from './sheets'
import { unitInForce } from './units'
import type { Work } from './work'

export type FactSheetForm = {
  work: Work
  /** Latest first; contacts are in them, since only those who may read them come here. */
  sheets: SheetRow[]
  people: People
  current: SheetRow | null
  waiting: SheetRow | null
  /** What the form begins with: the draft, else a revision that was returned or that the reader withdrew, else the one in force. */
  values: Values
  draft: Draft | null
  files: EvidenceItem[]
}

/** The declaration of a work, for its unit or for the bureau. */
export function factSheetForm(actor: UserActor, code: string): FactSheetForm {
  const db = orm()
  const work = readableWork(db, actor, code)
  allow(canSubmitFactSheet(actor, work))
  const sheets = db.select().from(factSheets).where(eq(factSheets.projectId, work.id)).orderBy(desc(factSheets.revision)).all()
  const current = sheets.find((sheet) => sheet.current) ?? null
  const last = sheets[0]
  const cameBack = last?.status === 'returned' || (last?.status === 'withdrawn' && isSelf(actor, last.submittedBy))
  const start = cameBack ? last : current
  const subject = factSheetDraft(code)
  const draft = ownDraft(actor, subject, db)
  const unit = unitInForce(db, work.id, 'responsible')?.name ?? ''
  const values = start ? sheetValues(start.body) : { responsible: unit }
  return {
    work,
    sheets,
    people: peopleOf(
      db,
      sheets.flatMap((sheet) => [sheet.submittedBy, sheet.decidedBy]),
    ),
    current,
    waiting: sheets.find((sheet) => sheet.status === 'submitted') ?? null,
    values: { ...values, ...draft?.body },
    draft,
    files: evidenceOf(actor, draftFiles(subject)),
  }
}
