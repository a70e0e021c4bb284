import type { FundForm } from '../../../../db/queries/fund-form'
import { fundMeasures } from '../../../../domain/fund'
import { fundWarnings } from '../../../../domain/fund-checks'
import { fill, type Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import { ActionForm, Hidden, NumberField, Submit, Tick, WordsField } from '../../../_components/form'
import { OnBehalf } from '../../../_components/on-behalf'
import { RemarkField } from '../../../_components/remark-field'
import { sendFunds } from './actions'

type Props = { form: FundForm; correcting: boolean; onBehalf: boolean; today: string; t: Messages }

/** Three figures a source, begun with what is approved; what stays empty is not known. */
export function FundsForm({ form, correcting, onBehalf, today, t }: Props) {
  const { work, quarter, values, totalYuan } = form
  const words = t.funds
  return (
    <ActionForm key={`${quarter} ${form.tries.length}`} action={sendFunds} className="form" aria-label={fill(words.formOf, { quarter })}>
      <p className="soft">
        {words.formLead} {totalYuan === null ? words.totalUnknown : fill(words.totalIs, { figure: formatWan(totalYuan) })}
      </p>
      <Hidden name="code" value={work.code} />
      <Hidden name="quarter" value={quarter} />
      {correcting ? (
        <WordsField
          name="revisionReason"
          label={words.revisionReason}
          hint={words.revisionHint}
          maxLength={500}
          rows={2}
          defaultValue={values.revisionReason}
        />
      ) : null}
      {onBehalf ? <OnBehalf values={{ onBehalfSource: values.onBehalfSource, onBehalfOn: values.onBehalfOn }} today={today} t={t} /> : null}
      <div className="fund-lines">
        {form.sources.map((source, index) => (
          <SourceLine key={source.id} form={form} index={index} t={t} />
        ))}
      </div>
      <Tick name="restNone" label={words.restNone} />
      <RemarkField
        texts={warningTexts(t)}
        ask={words.remarkAsk}
        label={words.remark}
        hint={words.remarkHint}
        defaultValue={values.remark}
      />
      <p className="hint">{t.common.secretWarning}</p>
      <div className="form-end form-end-fixed">
        <Submit>{words.send}</Submit>
      </div>
    </ActionForm>
  )
}

function SourceLine({ form: { sources, values, before }, index, t }: { form: FundForm; index: number; t: Messages }) {
  const source = sources[index]
  if (!source) return null
  const words = t.funds
  const typed = values.lines[source.id]
  const was = before?.lines.find(({ sourceId }) => sourceId === source.id)
  const hints = { planned: was?.plannedYuan, inPlace: was?.inPlaceYuan, paid: was?.paidYuan }
  return (
    <fieldset className="fund-line">
      <legend lang="zh-CN">{source.name}</legend>
      <Hidden name={`lines.${index}.sourceId`} value={source.id} />
      {fundMeasures.map((measure) => (
        <NumberField
          key={measure}
          name={`lines.${index}.${measure}`}
          label={words.measures[measure]}
          unit={t.common.wan}
          optional
          hint={hintOf(before?.quarter, hints[measure], t)}
          defaultValue={typed?.[measure] ?? ''}
        />
      ))}
    </fieldset>
  )
}

const hintOf = (quarter: string | undefined, yuan: number | null | undefined, { funds }: Messages): string | undefined =>
  quarter === undefined || yuan === null || yuan === undefined ? undefined : fill(funds.lastTime, { quarter, figure: formatWan(yuan) })

const warningTexts = ({ reviews }: Messages): Record<string, string> =>
  Object.fromEntries(fundWarnings.map((code) => [code, `${reviews.checks[code]}${reviews.semicolon}`]))
