import type { OutputForm } from '../../../db/queries/output-form'
import { fill, type Messages } from '../../../domain/messages'
import { FormTop } from '../../_components/form-top'
import { Notice } from '../../_components/notice'
import { minuteWords } from '../../_lib/instant'

type Props = { form: OutputForm; correcting: boolean; t: Messages }

/** Where the quarter stands, and the way to the others. */
export function QuarterStands({ form, correcting, t }: Props) {
  const { organisationId, chainId, quarter, tries } = form
  const open = tries.find((row) => row.status === 'submitted')
  const current = tries.find((row) => row.current)
  const last = tries[0]
  const here = `/outputs/new?organisation=${organisationId}&chain=${chainId}&quarter=${quarter}`
  return (
    <>
      {open || (current && !correcting) ? (
        <FormTop back="/outputs/new" backText={t.common.back} title={fill(t.output.quarterTitle, { quarter })} />
      ) : null}
      {open ? (
        <Notice>
          {fill(t.updates.waits, { month: quarter, at: minuteWords(open.submittedAt) })}{' '}
          <a href={`/outputs/${open.id}`}>{t.updates.seeOrWithdraw}</a>
        </Notice>
      ) : null}
      {!open && current && !correcting ? (
        <Notice tone="good">
          {fill(t.updates.isApproved, { month: quarter })} <a href={`/outputs/${current.id}`}>{t.updates.see}</a>{' '}
          <a href={`${here}&revise=1`}>{t.output.correct}</a>
        </Notice>
      ) : null}
      {!open && last?.status === 'returned' ? (
        <Notice tone="late">
          {fill(t.updates.wasReturned, { at: minuteWords(last.decidedAt ?? last.submittedAt), reason: last.decisionReason ?? '—' })}
        </Notice>
      ) : null}
      <Quarters form={form} t={t} />
    </>
  )
}

function Quarters({ form: { organisationId, chainId, quarter, quarters }, t }: { form: OutputForm; t: Messages }) {
  return (
    <form method="get" action="/outputs/new" className="other-months">
      <input type="hidden" name="organisation" value={organisationId} />
      <input type="hidden" name="chain" value={chainId} />
      <label className="chip">
        <span className="sr">{t.output.otherQuarters}</span>
        <select name="quarter" defaultValue={quarter} data-sends="">
          {quarters.map((each) => (
            <option key={each.quarter} value={each.quarter}>
              {each.quarter} · {each.status ? t.labels.reviewStatuses[each.status] : t.output.notReturned}
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
  )
}
