import type { MonthlyForm } from '../../../../db/queries/update-form'
import { fill, type Locale, type Messages } from '../../../../domain/messages'
import { FormTop } from '../../../_components/form-top'
import { Notice } from '../../../_components/notice'
import { minuteWords } from '../../../_lib/instant'
import { monthWords } from '../../../_lib/locale'

type Props = { form: MonthlyForm; correcting: boolean; locale: Locale; t: Messages }

/** Where the month stands before one types: it waits, it was returned and why, it is approved and may be corrected. */
export function MonthStands({ form, correcting, locale, t }: Props) {
  const { work, period, tries } = form
  const open = tries.find((row) => row.status === 'submitted')
  const current = tries.find((row) => row.current)
  const last = tries[0]
  const month = monthWords(period, locale)
  const closed = work.stage === 'withdrawn' || open !== undefined || (current !== undefined && !correcting)
  return (
    <>
      {closed ? <FormTop back={`/projects/${work.code}`} backText={t.common.back} title={fill(t.updates.monthTitle, { month })} /> : null}
      {work.stage === 'withdrawn' ? <Notice>{t.errors['withdrawn-work']}</Notice> : null}
      {open ? (
        <Notice>
          {fill(t.updates.waits, { month, at: minuteWords(open.submittedAt) })}{' '}
          <a href={`/updates/${open.id}`}>{t.updates.seeOrWithdraw}</a>
        </Notice>
      ) : null}
      {!open && current && !correcting ? (
        <Notice tone="good">
          {fill(t.updates.isApproved, { month })} <a href={`/updates/${current.id}`}>{t.updates.see}</a>{' '}
          <a href={`/projects/${work.code}/update?period=${period}&revise=1`}>{t.updates.correct}</a>
        </Notice>
      ) : null}
      {!open && last?.status === 'returned' ? (
        <Notice tone="late">
          {fill(t.updates.wasReturned, { at: minuteWords(last.decidedAt ?? last.submittedAt), reason: last.decisionReason ?? '—' })}
        </Notice>
      ) : null}
    </>
  )
}
