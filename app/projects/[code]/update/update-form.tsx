import type { MonthlyForm } from '../../../../db/queries/update-form'
import { conditionKinds } from '../../../../domain/condition'
import { draftFiles, monthlyDraft } from '../../../../domain/draft'
import { evidenceLimits } from '../../../../domain/evidence'
import { fill } from '../../../../domain/messages'
import { DraftKeeper } from '../../../_components/draft-keeper'
import { EvidenceField } from '../../../_components/evidence-field'
import { ActionForm, Hidden, Submit, WordsField } from '../../../_components/form'
import { FormTop } from '../../../_components/form-top'
import { OnBehalf } from '../../../_components/on-behalf'
import { RemarkField } from '../../../_components/remark-field'
import { minuteWords } from '../../../_lib/instant'
import { monthWords } from '../../../_lib/locale'
import { sendMonth, takeFile } from './actions'
import { ConditionFields } from './condition-fields'
import { ForecastField, PercentField, QuantityField, StepField } from './fields'
import { InvestmentField } from './investment-field'
import { type FormProps, investmentHint } from './last-month'

type Unit = { id: number; name: string }
type Props = FormProps & { units: readonly Unit[]; onBehalf: boolean; correcting: boolean }

/** At most ten fields, prefilled with what is approved; last month stands under each. */
export function UpdateForm({ form, units, onBehalf, correcting, today, locale, t }: Props) {
  const { work, period, values, draft, files } = form
  const { updates } = t
  const shared = { form, today, locale, t }
  const subject = monthlyDraft(work.code, period)
  const month = monthWords(period, locale)
  return (
    <ActionForm action={sendMonth} aria-label={fill(updates.monthTitle, { month })} className="form update-form">
      <FormTop
        back={`/projects/${work.code}`}
        backText={t.common.back}
        title={fill(correcting ? updates.correctTitle : updates.monthTitle, { month })}
      >
        <DraftKeeper
          subject={subject}
          version={draft?.version ?? 0}
          time={draft ? minuteWords(draft.updatedAt).slice(5) : null}
          words={updates.draft}
        />
      </FormTop>
      <p className="soft form-lead">
        <span lang="zh-CN">{work.name}</span> · {fill(form.before ? updates.lead : updates.leadFirst, { fields: fieldCount(form) })}
      </p>
      <Hidden name="code" value={work.code} />
      <Hidden name="period" value={period} />
      {correcting ? (
        <WordsField
          name="revisionReason"
          label={updates.revisionReason}
          hint={updates.revisionHint}
          maxLength={500}
          rows={2}
          defaultValue={values.revisionReason}
        />
      ) : null}
      {onBehalf ? <OnBehalf values={values} today={today} t={t} /> : null}
      <InvestmentField
        basis={values.investmentBasis ?? 'month'}
        typed={values.investment ?? ''}
        beforeYuan={form.beforeYuan}
        hint={investmentHint(shared)}
        words={{ ...updates.investment, label: fill(updates.investment.label, { month }), unit: t.common.wan }}
      />
      <StepField {...shared} />
      <PercentField {...shared} />
      <WordsField name="progressText" label={updates.progressText} optional maxLength={500} rows={2} defaultValue={values.progressText} />
      <QuantityField {...shared} />
      <ForecastField {...shared} />
      {form.past ? null : (
        <ConditionFields
          kinds={conditionKinds.map((kind) => ({ value: kind, text: t.labels.conditionKinds[kind] }))}
          units={units.map(({ id, name }) => ({ value: String(id), text: name }))}
          kind={values.conditionKind ?? ''}
          ask={values.conditionAsk ?? ''}
          unit={values.conditionUnitId ?? ''}
          words={updates.condition}
        />
      )}
      <RemarkField texts={t.checks} ask={updates.oddAsk} label={updates.remark} hint={updates.remarkHint} defaultValue={values.remark} />
      <EvidenceField
        subject={draftFiles(subject)}
        files={files.map(({ id, sha256, name, mime }) => ({ id, sha256, name, mime }))}
        most={evidenceLimits.perSubject}
        words={{ ...updates.evidence, warning: t.common.secretWarning }}
        remove={takeFile}
      />
      <div className="form-end form-end-fixed">
        {correcting ? null : (
          <Submit look="plain" name="noChange" value="on">
            {updates.noChange}
          </Submit>
        )}
        <Submit>{onBehalf ? updates.sendForReview : updates.send}</Submit>
      </div>
    </ActionForm>
  )
}

const fieldCount = ({ quantity, next, past }: MonthlyForm): number => 6 + Number(quantity !== null) + (past ? 0 : 1 + Number(next !== null))
