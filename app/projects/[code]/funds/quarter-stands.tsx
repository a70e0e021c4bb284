import type { FundForm } from '../../../../db/queries/fund-form'
import { fill, type Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { minuteWords } from '../../../_lib/instant'
import { takeFundsBack } from './actions'

type Props = { form: FundForm; correcting: boolean; mayWithdraw: boolean; mayReview: boolean; t: Messages }

/** Where the quarter stands, and the way to the others. */
export function FundQuarterStands({ form, correcting, mayWithdraw, mayReview, t }: Props) {
  const { work, quarter, waiting, current, cameBack, maySubmit } = form
  const words = t.funds
  const here = `/projects/${work.code}/funds?quarter=${quarter}`
  return (
    <>
      <Quarters form={form} t={t} />
      {waiting ? (
        <Notice>
          {fill(words.waits, { quarter, at: minuteWords(waiting.submittedAt) })}{' '}
          {mayReview && !mayWithdraw ? <a href={`/reviews?item=funds:${waiting.id}`}>{words.toReview}</a> : null}
        </Notice>
      ) : null}
      {waiting && mayWithdraw ? (
        <ActionForm action={takeFundsBack} aria-label={words.withdraw}>
          <Hidden name="id" value={waiting.id} />
          <Submit look="plain">{words.withdraw}</Submit>
        </ActionForm>
      ) : null}
      {!waiting && cameBack?.decisionReason ? (
        <Notice tone="late">{fill(words.wasReturned, { quarter, reason: cameBack.decisionReason })}</Notice>
      ) : null}
      {!waiting && current && !correcting ? (
        <Notice tone="good">
          {fill(words.isApproved, { quarter })} {maySubmit ? <a href={`${here}&revise=1`}>{words.correct}</a> : null}
        </Notice>
      ) : null}
    </>
  )
}

function Quarters({ form: { work, quarter, quarters }, t }: { form: FundForm; t: Messages }) {
  return (
    <form method="get" action={`/projects/${work.code}/funds`} className="other-months">
      <label className="chip">
        <span className="sr">{t.funds.otherQuarters}</span>
        <select name="quarter" defaultValue={quarter} data-sends="">
          {quarters.map((each) => (
            <option key={each.quarter} value={each.quarter}>
              {each.quarter} · {each.status ? t.labels.reviewStatuses[each.status] : t.funds.notReturned}
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
