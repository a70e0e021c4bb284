import { type Month, monthsFrom, yearOf } from './calendar'
import type { MonthReport } from './duty'
import { type MonthFigure, monthAmount } from './investment'
import type { ReviewStatus } from './review-workflow'

type Told = MonthFigure & { id: number; status: ReviewStatus; current: boolean; replacesId: number | null }

/** A submission beside what stood approved when it came: the corrected figure of its own month, else the last one of that year before it. */
export type MonthTry<Update> = { update: Update; before: MonthFigure | null }
export type MonthLine<Update> = {
  month: Month
  report: MonthReport | null
  /** Latest first. */
  tries: MonthTry<Update>[]
  /** The month's own amount where it can be derived. */
  amount: ReturnType<typeof monthAmount>
}

/** The months of a work, latest first: every one somebody spoke of and every one that was due. */
export function monthLines<Update extends Omit<Told, 'month'> & { period: Month }>(
  updates: readonly Update[],
  reports: readonly MonthReport[],
): MonthLine<Update>[] {
  const told = updates.map((update) => ({ ...update, month: update.period }))
  const figures = told.filter(({ current }) => current)
  const due = reports.filter(({ state }) => state !== 'not-due' && state !== 'before-reporting')
  const months = [...new Set([...told.map(({ month }) => month), ...due.map(({ month }) => month)])].sort().reverse()
  return months.map((month) => ({
    month,
    report: reports.find((report) => report.month === month) ?? null,
    tries: updates
      .filter((update) => update.period === month)
      .sort((a, b) => b.id - a.id)
      .map((update) => ({
        update,
        before: beforeOf(
          told.find(({ id }) => id === update.id),
          told,
        ),
      })),
    amount: monthAmount(figures, month),
  }))
}

function beforeOf(update: Told | undefined, told: readonly Told[]): MonthFigure | null {
  if (!update) return null
  const corrected = told.find(({ id }) => id === update.replacesId)
  if (corrected?.status === 'approved') return corrected
  return told
    .filter((row) => row.current && row.month < update.month && yearOf(row.month) === yearOf(update.month) && row.yearToDateYuan !== null)
    .reduce<Told | null>((last, row) => (last === null || row.month > last.month ? row : last), null)
}

/** The year's plan and approved figures month by month, for the S-curve; plan is even between its months, null = not known. */
export type CurveMonth = { month: Month; plan: number | null; approved: number | null }
export function curveOf(
  year: number,
  plan: { yuan: number | null; startMonth: Month | null; finishMonth: Month | null } | null,
  figures: readonly MonthFigure[],
): CurveMonth[] {
  const months = monthsFrom(`${year}-01`, `${year}-12`)
  const inside = (month: Month | null, other: Month) => (month !== null && yearOf(month) === year ? month : other)
  const span = monthsFrom(inside(plan?.startMonth ?? null, `${year}-01`), inside(plan?.finishMonth ?? null, `${year}-12`))
  return months.map((month) => ({
    month,
    plan: plan?.yuan == null || span.length === 0 ? null : (plan.yuan * span.filter((part) => part <= month).length) / span.length,
    approved: figures.find((figure) => figure.month === month)?.yearToDateYuan ?? null,
  }))
}
