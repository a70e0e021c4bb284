import type { MonthlyForm } from '../../../../db/queries/update-form'
import { addMonths, type Day, type Month } from '../../../../domain/calendar'
import { fill, type Locale, type Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import { monthWords } from '../../../_lib/locale'

export type FormProps = { form: MonthlyForm; today: Day; locale: Locale; t: Messages }
type Props = Omit<FormProps, 'today'>

/** `8月 3,400.00 · 年计划 36,000.00`: what was approved last, and what the year is to bring. */
export function investmentHint({ form, locale, t }: Props): string {
  const { before, beforeAmount, facts, period } = form
  const { updates } = t
  const parts: string[] = []
  if (before && before.yearToDateYuan !== null) {
    const month = monthWords(before.period, locale)
    const toDate = fill(updates.toDate, { month, figure: formatWan(before.yearToDateYuan) })
    const single =
      beforeAmount && isNeighbour(before.period, period) ? fill(updates.inMonth, { month, figure: formatWan(beforeAmount.yuan) }) : null
    parts.push(single ?? toDate)
  }
  if (facts.plan?.yuan) parts.push(fill(updates.yearPlan, { figure: formatWan(facts.plan.yuan) }))
  return parts.join(' · ') || updates.nothingBefore
}

const isNeighbour = (before: Month, period: Month): boolean => addMonths(before, 1) === period

/** `上次（8月）60`: last month's answer, under or inside its field. */
export function lastSaid({ form, locale, t }: Props, value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined || !form.before) return undefined
  return fill(t.updates.lastMonth, { month: monthWords(form.before.period, locale), value })
}
