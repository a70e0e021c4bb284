import type { Metadata } from 'next'
import { worksToAskFor } from '../../../db/queries/conditions'
import { organisationChoices } from '../../../db/queries/organisations'
import { readAddress } from '../../../domain/address'
import { conditionKinds } from '../../../domain/condition'
import { conditionParams } from '../../../domain/condition-params'
import { ActionForm, Choice, Select, Submit, WordsField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { raise } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).facts.conditions.raiseTitle }
}

export default async function RaiseConditionPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.facts.conditions
  const { project } = readAddress(conditionParams, await searchParams).params
  const works = reading(() => worksToAskFor(actor))
  const kinds = conditionKinds.map((value) => ({ value, text: t.labels.conditionKinds[value] }))
  const units = organisationChoices(actor).map(({ id, name }) => ({ value: String(id), text: name }))
  return (
    <div className="page page-narrow">
      <PageHead
        title={words.raiseTitle}
        lead={words.raiseLead}
        crumbs={[{ text: words.title, href: '/conditions' }, { text: words.raiseTitle }]}
      />
      <Panel>
        <ActionForm action={raise}>
          <Select
            name="code"
            label={t.projects.name}
            options={works.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))}
            defaultValue={project ?? (works.length === 1 ? works[0]?.code : '')}
          />
          <Choice name="kind" label={words.kind} options={kinds} />
          <WordsField name="ask" label={words.ask} hint={words.raiseAskHint} maxLength={500} rows={3} />
          <Select name="askedOfId" label={words.raiseUnit} options={units} empty={words.raiseUnitEmpty} optional />
          <div className="form-end form-end-fixed">
            <Submit>{words.raiseSend}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}
