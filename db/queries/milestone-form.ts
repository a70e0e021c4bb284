import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { completionDraft, draftFiles, milestoneDraft } from '../../domain/draft'
import { found } from '../../domain/errors'
import { wanFieldText } from '../../domain/money'
import type { Values } from '../../domain/update-prefill'
import { orm, type Reader } from '../client'
import { milestones } from '../schema'
import { type Draft, ownDraft } from './drafts'
import { type EvidenceItem, evidenceOf } from './evidence'
import { formWork } from './form-work'
import { currentSheet } from './project-facts'
import type { UpdateRow } from './update-facts'
import { otherTries } from './update-form'
import type { Work } from './work'

export type MilestoneRow = typeof milestones.$inferSelect
type Started = { work: Work; tries: UpdateRow[]; values: Values; draft: Draft | null; files: EvidenceItem[] }
export type MilestoneForm = Started & { milestone: MilestoneRow }
export type CompletionForm = Started & { startMonth: string | null; totalYuan: number | null }

/** The milestones of a work that can be told about: those with an approved date. */
export function datedMilestones(actor: UserActor, code: string): { work: Work; milestones: MilestoneRow[] } {
  const db = orm()
  const work = formWork(db, actor, code)
  const dated = and(eq(milestones.projectId, work.id), isNotNull(milestones.baselineOn))
  return { work, milestones: db.select().from(milestones).where(dated).orderBy(asc(milestones.baselineOn), asc(milestones.position)).all() }
}

export function milestoneForm(actor: UserActor, code: string, id: number): MilestoneForm {
  const db = orm()
  const list = datedMilestones(actor, code)
  const milestone = found(list.milestones.find((entry) => entry.id === id))
  const tries = otherTries(db, list.work.id, 'milestone', id)
  return { ...started(db, actor, list.work, tries, milestoneDraft(code, id), milestoneValues), milestone }
}

export function completionForm(actor: UserActor, code: string): CompletionForm {
  const db = orm()
  const work = formWork(db, actor, code)
  const tries = otherTries(db, work.id, 'completion', null)
  const sheet = currentSheet(db, work.id)
  const form = started(db, actor, work, tries, completionDraft(code), completionValues)
  return { ...form, startMonth: sheet?.startMonth ?? null, totalYuan: sheet?.totalYuan ?? null }
}

function started(
  db: Reader,
  actor: UserActor,
  work: Work,
  tries: UpdateRow[],
  subject: string,
  valuesOf: (row: UpdateRow) => Values,
): Started {
  const draft = ownDraft(actor, subject, db)
  const last = tries[0]
  const returned = last?.status === 'returned' || last?.kind === 'completion' ? valuesOf(last) : {}
  return { work, tries, values: { ...returned, ...draft?.body }, draft, files: evidenceOf(actor, draftFiles(subject)) }
}

const shared = (row: UpdateRow): Values => ({
  remark: row.remark ?? '',
  revisionReason: row.revisionReason ?? '',
  onBehalfSource: row.onBehalfSource ?? '',
  onBehalfOn: row.onBehalfOn ?? '',
})

const milestoneValues = (row: UpdateRow): Values => ({
  ...shared(row),
  says: row.metOn ? 'met' : 'later',
  metOn: row.metOn ?? '',
  forecastOn: row.forecastOn ?? '',
  reason: row.reason ?? '',
})

const completionValues = (row: UpdateRow): Values => ({
  ...shared(row),
  completedOn: row.completedOn ?? '',
  final: wanFieldText(row.finalYuan),
  documentNo: row.documentNo ?? '',
})
