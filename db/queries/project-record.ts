import { asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { FactSheet } from '../../domain/fact-sheet'
import { orm, type Reader } from '../client'
import { annualPlans, conditions, evidenceLinks, factSheets, milestoneDates, milestones, organisations, updates } from '../schema'
import { type People, peopleOf } from './people'
import type { ProjectHead } from './project'
import type { SheetRow } from './sheets'
import type { UpdateRow } from './update-facts'

export type PlanRow = typeof annualPlans.$inferSelect
export type MilestoneRow = typeof milestones.$inferSelect & { dates: (typeof milestoneDates.$inferSelect)[] }
export type ConditionRow = typeof conditions.$inferSelect & { askedOf: string | null }

/** Everything that was said and decided about a work, latest first, with the people behind it. */
export type ProjectRecord = {
  updates: UpdateRow[]
  sheets: SheetRow[]
  plans: PlanRow[]
  milestones: MilestoneRow[]
  conditions: ConditionRow[]
  people: People
  /** Files handed in with an update, by its id. */
  files: ReadonlyMap<number, number>
}

/** For a work that has been found readable: see `projectHead`. */
export function projectRecord({ work, seesContacts }: ProjectHead): ProjectRecord {
  const db = orm()
  const told = {
    updates: db.select().from(updates).where(eq(updates.projectId, work.id)).orderBy(desc(updates.period), desc(updates.id)).all(),
    sheets: sheetsOf(db, work.id, seesContacts),
    plans: db
      .select()
      .from(annualPlans)
      .where(eq(annualPlans.projectId, work.id))
      .orderBy(desc(annualPlans.year), desc(annualPlans.id))
      .all(),
    milestones: milestonesOf(db, work.id),
    conditions: conditionsOf(db, work.id),
  }
  const reviewed = [...told.updates, ...told.sheets, ...told.plans, ...told.milestones.flatMap(({ dates }) => dates)]
  const ids = [...reviewed.flatMap((row) => [row.submittedBy, row.decidedBy]), ...told.conditions.map((row) => row.answeredBy)]
  return { ...told, people: peopleOf(db, ids), files: filesOf(db, told.updates) }
}

function sheetsOf(db: Reader, projectId: number, seesContacts: boolean): SheetRow[] {
  const rows = db.select().from(factSheets).where(eq(factSheets.projectId, projectId)).orderBy(desc(factSheets.revision)).all()
  return seesContacts ? rows : rows.map((row) => ({ ...row, body: withoutContacts(row.body) }))
}

const withoutContacts = (body: FactSheet): FactSheet => ({ ...body, contact: null, telephone: null })

function milestonesOf(db: Reader, projectId: number): MilestoneRow[] {
  const rows = db.select().from(milestones).where(eq(milestones.projectId, projectId)).orderBy(asc(milestones.position)).all()
  const ids = rows.map((row) => row.id)
  const dates = db.select().from(milestoneDates).where(inArray(milestoneDates.milestoneId, ids)).orderBy(desc(milestoneDates.id)).all()
  return rows.map((row) => ({ ...row, dates: dates.filter((date) => date.milestoneId === row.id) }))
}

function conditionsOf(db: Reader, projectId: number): ConditionRow[] {
  const rows = db
    .select({ condition: conditions, askedOf: organisations.name })
    .from(conditions)
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(eq(conditions.projectId, projectId))
    .orderBy(desc(conditions.id))
    .all()
  return rows.map(({ condition, askedOf }) => ({ ...condition, askedOf }))
}

function filesOf(db: Reader, rows: readonly UpdateRow[]): Map<number, number> {
  const subjects = rows.map((row) => `update:${row.id}`)
  const found = db
    .select({ subject: evidenceLinks.subject, files: count() })
    .from(evidenceLinks)
    .where(inArray(evidenceLinks.subject, subjects))
    .groupBy(evidenceLinks.subject)
    .all()
  return new Map(found.map(({ subject, files }) => [Number(subject.split(':')[1]), files]))
}
