import { z } from 'zod'
import type { Holidays } from './calendar'
import { addMonths, type Day, type Month, monthsFrom, reportDueOn } from './calendar'
import type { CalendarEntry } from './calendar-file'
import { type DutyRules, dueMonth } from './duty'
import { idField, needed } from './fields'
import { fill } from './fill'
import type { MeetingKind } from './meeting'
import type { Messages } from './messages'
import type { Stage } from './project'

export const feedChoice = z.object({ id: needed(idField()) })

/** `works` = how many works owe the month's report; null for a reader who does not report. */
export type FeedReport = { month: Month; dueOn: Day; works: { names: string[]; total: number } | null }
export type FeedMilestone = { id: number; code: string; work: string; name: string; on: Day }
export type FeedMeeting = { id: number; kind: MeetingKind; title: string; on: Day; place: string | null }
export type FeedFinding = { number: string; facts: string; on: Day }
export type FeedCondition = { id: number; work: string; ask: string; on: Day }
export type FeedFacts = {
  reports: FeedReport[]
  milestones: FeedMilestone[]
  meetings: FeedMeeting[]
  findings: FeedFinding[]
  conditions: FeedCondition[]
}

export const feedMonths = 12

/** The month that is asked for now and those after it, each with the day its report is due. */
export function feedReportDays(today: Day, rules: DutyRules, holidays: Holidays): { month: Month; dueOn: Day }[] {
  const first = dueMonth(today)
  return monthsFrom(first, addMonths(first, feedMonths - 1)).map((month) => ({
    month,
    dueOn: reportDueOn(month, rules.dueDay, holidays),
  }))
}

/** Whether a work owes a report of a month to come, as its stage stands now. */
export function owes(stage: Stage, month: Month, rules: DutyRules): boolean {
  const duty = rules.byStage[stage]
  return duty === 'monthly' || (duty === 'quarterly' && Number(month.slice(5)) % 3 === 0)
}

/** Each thing on its day, with an address that leads to it; `origin` = where this house is reached. */
export function feedEntries(facts: FeedFacts, origin: string, t: Messages): CalendarEntry[] {
  const entry = (kind: string, id: string | number, day: Day, summary: string, description: string, path: string): CalendarEntry => {
    return { uid: `${kind}-${id}@hengdong`, day, summary, description, url: `${origin}${path}` }
  }
  const words = t.feed
  return [
    ...facts.reports.map((row) => {
      const { summary, description } = reportWords(row, t)
      return entry('report', row.month, row.dueOn, summary, description, row.works ? '/' : `/months/${row.month}`)
    }),
    ...facts.milestones.map(({ id, code, work, name, on }) =>
      entry('milestone', id, on, fill(words.milestone, { name, work }), words.milestoneNote, `/projects/${code}#milestones`),
    ),
    ...facts.meetings.map(({ id, title, on, place }) =>
      entry('meeting', id, on, fill(words.meeting, { title }), place ?? '', `/meetings/${id}`),
    ),
    ...facts.findings.map(({ number, facts: found, on }) =>
      entry('finding', number, on, fill(words.finding, { number }), found, `/findings/${number}`),
    ),
    ...facts.conditions.map(({ id, work, ask, on }) =>
      entry('condition', id, on, fill(words.condition, { work }), ask, `/conditions/${id}`),
    ),
  ]
}

function reportWords({ month, works }: FeedReport, { feed }: Messages): { summary: string; description: string } {
  if (works === null) return { summary: fill(feed.reportDesk, { month }), description: '' }
  const more = works.total > works.names.length ? fill(feed.andMore, { total: works.total }) : ''
  return { summary: fill(feed.report, { month, works: works.total }), description: works.names.join('\n') + more }
}
