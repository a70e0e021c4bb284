import { and, desc, eq, ne } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { addMonths, type Day, type Month, monthOf, monthsFrom, reportDueOn } from '../../domain/calendar'
import { draftFiles, monthlyDraft } from '../../domain/draft'
import { dueMonth, type MonthReport, monthReport } from '../../domain/duty'
import { monthAmount } from '../../domain/investment'
import type { Quantity } from '../../domain/plan'
import type { Words } from '../../domain/template'
import { beforeIn, type UpdateFacts } from '../../domain/update-checks'
import { prefilled, type Values } from '../../domain/update-prefill'
import { orm, type Reader } from '../client'
import { conditions, updates } from '../schema'
import { type Draft, ownDraft } from './drafts'
import { type EvidenceItem, evidenceOf } from './evidence'
import { formWork, quantityOf, stepWords } from './form-work'
import { dutyFacts, monthlyTries } from './project-facts'
import { rulesOn } from './rules'
import { approvedBefore, nextMilestone, periodStart, type UpdateRow, updateFacts } from './update-facts'
import type { Work } from './work'

export type MonthlyForm = {
  work: Work
  period: Month
  dueOn: Day
  report: MonthReport
  months: MonthReport[]
  facts: UpdateFacts
  before: UpdateRow | null
  beforeYuan: number | null
  beforeAmount: { yuan: number; since: Month | null } | null
  /** This month's submissions, latest first. */
  tries: UpdateRow[]
  steps: readonly Words[]
  quantity: Quantity | null
  next: ReturnType<typeof nextMilestone>
  /** A month long gone: nobody can help with its problems, nor forecast from it. */
  past: boolean
  values: Values
  draft: Draft | null
  files: EvidenceItem[]
}

/** Everything the form of one month shows and begins with. */
export function monthlyForm(actor: UserActor, code: string, period: Month, today: Day): MonthlyForm {
  const db = orm()
  const work = formWork(db, actor, code)
  const facts = updateFacts(db, work, period, today)
  const before = approvedBefore(db, work.id, period)[0] ?? null
  const tries = triesOf(db, work.id, period)
  const subject = monthlyDraft(code, period)
  const months = monthStates(db, work, today)
  const { duty, holidays } = rulesOn(db, today)
  const dueOn = reportDueOn(period, duty.dueDay, holidays)
  const next = nextMilestone(db, work.id)
  const beforeYuan = beforeIn(period, facts.figures)
  const draft = ownDraft(actor, subject, db)
  const nextForecastOn = next?.forecastOn ?? null
  const last = lastTry(tries)
  const past = period < addMonths(dueMonth(today), -2) && !last?.conditionKind && !last?.forecastOn
  const asked = past ? null : openCondition(db, work.id)
  const start = prefilled({ today, tried: last, before, beforeYuan, openCondition: asked, nextForecastOn })
  return {
    work,
    period,
    dueOn,
    report: months.find((month) => month.month === period) ?? { month: period, state: 'not-due', dueOn, lateDays: 0, review: null },
    months,
    facts,
    before,
    beforeYuan,
    beforeAmount: before ? monthAmount(facts.figures, before.period) : null,
    tries,
    steps: stepWords(work.templateCode),
    quantity: quantityOf(db, work.id),
    next,
    past,
    values: { ...start, ...draft?.body },
    draft,
    files: evidenceOf(actor, draftFiles(subject)),
  }
}

const monthly = (projectId: number) => and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'))

function triesOf(db: Reader, projectId: number, period: Month): UpdateRow[] {
  return db
    .select()
    .from(updates)
    .where(and(monthly(projectId), eq(updates.period, period)))
    .orderBy(desc(updates.id))
    .all()
}

/** A returned or withdrawn try, else the approved one that a correction starts from. */
const lastTry = (tries: readonly UpdateRow[]): UpdateRow | null => tries.find((row) => row.status !== 'submitted') ?? null

function openCondition(db: Reader, projectId: number) {
  const open = and(eq(conditions.projectId, projectId), eq(conditions.state, 'open'))
  return db.select().from(conditions).where(open).orderBy(desc(conditions.id)).limit(1).get() ?? null
}

/** Every month that can be told, the latest first, with where it stands. */
function monthStates(db: Reader, work: Work, today: Day): MonthReport[] {
  const { duty, holidays } = rulesOn(db, today)
  const facts = dutyFacts(db, work.id)
  const tries = monthlyTries(db, work.id)
  return monthsFrom(periodStart(db, work.periodId), monthOf(today))
    .reverse()
    .map((month) => monthReport(facts, month, tries.get(month) ?? [], today, duty, holidays))
}

/** Submissions of other kinds about the same thing, latest first. */
export function otherTries(db: Reader, projectId: number, kind: 'milestone' | 'completion', milestoneId: number | null): UpdateRow[] {
  const same = milestoneId === null ? undefined : eq(updates.milestoneId, milestoneId)
  return db
    .select()
    .from(updates)
    .where(and(eq(updates.projectId, projectId), eq(updates.kind, kind), ne(updates.status, 'withdrawn'), same))
    .orderBy(desc(updates.id))
    .all()
}
