import type { FactSheetForm } from '../../../../db/queries/fact-sheet-form'
import type { Day } from '../../../../domain/calendar'
import { draftFiles, factSheetDraft } from '../../../../domain/draft'
import { evidenceLimits } from '../../../../domain/evidence'
import { fill, type Messages } from '../../../../domain/messages'
import { DraftKeeper } from '../../../_components/draft-keeper'
import { EvidenceField } from '../../../_components/evidence-field'
import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { OnBehalf } from '../../../_components/on-behalf'
import { Version } from '../../../_components/stale'
import { minuteWords } from '../../../_lib/instant'
import { sendSheet, takeFile } from './actions'
import { ContactAndApprovals, MoneyFields, ProjectFields } from './fields'
import { sheetFields } from './sheet-words'

type Props = { form: FactSheetForm; isBureau: boolean; today: Day; t: Messages }

/** 项目基础信息 as one form: kept as one types, begun from what is in force or was returned. */
export function SheetForm({ form, isBureau, today, t }: Props) {
  const { work, sheets, current, values, draft, files } = form
  const words = t.facts
  const now = current?.revision ?? 0
  // A draft goes on from the revision it was begun on: when another one came into force meanwhile, both are shown.
  const began = draft?.body.version === undefined ? now : Number(draft.body.version)
  const subject = factSheetDraft(work.code)
  const returned = sheets[0]?.status === 'returned' ? sheets[0] : null
  return (
    <ActionForm action={sendSheet} aria-label={words.sheetTitle}>
      <DraftKeeper
        subject={subject}
        version={draft?.version ?? 0}
        time={draft ? minuteWords(draft.updatedAt).slice(5) : null}
        words={t.updates.draft}
      />
      {returned ? (
        <Notice tone="slow">{fill(words.sheetReturned, { revision: returned.revision, reason: returned.decisionReason ?? '' })}</Notice>
      ) : null}
      {began !== now ? <Notice tone="slow">{fill(words.draftOld, { before: began, now })}</Notice> : null}
      <Hidden name="code" value={work.code} />
      <Version version={began} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={sheetFields(t)} />
      {isBureau ? <OnBehalf values={values} today={today} t={t} /> : null}
      <ProjectFields values={values} t={t} />
      <MoneyFields values={values} t={t} />
      <ContactAndApprovals values={values} t={t} />
      <EvidenceField
        subject={draftFiles(subject)}
        files={files.map(({ id, sha256, name, mime }) => ({ id, sha256, name, mime }))}
        most={evidenceLimits.perSubject}
        words={{ ...t.updates.evidence, warning: t.common.secretWarning }}
        remove={takeFile}
      />
      <div className="form-end form-end-fixed">
        <Submit>{words.submit}</Submit>
      </div>
    </ActionForm>
  )
}
