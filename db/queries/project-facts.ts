import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Day, Month } from '../../domain/calendar'
import { shanghaiDay } from '../../domain/calendar'
import type { DutyFacts, Try } from '../../domain/duty'
import type { MonthFigure, Opening } from '../../domain/investment'
import type { ProjectFacts } from '../../domain/summary'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { supportFacts } from '../rules/support-facts'
import { annualPlans, assignments, factSheets, milestones, projectStages, projects, updates, users } from '../schema'

const id = sql.placeholder('id')
const stageOf = (db: Reader) => db.select({ stage: projects.stage }).from(projects).where(eq(projects.id, id)).prepare()
const milestonesOf = (db: Reader) =>
  db.select().from(milestones).where(eq(milestones.projectId, id)).orderBy(asc(milestones.position)).prepare()

/** The facts of one project, straight from the tables that hold them; nothing here reads a summary. */
export function projectFacts(db: Reader, projectId: number): ProjectFacts {
  const project = prepared(db, stageOf).get({ id: projectId })
  if (!project) throw new Error(`no project ${projectId}`)
  const sheet = currentSheet(db, projectId)
  return {
    stage: project.stage,
    duty: dutyFacts(db, projectId),
    tries: monthlyTries(db, projectId),
    figures: monthFigures(db, projectId),
    reported: prepared(db, waitingFigures).all({ id: projectId }),
    opening: { yuan: sheet?.openingYuan ?? null, year: sheet?.openingYear ?? null } satisfies Opening,
    final: finalFigure(db, projectId),
    plans: currentPlans(db, projectId),
    milestones: prepared(db, milestonesOf).all({ id: projectId }),
    ...supportFacts(db, projectId),
  }
}

const sheetOf = (db: Reader) =>
  db
    .select({ body: factSheets.body })
    .from(factSheets)
    .where(and(eq(factSheets.projectId, id), eq(factSheets.current, true)))
    .prepare()

export const currentSheet = (db: Reader, projectId: number) => prepared(db, sheetOf).get({ id: projectId })?.body ?? null

const plansOf = (db: Reader) =>
  db
    .select({
      year: annualPlans.year,
      yuan: annualPlans.plannedYuan,
      startMonth: annualPlans.startMonth,
      finishMonth: annualPlans.finishMonth,
      curveShape: annualPlans.curveShape,
      curve: annualPlans.curve,
    })
    .from(annualPlans)
    .where(and(eq(annualPlans.projectId, id), eq(annualPlans.current, true)))
    .orderBy(asc(annualPlans.year))
    .prepare()

export const currentPlans = (db: Reader, projectId: number) => prepared(db, plansOf).all({ id: projectId })

const stagesOf = (db: Reader) =>
  db
    .select({ stage: projectStages.stage, from: projectStages.fromDay })
    .from(projectStages)
    .where(eq(projectStages.projectId, id))
    .orderBy(asc(projectStages.fromDay), asc(projectStages.id))
    .prepare()

export const dutyFacts = (db: Reader, projectId: number): DutyFacts => ({
  stages: prepared(db, stagesOf).all({ id: projectId }),
  accountSince: accountSince(db, projectId),
})

const accountsOf = (db: Reader) =>
  db
    .select({ from: assignments.fromDay, createdAt: users.createdAt })
    .from(assignments)
    .innerJoin(users, and(eq(users.organisationId, assignments.organisationId), eq(users.role, 'owner')))
    .where(and(eq(assignments.projectId, id), inArray(assignments.kind, ['owner', 'responsible'])))
    .prepare()

/** The first day on which a unit of the work had somebody who could report. */
function accountSince(db: Reader, projectId: number): Day | null {
  const days = prepared(db, accountsOf)
    .all({ id: projectId })
    .flatMap(({ from, createdAt }) => [from, shanghaiDay(createdAt)].sort().slice(-1))
  return days.sort()[0] ?? null
}

const monthly = and(eq(updates.projectId, id), eq(updates.kind, 'monthly'))
const triesOf = (db: Reader) =>
  db
    .select({
      period: updates.period,
      status: updates.status,
      submittedOn: updates.submittedOn,
      decidedOn: updates.decidedOn,
      backfilled: updates.backfilled,
    })
    .from(updates)
    .where(and(monthly, ne(updates.status, 'withdrawn'), isNull(updates.revisionReason)))
    .orderBy(asc(updates.period), asc(updates.id))
    .prepare()

/** Submissions by month, oldest first; corrections of an approved figure are not tries. */
export function monthlyTries(db: Reader, projectId: number): Map<Month, Try[]> {
  const tries = new Map<Month, Try[]>()
  for (const { period, ...attempt } of prepared(db, triesOf).all({ id: projectId }))
    tries.set(period, [...(tries.get(period) ?? []), attempt])
  return tries
}

const figuresWhere = (db: Reader, which: SQL) =>
  db
    .select({ month: updates.period, yearToDateYuan: updates.yearToDateYuan })
    .from(updates)
    .where(and(monthly, which))
    .orderBy(asc(updates.period))
    .prepare()
const figuresInForce = (db: Reader) => figuresWhere(db, eq(updates.current, true))
const waitingFigures = (db: Reader) => figuresWhere(db, eq(updates.status, 'submitted'))

export const monthFigures = (db: Reader, projectId: number): MonthFigure[] => prepared(db, figuresInForce).all({ id: projectId })

const completionsOf = (db: Reader) =>
  db
    .select({ yuan: updates.finalYuan, on: updates.completedOn })
    .from(updates)
    .where(and(eq(updates.projectId, id), eq(updates.kind, 'completion'), eq(updates.current, true)))
    .orderBy(asc(updates.id))
    .prepare()

function finalFigure(db: Reader, projectId: number): ProjectFacts['final'] {
  const row = prepared(db, completionsOf).all({ id: projectId }).at(-1)
  return row && row.yuan !== null && row.on !== null ? { yuan: row.yuan, on: row.on } : null
}
