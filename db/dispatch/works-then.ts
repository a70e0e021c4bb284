import { and, asc, eq, gt, inArray, like, or, sql } from 'drizzle-orm'
import { decidedBy, type Past, rewind } from '../../domain/as-of'
import type { BulletinWork } from '../../domain/bulletin'
import { plannedStart } from '../../domain/bulletin-progress'
import { type Day, type Month, yearOf } from '../../domain/calendar'
import type { PastSubject } from '../../domain/lock'
import type { Reader } from '../client'
import { keptSince } from '../locks/moment'
import { type LockRow, momentOf } from '../locks/row'
import { annualPlans, factPasts, factSheets, lockWorks, milestones, projectStages } from '../schema'

/** Every work of a lock with what a dispatch adds up; what the lock does not hold itself is read as it stood at the lock's moment. */
export function worksThen(db: Reader, lock: LockRow): BulletinWork[] {
  const [totals, plans, planned, started] = [totalsThen(db, lock), plansThen(db, lock), plannedStarts(db, lock), startedDays(db, lock)]
  const year = yearOf(lock.throughMonth)
  return lockedRows(db, lock.id).map((row): BulletinWork => {
    const { id, planYuan, doneYuan, month, light, ...identity } = row
    const plan = plans.find(id, year)
    return {
      ...identity,
      ...{ ownerId: null, responsibleId: null, listed: null, light },
      totalYuan: totals.get(id) ?? null,
      plan: plan && { yuan: planYuan, startMonth: plan.startMonth, finishMonth: plan.finishMonth },
      done: doneYuan === null || month === null ? null : { month, yuan: doneYuan },
      plannedStart: plannedStart(plans.starts(id), planned.get(id) ?? []),
      startedOn: started.get(id) ?? null,
    }
  })
}

/** Not the lights: they are long, and only those of red works are named. */
function lockedRows(db: Reader, lockId: number) {
  const { projectId: id, code, name, sector, chainId, level, stage, ownerName, responsibleName } = lockWorks
  const { planYuan, yearToDateYuan: doneYuan, approvedMonth: month, lightLevel: light } = lockWorks
  return db
    .select({ id, code, name, sector, chainId, level, stage, ownerName, responsibleName, planYuan, doneYuan, month, light })
    .from(lockWorks)
    .where(eq(lockWorks.lockId, lockId))
    .orderBy(asc(code))
    .all()
}

type OfWork = { id: number; projectId: number }

/** Rows of many works as they stood at the lock's moment; `rows` may leave out those that could not have counted then either. */
function then<Row extends OfWork>(db: Reader, subject: PastSubject, rows: readonly Row[], lock: LockRow): Row[] {
  const pasts = db
    .select({ key: factPasts.rowKey, was: factPasts.was, projectId: factPasts.projectId })
    .from(factPasts)
    .where(and(eq(factPasts.subject, subject), gt(factPasts.id, lock.pastMark)))
    .orderBy(asc(factPasts.id))
    .all()
    .map(({ key, was, projectId }): Past => ({ key, was: was && { ...was, projectId } }))
  return rewind(rows, ({ id }) => String(id), pasts)
}

const decisions = <T extends typeof annualPlans | typeof factSheets>(table: T) => ({
  id: table.id,
  projectId: table.projectId,
  status: table.status,
  submittedAt: table.submittedAt,
  decidedAt: table.decidedAt,
  current: table.current,
})

function totalsThen(db: Reader, lock: LockRow): Map<number, number | null> {
  const rows = db
    .select({ ...decisions(factSheets), yuan: sql<number | null>`json_extract(${factSheets.body}, '$.totalYuan')` })
    .from(factSheets)
    .where(eq(factSheets.status, 'approved'))
    .all()
  const known = decidedBy(then(db, 'fact-sheet', rows, lock), momentOf(lock), keptSince(db), ({ projectId }) => String(projectId))
  return new Map(known.filter(({ current }) => current).map(({ projectId, yuan }) => [projectId, yuan]))
}

/** The plans in force then, of all years: the earliest of their start months counts. */
function plansThen(db: Reader, lock: LockRow) {
  const { year, startMonth, finishMonth } = annualPlans
  const rows = db
    .select({ ...decisions(annualPlans), year, startMonth, finishMonth })
    .from(annualPlans)
    .where(eq(annualPlans.status, 'approved'))
    .all()
  const known = decidedBy(
    then(db, 'annual-plan', rows, lock),
    momentOf(lock),
    keptSince(db),
    (row) => `${row.projectId} ${row.year}`,
  ).filter(({ current }) => current)
  const by = new Map<number, typeof known>()
  for (const row of known) by.set(row.projectId, [...(by.get(row.projectId) ?? []), row])
  return {
    find: (id: number, wanted: number) => by.get(id)?.find((row) => row.year === wanted) ?? null,
    starts: (id: number): (Month | null)[] => (by.get(id) ?? []).map((row) => row.startMonth),
  }
}

const isStart = ({ templateKey, name }: { templateKey?: string | null; name: string }) =>
  name === '开工' || (templateKey?.endsWith('.start') ?? false)

function plannedStarts(db: Reader, lock: LockRow): Map<number, (Day | null)[]> {
  const { id, projectId, name, templateKey, baselineOn } = milestones
  const rows = db
    .select({ id, projectId, name, templateKey, baselineOn })
    .from(milestones)
    .where(or(like(templateKey, '%.start'), eq(name, '开工')))
    .all()
  const days = new Map<number, (Day | null)[]>()
  for (const row of then(db, 'milestone', rows, lock).filter(isStart))
    days.set(row.projectId, [...(days.get(row.projectId) ?? []), row.baselineOn])
  return days
}

const startedStages = ['construction', 'completed', 'operation'] as const

/** The first day a work was under construction, completed or in operation. */
function startedDays(db: Reader, lock: LockRow): Map<number, Day> {
  const { id, projectId, stage, fromDay } = projectStages
  const rows = db
    .select({ id, projectId, stage, fromDay })
    .from(projectStages)
    .where(inArray(stage, [...startedStages]))
    .all()
  const days = new Map<number, Day>()
  for (const row of then(db, 'stage', rows, lock).filter((one) => startedStages.some((known) => known === one.stage))) {
    const known = days.get(row.projectId)
    if (known === undefined || row.fromDay < known) days.set(row.projectId, row.fromDay)
  }
  return days
}
