import type { BulletinView } from '../../db/queries/bulletin'
import { textLimits } from '../../domain/bulletin-input'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Version } from '../_components/stale'
import { WrittenRows } from '../_components/written-rows'
import { edit } from './actions'
import { GoodChoices, ProblemChoices } from './choices'

type Props = { view: BulletinView; t: Messages }

const spare = 1

/** What persons write; the figures stand beside it and are not in any field. */
export function TextsForm({ view, t }: Props) {
  const { id, version, facts, texts } = view
  const words = t.bulletins
  return (
    <ActionForm action={edit} aria-label={words.textsTitle}>
      <Hidden name="id" value={id} />
      <Version version={version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={comparable(t)} />
      <HeadFields view={view} t={t} />
      {facts ? (
        <>
          <WordsField
            name="overall"
            label={words.fieldOverall}
            hint={words.fieldOverallHint}
            optional
            rows={3}
            maxLength={textLimits.words}
            defaultValue={texts.overall}
          />
          <GoodChoices facts={facts} chosen={texts.good} t={t} />
          <ProblemChoices facts={facts} chosen={texts.problems} t={t} />
          <Requirements view={view} t={t} />
        </>
      ) : (
        <Corrections view={view} t={t} />
      )}
      <WordsField name="closing" label={words.fieldClosing} optional rows={2} maxLength={textLimits.words} defaultValue={texts.closing} />
      <div className="form-end">
        <Submit>{words.saveTexts}</Submit>
      </div>
    </ActionForm>
  )
}

function comparable(t: Messages) {
  const words = t.bulletins
  return [
    { name: 'title', label: words.fieldTitle },
    { name: 'issuer', label: words.fieldIssuer },
    { name: 'addressee', label: words.fieldAddressee },
    { name: 'opening', label: words.fieldOpening },
    { name: 'overall', label: words.fieldOverall },
    { name: 'closing', label: words.fieldClosing },
  ]
}

function HeadFields({ view: { title, texts, kind }, t }: Props) {
  const words = t.bulletins
  const opening = kind === 'bulletin' ? words.fieldOpening : words.fieldOpeningErratum
  return (
    <>
      <TextField name="title" label={words.fieldTitle} maxLength={100} autoComplete="off" defaultValue={title} />
      <div className="form-row">
        <TextField name="issuer" label={words.fieldIssuer} maxLength={60} autoComplete="off" defaultValue={texts.issuer} />
        <TextField name="signer" label={words.fieldSignerProposed} maxLength={40} optional autoComplete="off" defaultValue={texts.signer} />
      </div>
      <TextField name="addressee" label={words.fieldAddressee} maxLength={200} optional autoComplete="off" defaultValue={texts.addressee} />
      <WordsField name="opening" label={opening} optional rows={3} maxLength={textLimits.words} defaultValue={texts.opening} />
    </>
  )
}

function Requirements({ view: { texts }, t }: Props) {
  const words = t.bulletins
  const rows = Array.from({ length: textLimits.requirements }, (_, index) => {
    const name = `requirements.${index}`
    const before = texts.requirements[index]
    return (
      <div key={name} className="form-row bulletin-requirement">
        <WordsField
          name={`${name}.words`}
          label={fill(words.requirementWords, { n: index + 1 })}
          optional
          rows={2}
          maxLength={textLimits.choice}
          defaultValue={before?.words}
        />
        <DayField name={`${name}.dueOn`} label={words.requirementDue} optional defaultValue={before?.dueOn} />
      </div>
    )
  })
  return (
    <Rows title={words.requirementsTitle} lead={words.requirementsLead}>
      <WrittenRows rows={rows} shown={Math.min(rows.length, texts.requirements.length + spare)} most={rows.length} add={words.moreRows} />
    </Rows>
  )
}

function Corrections({ view: { texts }, t }: Props) {
  const words = t.bulletins
  const rows = Array.from({ length: textLimits.corrections }, (_, index) => {
    const name = `corrections.${index}`
    const before = texts.corrections[index]
    return (
      <div key={name} className="form-row">
        <TextField name={`${name}.at`} label={words.correctionAt} optional maxLength={200} autoComplete="off" defaultValue={before?.at} />
        <WordsField name={`${name}.was`} label={words.correctionWas} optional rows={2} maxLength={1000} defaultValue={before?.was} />
        <WordsField name={`${name}.now`} label={words.correctionNow} optional rows={2} maxLength={1000} defaultValue={before?.now} />
      </div>
    )
  })
  return (
    <Rows title={words.correctionsTitle} lead={words.draftErratumHint}>
      <WrittenRows rows={rows} shown={Math.min(rows.length, texts.corrections.length + spare)} most={rows.length} add={words.moreRows} />
    </Rows>
  )
}

function Rows({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  return (
    <fieldset className="form sheet-group">
      <legend>
        <h3>{title}</h3>
      </legend>
      <p className="soft small">{lead}</p>
      {children}
    </fieldset>
  )
}
