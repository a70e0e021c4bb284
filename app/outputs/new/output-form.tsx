import type { OutputForm as Form } from '../../../db/queries/output-form'
import { type Day, quarterEnd } from '../../../domain/calendar'
import { draftFiles, outputDraft } from '../../../domain/draft'
import { evidenceLimits } from '../../../domain/evidence'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { DraftKeeper } from '../../_components/draft-keeper'
import { EvidenceField } from '../../_components/evidence-field'
import { ActionForm, Hidden, NumberField, Submit, WordsField } from '../../_components/form'
import { FormTop } from '../../_components/form-top'
import { OnBehalf } from '../../_components/on-behalf'
import { minuteWords } from '../../_lib/instant'
import { sendOutput, takeFile } from './actions'

type Props = { form: Form; onBehalf: boolean; correcting: boolean; today: Day; t: Messages }

/** One figure a quarter: the year so far, in the chain's own measure. */
export function OutputForm({ form, onBehalf, correcting, today, t }: Props) {
  const { organisationId, chainId, organisation, chain, quarter, before, values, draft, files } = form
  const { output, updates } = t
  const subject = outputDraft(organisationId, chainId, quarter)
  const measure = chain.target ? t.labels.measures[chain.target.measure] : output.measure
  const hint = before ? fill(output.lastTime, { quarter: before.quarter, figure: formatWan(before.yearToDateYuan) }) : output.nothingBefore
  return (
    <ActionForm action={sendOutput} aria-label={output.title} className="form update-form">
      <FormTop back="/outputs/new" backText={t.common.back} title={fill(output.quarterTitle, { quarter })}>
        <DraftKeeper
          subject={subject}
          version={draft?.version ?? 0}
          time={draft ? minuteWords(draft.updatedAt).slice(5) : null}
          words={updates.draft}
        />
      </FormTop>
      <p className="soft form-lead" lang="zh-CN">
        {organisation} · {chain.name}
      </p>
      <Hidden name="organisationId" value={organisationId} />
      <Hidden name="chainId" value={chainId} />
      <Hidden name="quarter" value={quarter} />
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
      <NumberField
        name="yearToDate"
        label={fill(output.yearToDate, { measure, month: quarterEnd(quarter) })}
        unit={t.common.wan}
        hint={hint}
        defaultValue={values.yearToDate}
      />
      <WordsField
        name="remark"
        label={updates.remark}
        hint={updates.remarkHint}
        optional
        maxLength={1000}
        rows={2}
        defaultValue={values.remark}
      />
      <EvidenceField
        subject={draftFiles(subject)}
        files={files.map(({ id, sha256, name, mime }) => ({ id, sha256, name, mime }))}
        most={evidenceLimits.perSubject}
        words={{ ...updates.evidence, warning: t.common.secretWarning }}
        remove={takeFile}
      />
      <p className="hint">{output.whoSees}</p>
      <div className="form-end form-end-fixed">
        <Submit>{onBehalf ? updates.sendForReview : updates.send}</Submit>
      </div>
    </ActionForm>
  )
}
