import type { ReactNode } from 'react'
import type { DifferenceTask } from '../../db/queries/differences'
import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import type { RatingTask as AskedAnswer } from '../../db/queries/ratings'
import type { MaterialRequest } from '../../db/queries/round-materials'
import { type Day, daysBetween } from '../../domain/calendar'
import type { Locale, Messages } from '../../domain/messages'
import { FindingTask, isLate, type UnitKind, unitKinds } from './finding-task'
import { CorrectionTask, MaterialTask, RatingTask } from './inspection-tasks'
import { AskedTask, DueTask, MilestoneTask, OutputTask, ReturnedTask } from './owner-tasks'
import type { MonthThings } from './owner-things'

/** One card of the home page; `late` first, then by days past (or before, negative) its deadline. */
export type Entry = { key: string; late: boolean; days: number; card: (main: boolean) => ReactNode }
type Said = { today: Day; locale: Locale; t: Messages }

export const byUrgency = (a: Entry, b: Entry): number => Number(b.late) - Number(a.late) || b.days - a.days

/** What was sent back has waited for its answer; nothing goes before it. */
const first = 100_000
/** Without a deadline of its own. */
const someday = -30

/** What every month asks: reports, milestones, questions, output. */
export function monthEntries(
  { returned, due, milestones, asked, outputs, organisationId }: MonthThings,
  { today, locale, t }: Said,
): Entry[] {
  return [
    ...returned.map((row) =>
      entry(`${row.kind}${row.id}`, true, first, (main) => <ReturnedTask row={row} main={main} locale={locale} t={t} />),
    ),
    ...due.map((row) =>
      entry(`due${row.row.code}`, row.overdueDays > 0, daysBetween(row.dueOn, today), (main) => (
        <DueTask due={row} today={today} main={main} locale={locale} t={t} />
      )),
    ),
    ...milestones.map((row) =>
      entry(`milestone${row.id}`, false, row.overdueDays, (main) => <MilestoneTask milestone={row} main={main} locale={locale} t={t} />),
    ),
    ...asked.map((row) => entry(`asked${row.id}`, row.days > 30, row.days - 30, (main) => <AskedTask condition={row} main={main} t={t} />)),
    ...outputs.map((row) =>
      entry(`output${row.chainId}`, false, someday, (main) => (
        <OutputTask output={row} organisationId={organisationId} main={main} t={t} />
      )),
    ),
  ]
}

export type InspectionThings = {
  materials: readonly MaterialRequest[]
  findings: readonly FindingTaskGroup[]
  ratings: readonly AskedAnswer[]
  differences: readonly DifferenceTask[]
}

const fewFindings = 3

/** What an inspection asks: materials before it, and after it findings, answers, corrections. */
export function inspectionEntries({ materials, findings, ratings, differences }: InspectionThings, said: Said): Entry[] {
  const { today, locale, t } = said
  return [
    ...materials.map((request) => {
      const days = request.dueOn === null ? someday : daysBetween(request.dueOn, today)
      const card = (main: boolean) => <MaterialTask request={request} overdueDays={days} main={main} locale={locale} t={t} />
      return entry(`material${request.roundWorkId}`, days > 0, days, card)
    }),
    ...findings.flatMap(({ kind, rows }) => (isUnitKind(kind) ? findingEntries(kind, rows.slice(0, fewFindings), said) : [])),
    ...ratings.map((rating) =>
      entry(`rating${rating.id}`, rating.overdueDays > 0, daysBetween(rating.answerDueOn, today), (main) => (
        <RatingTask rating={rating} main={main} locale={locale} t={t} />
      )),
    ),
    ...byMonth(differences).map((figures) =>
      entry(`correct${figures[0].id}`, false, 0, (main) => <CorrectionTask figures={figures} main={main} locale={locale} t={t} />),
    ),
  ]
}

const findingEntries = (kind: UnitKind, rows: FindingTaskGroup['rows'], { today, locale, t }: Said): Entry[] =>
  rows.map((row) =>
    entry(`finding${row.id}`, isLate(kind, row), row.dueOn === null ? someday : daysBetween(row.dueOn, today), (main) => (
      <FindingTask kind={kind} row={row} today={today} main={main} locale={locale} t={t} />
    )),
  )

/** How many findings wait, and how many of them have no card. */
export function findingCounts(groups: readonly FindingTaskGroup[]): { all: number; unshown: number } {
  const own = groups.filter(({ kind }) => isUnitKind(kind))
  const all = own.reduce((sum, { total }) => sum + total, 0)
  return { all, unshown: all - own.reduce((sum, { rows }) => sum + Math.min(rows.length, fewFindings), 0) }
}

const isUnitKind = (kind: string): kind is UnitKind => (unitKinds as readonly string[]).includes(kind)

/** One form corrects every figure of its month at once. */
function byMonth(differences: readonly DifferenceTask[]): [DifferenceTask, ...DifferenceTask[]][] {
  const groups = new Map<string, [DifferenceTask, ...DifferenceTask[]]>()
  for (const figure of differences) {
    const key = `${figure.code} ${figure.month ?? figure.line.figure}`
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()]
}

const entry = (key: string, late: boolean, days: number, card: Entry['card']): Entry => ({ key, late, days, card })
