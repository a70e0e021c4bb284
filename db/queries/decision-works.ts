import { and, asc, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { Effect } from '../../domain/decision'
import { dateLines, planLines, sheetLines } from '../../domain/decision-other'
import { worstLight } from '../../domain/light'
import { formatWan } from '../../domain/money'
import type { ProjectFacts } from '../../domain/summary'
import type { Reader } from '../client'
import { annualPlans, factSheets, milestoneDates, milestones, organisations } from '../schema'
import { approvedBeforeThis } from './before'
import { type Decision, earlierTries, lightsOf, submission } from './decision'
import { effectsOn } from './effects'
import { evidenceOf } from './evidence'
import { currentSheet } from './project-facts'
import { type Work, workById } from './work'

const ofWork = (db: Reader, work: Work) => ({ code: work.code, title: work.name, light: worstLight(lightsOf(db, work.id)) })

export function sheetDecision(db: Reader, actor: UserActor, id: number): Decision | null {
  const row = db.select().from(factSheets).where(eq(factSheets.id, id)).get()
  if (!row) return null
  const rows = db.select().from(factSheets).where(eq(factSheets.projectId, row.projectId)).orderBy(asc(factSheets.id)).all()
  const before = approvedBeforeThis(rows, row.id)?.body ?? null
  const effects: Effect[] = [{ code: 'sheet-in-force', params: { revision: row.revision } }]
  if ((before?.totalYuan ?? null) !== row.body.totalYuan)
    effects.push({ code: 'total-moves', params: { before: formatWan(before?.totalYuan ?? null), after: formatWan(row.body.totalYuan) } })
  return {
    ...submission(db, actor, row, 'fact_sheets'),
    ...ofWork(db, workById(db, row.projectId)),
    kind: 'fact-sheet',
    about: {},
    attempt: row.revision,
    onBehalf: row.onBehalf,
    tries: earlierTries(db, rows, row.id),
    lines: sheetLines(row.body, before),
    effects,
    files: evidenceOf(actor, `fact-sheet:${row.id}`),
  }
}

export function planDecision(db: Reader, actor: UserActor, id: number, today: Day): Decision | null {
  const row = db.select().from(annualPlans).where(eq(annualPlans.id, id)).get()
  if (!row) return null
  const work = workById(db, row.projectId)
  const sameYear = and(eq(annualPlans.projectId, row.projectId), eq(annualPlans.year, row.year))
  const rows = db.select().from(annualPlans).where(sameYear).orderBy(asc(annualPlans.id)).all()
  const planned = { ...row, yuan: row.plannedYuan }
  const before = approvedBeforeThis(rows, row.id)
  const said = (plan: typeof row) => ({ ...plan, responsible: unitNamed(db, plan.responsibleId) })
  const withPlan = (facts: ProjectFacts): ProjectFacts => ({
    ...facts,
    plans: [...facts.plans.filter(({ year }) => year !== row.year), planned],
  })
  const inForce: Effect = { code: 'plan-in-force', params: { year: row.year, amount: formatWan(row.plannedYuan) } }
  return {
    ...submission(db, actor, row, 'annual_plans'),
    ...ofWork(db, work),
    kind: 'annual-plan',
    about: { year: row.year },
    attempt: rows.findIndex((other) => other.id === row.id) + 1,
    tries: earlierTries(db, rows, row.id),
    beforeLabel: String(row.year),
    lines: planLines(said(row), before && said(before), currentSheet(db, row.projectId)?.totalYuan ?? null),
    effects: row.status === 'submitted' ? [inForce, ...effectsOn(db, work, today, withPlan)] : [],
    needsDocument: row.documentNo === null,
  }
}

const unitNamed = (db: Reader, id: number | null): string | null =>
  id === null ? null : (db.select().from(organisations).where(eq(organisations.id, id)).get()?.name ?? null)

/** All dates one person proposed for one work and that still wait, found by any one of them. */
export function datesDecision(db: Reader, actor: UserActor, id: number, today: Day): Decision | null {
  const first = db
    .select()
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .where(eq(milestoneDates.id, id))
    .get()
  if (!first) return null
  const { milestone_dates: row, milestones: milestone } = first
  const work = workById(db, milestone.projectId)
  const together = row.status === 'submitted' ? waitingTogether(db, work.id, row.submittedBy) : [{ date: row, milestone }]
  const dates = together.map(({ date, milestone: { name, baselineOn, originalOn } }) => ({ ...date, name, baselineOn, originalOn }))
  const moved = new Map(together.map(({ date, milestone: { name } }) => [name, date.plannedOn]))
  const withDates = (facts: ProjectFacts): ProjectFacts => ({
    ...facts,
    milestones: facts.milestones.map((each) => ({ ...each, baselineOn: moved.get(each.name) ?? each.baselineOn })),
  })
  const effects: Effect[] = [{ code: 'baselines-set', params: { count: dates.length } }, ...effectsOn(db, work, today, withDates)]
  return {
    ...submission(db, actor, row),
    ...ofWork(db, work),
    ids: dates.map((date) => date.id),
    kind: 'milestone-date',
    about: { dates: dates.length },
    lines: dateLines(dates),
    effects: row.status === 'submitted' ? effects : [],
  }
}

function waitingTogether(db: Reader, projectId: number, by: number) {
  const same = and(eq(milestones.projectId, projectId), eq(milestoneDates.status, 'submitted'), eq(milestoneDates.submittedBy, by))
  return db
    .select({ date: milestoneDates, milestone: milestones })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .where(same)
    .orderBy(asc(milestones.position))
    .limit(200)
    .all()
}
