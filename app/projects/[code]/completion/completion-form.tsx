import type { CompletionForm as Form } from '../../../../db/queries/milestone-form'
import type { Day } from '../../../../domain/calendar'
import { completionDraft, draftFiles } from '../../../../domain/draft'
import { evidenceLimits } from '../../../../domain/evidence'
import { fill, type Locale, type Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import { DraftKeeper } from '../../../_components/draft-keeper'
import { EvidenceField } from '../../../_components/evidence-field'
import { ActionForm, DayField, Hidden, NumberField, Submit, TextField, WordsField } from '../../../_components/form'
import { FormTop } from '../../../_components/form-top'
import { Notice } from '../../../_components/notice'
import { OnBehalf } from '../../../_components/on-behalf'
import { minuteWords } from '../../../_lib/instant'
import { monthWords } from '../../../_lib/locale'
import { sendCompletion, takeFile } from './actions'

type Props = { form: Form; onBehalf: boolean; today: Day; locale: Locale; t: Messages }

/** A finished work in one entry: the day, the final investment, the document. */
export function CompletionForm({ form, onBehalf, today, locale, t }: Props) {
  const { work, values, draft, files, startMonth, totalYuan } = form
  const { updates } = t
  const subject = completionDraft(work.code)
  const current = form.tries.find((row) => row.current)
  const started = startMonth ? fill(updates.startedIn, { month: monthWords(startMonth, locale) }) : null
  return (
    <ActionForm action={sendCompletion} aria-label={updates.completionTitle} className="form update-form">
      <FormTop back={`/projects/${work.code}`} backText={t.common.back} title={updates.completionTitle}>
        <DraftKeeper
          subject={subject}
          version={draft?.version ?? 0}
          time={draft ? minuteWords(draft.updatedAt).slice(5) : null}
          words={updates.draft}
        />
      </FormTop>
      <p className="soft form-lead">
        <span lang="zh-CN">{work.name}</span> · {updates.completionLead}
      </p>
      {current ? (
        <>
          <Notice tone="slow">{fill(updates.completionApproved, { day: current.completedOn ?? '—' })}</Notice>
          <WordsField
            name="revisionReason"
            label={updates.revisionReason}
            hint={updates.revisionHint}
            maxLength={500}
            rows={2}
            defaultValue={values.revisionReason}
          />
        </>
      ) : null}
      <Hidden name="code" value={work.code} />
      {onBehalf ? <OnBehalf values={values} today={today} t={t} /> : null}
      <DayField
        name="completedOn"
        label={updates.completedOn}
        hint={[updates.completedHint, started].filter(Boolean).join(' ')}
        max={today}
        defaultValue={values.completedOn}
      />
      <NumberField
        name="final"
        label={updates.final}
        unit={t.common.wan}
        hint={updates.finalHint}
        aside={totalYuan === null ? undefined : fill(updates.finalTotal, { figure: formatWan(totalYuan) })}
        optional
        defaultValue={values.final}
      />
      <TextField
        name="documentNo"
        label={updates.documentNo}
        hint={updates.documentHint}
        maxLength={200}
        defaultValue={values.documentNo}
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
      <div className="form-end form-end-fixed">
        <Submit>{onBehalf ? updates.sendForReview : updates.send}</Submit>
      </div>
    </ActionForm>
  )
}
