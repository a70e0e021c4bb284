import type { MilestoneForm as Form } from '../../../../db/queries/milestone-form'
import type { Day } from '../../../../domain/calendar'
import { draftFiles, milestoneDraft } from '../../../../domain/draft'
import { evidenceLimits } from '../../../../domain/evidence'
import { fill, type Messages } from '../../../../domain/messages'
import { DraftKeeper } from '../../../_components/draft-keeper'
import { EvidenceField } from '../../../_components/evidence-field'
import { ActionForm, Hidden, Submit, WordsField } from '../../../_components/form'
import { FormTop } from '../../../_components/form-top'
import { Notice } from '../../../_components/notice'
import { OnBehalf } from '../../../_components/on-behalf'
import { minuteWords } from '../../../_lib/instant'
import { sendMilestone, takeFile } from './actions'
import { SaysFields } from './says-fields'

type Props = { form: Form; onBehalf: boolean; today: Day; t: Messages }

export function MilestoneForm({ form, onBehalf, today, t }: Props) {
  const { work, milestone, values, draft, files } = form
  const { updates } = t
  const subject = milestoneDraft(work.code, milestone.id)
  return (
    <ActionForm action={sendMilestone} aria-label={updates.milestoneTitle} className="form update-form">
      <FormTop back={`/projects/${work.code}/milestone`} backText={t.common.back} title={milestone.name}>
        <DraftKeeper
          subject={subject}
          version={draft?.version ?? 0}
          time={draft ? minuteWords(draft.updatedAt).slice(5) : null}
          words={updates.draft}
        />
      </FormTop>
      <p className="soft form-lead">
        <span lang="zh-CN">{work.name}</span> ·{' '}
        {fill(updates.milestoneDates, { planned: milestone.baselineOn ?? '—', forecast: milestone.forecastOn ?? '—' })}
        <br />
        <span lang="zh-CN">{fill(updates.milestoneProof, { definition: milestone.definition, proof: milestone.proof })}</span>
      </p>
      {milestone.metOn ? (
        <>
          <Notice tone="slow">{fill(updates.milestoneIsMet, { day: milestone.metOn })}</Notice>
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
      <Hidden name="milestoneId" value={milestone.id} />
      {onBehalf ? <OnBehalf values={values} today={today} t={t} /> : null}
      <SaysFields values={values} today={today} words={updates} />
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
