import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '../client'
import { annualPlans, assignments, factSheets, milestones, organisations, projectSources, projectStages, updates } from '../schema'

/** What stands in other tables of some works, by work. Approved rows only: those in force are marked current. */
export const partsOf = (db: Reader, ids: readonly number[]) => ({
  sheets: byWork(sheetsOf(db, [...ids])),
  stages: byWork(stagesOf(db, [...ids])),
  milestones: byWork(datedOf(db, [...ids])),
  plans: byWork(plansOf(db, [...ids])),
  percents: byWork(percentsOf(db, [...ids])),
  completions: byWork(completionsOf(db, [...ids])),
  units: byWork(unitsOf(db, [...ids])),
  sources: byWork(sourcesOf(db, [...ids])),
})

function byWork<Row extends { projectId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const works = new Map<number, Row[]>()
  for (const row of rows) {
    const own = works.get(row.projectId)
    if (own) own.push(row)
    else works.set(row.projectId, [row])
  }
  return works
}

const sheetsOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: factSheets.projectId, body: factSheets.body })
    .from(factSheets)
    .where(and(inArray(factSheets.projectId, ids), eq(factSheets.current, true)))
    .all()

const stagesOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: projectStages.projectId, stage: projectStages.stage, from: projectStages.fromDay })
    .from(projectStages)
    .where(inArray(projectStages.projectId, ids))
    .orderBy(asc(projectStages.fromDay), asc(projectStages.id))
    .all()

/** A milestone counts once its first date is approved. */
const datedOf = (db: Reader, ids: number[]) =>
  db
    .select()
    .from(milestones)
    .where(and(inArray(milestones.projectId, ids), isNotNull(milestones.originalOn)))
    .orderBy(asc(milestones.position))
    .all()

const plansOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: annualPlans.projectId, year: annualPlans.year, yuan: annualPlans.plannedYuan })
    .from(annualPlans)
    .where(and(inArray(annualPlans.projectId, ids), eq(annualPlans.current, true)))
    .orderBy(asc(annualPlans.year))
    .all()

const told = (ids: number[], kind: 'monthly' | 'completion') =>
  and(inArray(updates.projectId, ids), eq(updates.kind, kind), eq(updates.current, true))

const percentsOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: updates.projectId, month: updates.period, percent: updates.percent })
    .from(updates)
    .where(and(told(ids, 'monthly'), isNotNull(updates.percent)))
    .orderBy(asc(updates.period))
    .all()

const completionsOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: updates.projectId, yuan: updates.finalYuan, on: updates.completedOn })
    .from(updates)
    .where(told(ids, 'completion'))
    .orderBy(asc(updates.id))
    .all()

/** 责任单位 before 业主: it answers for the work to the public. */
const unitsOf = (db: Reader, ids: number[]) =>
  db
    .select({
      projectId: assignments.projectId,
      part: assignments.kind,
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
    })
    .from(assignments)
    .innerJoin(organisations, eq(organisations.id, assignments.organisationId))
    .where(and(inArray(assignments.projectId, ids), isNull(assignments.toDay), inArray(assignments.kind, ['owner', 'responsible'])))
    .all()
    .sort((a, b) => Number(a.part === 'owner') - Number(b.part === 'owner'))

const sourcesOf = (db: Reader, ids: number[]) =>
  db
    .select({ projectId: projectSources.projectId, item: projectSources.itemCode })
    .from(projectSources)
    .where(inArray(projectSources.projectId, ids))
    .orderBy(asc(projectSources.position))
    .all()
