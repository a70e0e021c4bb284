import type { MonthlyForm } from '../../../../db/queries/update-form'
import type { Locale, Messages } from '../../../../domain/messages'
import { monthWords } from '../../../_lib/locale'

/** Any month since the plan began: past ones are back-filled, approved ones corrected. */
export function MonthChooser({ form: { work, period, months }, locale, t }: { form: MonthlyForm; locale: Locale; t: Messages }) {
  const state = (month: MonthlyForm['months'][number]) =>
    month.review === 'approved' || month.review === 'submitted' ? t.labels.reviewStatuses[month.review] : t.labels.reportStates[month.state]
  return (
    <nav className="other-months" aria-label={t.updates.otherMonths}>
      <form method="get" action={`/projects/${work.code}/update`}>
        <label className="chip">
          <span className="sr">{t.updates.otherMonths}</span>
          <select name="period" defaultValue={period} data-sends="">
            {months.map((month) => (
              <option key={month.month} value={month.month}>
                {monthWords(month.month, locale)} · {state(month)}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          <button type="submit" className="button">
            {t.common.choose}
          </button>
        </noscript>
      </form>
      <a href={`/projects/${work.code}/milestone`}>{t.updates.toMilestones}</a>
      <a href={`/projects/${work.code}/completion`}>{t.updates.toCompletion}</a>
    </nav>
  )
}
