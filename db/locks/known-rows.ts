import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { type Moment, type Past, rewind } from '../../domain/as-of'
import type { PastSubject } from '../../domain/lock'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { annualPlans, assignments, factPasts, factSheets, milestones, projectSources, projectStages, projects, updates } from '../schema'

/** The rows of one work as they are now, in the columns of which earlier states are kept (drizzle/*_desk_frozen.sql names the same). */
const id = sql.placeholder('id')
export const projectRow = (db: Reader) =>
  db
    .select({
      id: projects.id,
      code: projects.code,
      name: projects.name,
      sector: projects.sector,
      chainId: projects.chainId,
      level: projects.level,
      town: projects.town,
    })
    .from(projects)
    .where(eq(projects.id, id))
    .prepare()
export const sourceRows = (db: Reader) =>
  db
    .select({ itemCode: projectSources.itemCode, position: projectSources.position })
    .from(projectSources)
    .where(eq(projectSources.projectId, id))
    .prepare()
export const stageRows = (db: Reader) =>
  db
    .select({ id: projectStages.id, stage: projectStages.stage, fromDay: projectStages.fromDay })
    .from(projectStages)
    .where(eq(projectStages.projectId, id))
    .prepare()
export const assignmentRows = (db: Reader) =>
  db
    .select({
      id: assignments.id,
      kind: assignments.kind,
      organisationId: assignments.organisationId,
      person: assignments.person,
      fromDay: assignments.fromDay,
      toDay: assignments.toDay,
    })
    .from(assignments)
    .where(eq(assignments.projectId, id))
    .prepare()
export const milestoneRows = (db: Reader) =>
  db
    .select({
      id: milestones.id,
      position: milestones.position,
      name: milestones.name,
      baselineOn: milestones.baselineOn,
      metOn: milestones.metOn,
    })
    .from(milestones)
    .where(eq(milestones.projectId, id))
    .orderBy(asc(milestones.position))
    .prepare()

const isTrue = (value: unknown) => value === 1
export const updateRows = (db: Reader) =>
  db
    .select({
      id: updates.id,
      status: updates.status,
      submittedAt: updates.submittedAt,
      decidedAt: updates.decidedAt,
      current: updates.current,
      kind: updates.kind,
      period: updates.period,
      submittedOn: updates.submittedOn,
      decidedOn: updates.decidedOn,
      yearToDateYuan: updates.yearToDateYuan,
      step: updates.step,
      percent: updates.percent,
      completedOn: updates.completedOn,
      finalYuan: updates.finalYuan,
      backfilled: updates.backfilled,
      correction: sql<boolean>`${updates.revisionReason} is not null`.mapWith(isTrue),
    })
    .from(updates)
    .where(and(eq(updates.projectId, id), inArray(updates.kind, ['monthly', 'completion'])))
    .orderBy(asc(updates.kind), asc(updates.period), asc(updates.id))
    .prepare()

const decided = <T extends typeof annualPlans | typeof factSheets>(table: T) => ({
  id: table.id,
  status: table.status,
  submittedAt: table.submittedAt,
  decidedAt: table.decidedAt,
  current: table.current,
})
export const planRows = (db: Reader) =>
  db
    .select({
      ...decided(annualPlans),
      year: annualPlans.year,
      plannedYuan: annualPlans.plannedYuan,
      startMonth: annualPlans.startMonth,
      finishMonth: annualPlans.finishMonth,
      curveShape: annualPlans.curveShape,
      curve: annualPlans.curve,
    })
    .from(annualPlans)
    .where(eq(annualPlans.projectId, id))
    .prepare()
export const sheetRows = (db: Reader) =>
  db
    .select({
      ...decided(factSheets),
      openingYuan: sql<number | null>`json_extract(${factSheets.body}, '$.openingYuan')`,
      openingYear: sql<number | null>`json_extract(${factSheets.body}, '$.openingYear')`,
    })
    .from(factSheets)
    .where(eq(factSheets.projectId, id))
    .prepare()

const columns = { subject: factPasts.subject, key: factPasts.rowKey, was: factPasts.was }
const pastsOfWork = (db: Reader) =>
  db
    .select(columns)
    .from(factPasts)
    .where(and(eq(factPasts.projectId, id), gt(factPasts.id, sql.placeholder('past'))))
    .orderBy(asc(factPasts.id))
    .prepare()
const pastsOfHouse = (db: Reader) =>
  db
    .select(columns)
    .from(factPasts)
    .where(and(eq(factPasts.subject, sql.placeholder('subject')), isNull(factPasts.projectId), gt(factPasts.id, sql.placeholder('past'))))
    .orderBy(asc(factPasts.id))
    .prepare()

/** What changed of a work since the moment, oldest first, by kind of row. */
export function pastsOf(db: Reader, projectId: number, { past }: Moment): Map<PastSubject, Past[]> {
  const bySubject = new Map<PastSubject, Past[]>()
  for (const { subject, key, was } of prepared(db, pastsOfWork).all({ id: projectId, past }))
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), { key, was }])
  return bySubject
}

/** Rows that belong to no work, as they stood at the moment. */
export function rewoundHouse<Row extends object>(
  db: Reader,
  subject: PastSubject,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { past }: Moment,
): Row[] {
  return rewind(rows, keyOf, prepared(db, pastsOfHouse).all({ subject, past }))
}
