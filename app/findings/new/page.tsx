import type { Metadata } from 'next'
import { worksToFind } from '../../../db/queries/finding-choices'
import { organisationChoices } from '../../../db/queries/organisations'
import { readAddress } from '../../../domain/address'
import { findingCategories, findingSeverities, findingSources } from '../../../domain/finding'
import { findingParams } from '../../../domain/finding-params'
import { ActionForm, Choice, DayField, Select, Submit, TextField, WordsField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { register } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).findings.newTitle }
}

export default async function NewFindingPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.findings
  const { project } = readAddress(findingParams, await searchParams).params
  const works = reading(() => worksToFind(actor)).map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))
  const units = organisationChoices(actor).map(({ id, name }) => ({ value: String(id), text: name }))
  const coded = <C extends string>(codes: readonly C[], texts: Record<C, string>) => codes.map((value) => ({ value, text: texts[value] }))
  return (
    <div className="page page-narrow">
      <PageHead title={words.newTitle} lead={words.newLead} crumbs={[{ text: words.title, href: '/findings' }, { text: words.newTitle }]} />
      <Panel>
        <ActionForm action={register}>
          <Select name="code" label={words.fieldWork} options={works} empty={words.fieldWorkEmpty} optional defaultValue={project} />
          <Select name="unitId" label={words.fieldUnit} hint={words.fieldUnitHint} options={units} empty={words.fieldUnitEmpty} optional />
          <Choice name="source" label={words.fieldSource} options={coded(findingSources, t.labels.findingSources)} />
          <Choice name="category" label={words.fieldCategory} options={coded(findingCategories, t.labels.findingCategories)} />
          <Choice name="severity" label={words.fieldSeverity} options={coded(findingSeverities, t.labels.findingSeverities)} />
          <WordsField name="facts" label={words.fieldFacts} hint={words.fieldFactsHint} maxLength={1000} rows={4} />
          <TextField name="basis" label={words.fieldBasis} hint={words.fieldBasisHint} maxLength={300} optional />
          <div className="form-row">
            <TextField name="foundBy" label={words.fieldFoundBy} maxLength={80} />
            <DayField name="foundOn" label={words.fieldFoundOn} max={today()} defaultValue={today()} />
          </div>
          <p className="hint">
            <strong>{t.common.secretWarning}</strong>
          </p>
          <div className="form-end form-end-fixed">
            <Submit>{words.newSend}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}
