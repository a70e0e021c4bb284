import type { Metadata } from 'next'
import { fundSourceList } from '../../../db/queries/fund-sources'
import { mostFundSources } from '../../../domain/fund'
import { fill } from '../../../domain/messages'
import { ActionForm, Submit, TextField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { addSource } from './actions'
import { SourceList } from './source-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).funds.sourcesTitle }
}

/** Where money may come from: the list the returns ask by. */
export default async function FundSourcesPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.funds
  const rows = reading(() => fundSourceList(actor))
  return (
    <div className="page">
      <PageHead
        title={words.sourcesTitle}
        lead={fill(words.sourcesLead, { max: mostFundSources })}
        crumbs={[{ text: words.title, href: '/funds' }, { text: words.sources }]}
      />
      <div className="stack">
        <Panel flush>
          <SourceList rows={rows} t={t} />
        </Panel>
        <Panel title={words.sourceAdd}>
          <ActionForm action={addSource} className="form form-narrow" aria-label={words.sourceAdd}>
            <TextField name="name" label={words.sourceName} maxLength={30} autoComplete="off" />
            <div className="form-end">
              <Submit>{words.sourceAdd}</Submit>
            </div>
          </ActionForm>
        </Panel>
      </div>
    </div>
  )
}
