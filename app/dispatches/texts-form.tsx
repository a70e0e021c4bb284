import type { ReactNode } from 'react'
import type { DispatchView } from '../../db/queries/dispatch'
import { textLimits } from '../../domain/bulletin-input'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, Tick, WordsField } from '../_components/form'
import { Version } from '../_components/stale'
import { WrittenRows } from '../_components/written-rows'
import { edit } from './actions'

type Props = { view: DispatchView; t: Messages }

const spare = 1

/** What persons write; the figures stand beside it and are not in any field. */
export function TextsForm({ view, t }: Props) {
  const { id, version, facts, texts } = view
  const words = t.bulletins
  const long = { optional: true, maxLength: textLimits.words } as const
  return (
    <ActionForm action={edit} aria-label={words.textsTitle}>
      <Hidden name="id" value={id} />
      <Version version={version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={comparable(t)} />
      <HeadFields view={view} t={t} />
      <WordsField name="opening" label={words.fieldOpening} rows={3} defaultValue={texts.opening} {...long} />
      {facts.replaces ? <Corrections view={view} t={t} /> : null}
      <WordsField name="overall" label={words.fieldOverall} hint={words.fieldOverallHint} rows={3} defaultValue={texts.overall} {...long} />
      <Named view={view} t={t} />
      <Requirements view={view} t={t} />
      <WordsField name="closing" label={words.fieldClosing} rows={2} defaultValue={texts.closing} {...long} />
      <div className="form-end">
        <Submit>{words.saveTexts}</Submit>
      </div>
    </ActionForm>
  )
}

function comparable({ bulletins: words }: Messages) {
  return [
    { name: 'title', label: words.fieldTitle },
    { name: 'issuer', label: words.fieldIssuer },
    { name: 'addressee', label: words.fieldAddressee },
    { name: 'opening', label: words.fieldOpening },
    { name: 'overall', label: words.fieldOverall },
    { name: 'closing', label: words.fieldClosing },
  ]
}

function HeadFields({ view: { title, texts }, t }: Props) {
  const words = t.bulletins
  return (
    <>
      <TextField name="title" label={words.fieldTitle} maxLength={100} autoComplete="off" defaultValue={title} />
      <div className="form-row">
        <TextField name="issuer" label={words.fieldIssuer} maxLength={60} autoComplete="off" defaultValue={texts.issuer} />
        <TextField name="signer" label={words.fieldSignerProposed} maxLength={40} optional autoComplete="off" defaultValue={texts.signer} />
      </div>
      <TextField name="addressee" label={words.fieldAddressee} maxLength={200} optional autoComplete="off" defaultValue={texts.addressee} />
    </>
  )
}

/** Red works: the system proposes, a person ticks. */
function Named({ view: { facts, texts }, t }: Props) {
  const words = t.dispatch
  return (
    <Rows title={words.namedTitle} lead={facts.worst.length > 0 ? words.namedLead : words.namedNone}>
      {facts.worst.map(({ code, name, words: why }, index) => {
        const before = texts.problems.find(({ key }) => key === code)
        const label = (
          <span lang="zh-CN">
            <strong>
              {code} {name}
            </strong>{' '}
            <span className="soft">{why}</span>
          </span>
        )
        return (
          <div key={code} className="bulletin-choice">
            <Hidden name={`problems.${index}.key`} value={code} />
            <Tick name={`problems.${index}.chosen`} label={label} defaultChecked={before?.chosen ?? false} />
            <TextField
              name={`problems.${index}.words`}
              label={t.bulletins.choiceWords}
              maxLength={textLimits.choice}
              optional
              autoComplete="off"
              defaultValue={before?.words}
            />
          </div>
        )
      })}
    </Rows>
  )
}

function Requirements({ view: { texts }, t }: Props) {
  const words = t.bulletins
  const rows = Array.from({ length: textLimits.requirements }, (_, index) => {
    const name = `requirements.${index}`
    const before = texts.requirements[index]
    const label = fill(words.requirementWords, { n: index + 1 })
    return (
      <div key={name} className="form-row bulletin-requirement">
        <WordsField name={`${name}.words`} label={label} optional rows={2} maxLength={textLimits.choice} defaultValue={before?.words} />
        <DayField name={`${name}.dueOn`} label={words.requirementDue} optional defaultValue={before?.dueOn} />
      </div>
    )
  })
  const shown = Math.min(rows.length, texts.requirements.length + spare)
  return (
    <Rows title={words.requirementsTitle} lead={words.requirementsLead}>
      <WrittenRows rows={rows} shown={shown} most={rows.length} add={words.moreRows} />
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
  const shown = Math.min(rows.length, texts.corrections.length + spare)
  return (
    <Rows title={words.correctionsTitle} lead={t.dispatch.correctionsLead}>
      <WrittenRows rows={rows} shown={shown} most={rows.length} add={words.moreRows} />
    </Rows>
  )
}

function Rows({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
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
