import { addMonths, addWorkdays, type Day, type Holidays, type Month, monthNumber, monthOf, reportDueOn } from './calendar'
import type { Stage } from './project'
import type { ReviewStatus } from './review-workflow'

/** Rule 7, as versioned data: what is due of a work in a stage. */
export type DutyRules = { dueDay: number; resubmitWorkdays: number; byStage: Record<Stage, 'none' | 'monthly' | 'quarterly'> }

export const reportStates = ['on-time', 'late', 'returned', 'due', 'missing', 'not-due', 'before-reporting'] as const
export type ReportState = (typeof reportStates)[number]

/** A submission of a month: what is needed to judge its time. */
export type Try = { status: ReviewStatus; submittedOn: Day; decidedOn: Day | null; backfilled: boolean }

/** `stages` = the stage in force from a day on, oldest first; `accountSince` = the day a unit of the work first had an account. */
export type DutyFacts = { stages: readonly { stage: Stage; from: Day }[]; accountSince: Day | null }

export type MonthReport = { month: Month; state: ReportState; dueOn: Day; lateDays: number; review: ReviewStatus | null }

/** Reporting begins the month after somebody can report; null while nobody can. */
export function reportingFrom(facts: DutyFacts): Month | null {
  return facts.accountSince === null ? null : addMonths(monthOf(facts.accountSince), 1)
}

/** The stage in force at the end of a month; a month before the first known stage has that first stage's predecessor: unknown. */
export function stageIn(facts: DutyFacts, month: Month): Stage {
  return facts.stages.filter((entry) => monthOf(entry.from) <= month).at(-1)?.stage ?? 'unknown'
}

export function isDue(facts: DutyFacts, month: Month, rules: DutyRules): boolean {
  const duty = rules.byStage[stageIn(facts, month)]
  return duty === 'monthly' || (duty === 'quarterly' && monthNumber(month) % 3 === 0)
}

/** On time = first submission by the due day, and each resubmission within the working days allowed after its return. */
export function lateDay(tries: readonly Try[], dueOn: Day, rules: DutyRules, holidays: Holidays): Day | null {
  let allowed = dueOn
  for (const attempt of tries) {
    if (attempt.backfilled) return null
    if (attempt.submittedOn > allowed) return attempt.submittedOn
    if (attempt.status === 'returned' && attempt.decidedOn) allowed = addWorkdays(attempt.decidedOn, rules.resubmitWorkdays, holidays)
  }
  return null
}

/** Where one month of one work stands on a day. `tries` are its submissions, oldest first, withdrawn ones left out. */
export function monthReport(
  facts: DutyFacts,
  month: Month,
  tries: readonly Try[],
  today: Day,
  rules: DutyRules,
  holidays: Holidays,
): MonthReport {
  const dueOn = reportDueOn(month, rules.dueDay, holidays)
  const last = tries.at(-1)
  const late = lateDay(tries, dueOn, rules, holidays)
  const report = { month, dueOn, lateDays: 0, review: last?.status ?? null }
  if (last?.status === 'returned') return { ...report, state: 'returned' }
  if (last) return late === null ? { ...report, state: 'on-time' } : { ...report, state: 'late', lateDays: daysLate(dueOn, late) }
  const from = reportingFrom(facts)
  if (!isDue(facts, month, rules) || from === null) return { ...report, state: 'not-due' }
  if (month < from) return { ...report, state: 'before-reporting' }
  return { ...report, state: today > dueOn ? 'missing' : 'due' }
}

const daysLate = (dueOn: Day, on: Day): number => Math.round((Date.parse(on) - Date.parse(dueOn)) / 86_400_000)

/** The month whose report is asked for on a day: the last whole one. */
export const dueMonth = (today: Day): Month => addMonths(monthOf(today), -1)
