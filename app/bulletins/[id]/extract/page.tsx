import type { Metadata } from 'next'
import { type OwnExtract, ownExtract } from '../../../../db/queries/bulletin-extract'
import { fill, type Messages } from '../../../../domain/messages'
import { Empty } from '../../../_components/empty'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { PrintButton } from '../../../_components/print-button'
import { Table } from '../../../_components/table'
import { words as messages } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { extractFindings, extractWorks } from '../../extract-columns'
import { FigureList } from '../../figure-list'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).bulletins.extractTitle }
}

export default async function ExtractPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.bulletins
  const id = Number((await params).id)
  const extract = reading(() => ownExtract(actor, id))
  const { title, number, day, figures, works, findings, asOf } = extract
  return (
    <div className="page">
      <PageHead
        title={words.extractTitle}
        lead={
          <>
            <span lang="zh-CN">{fill(words.extractLead, { title, number, day })}</span> {fill(words.accountDay, { day: asOf })}
          </>
        }
        crumbs={[{ text: t.nav.bulletins, href: '/bulletins' }, { text: number }]}
      >
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel title={words.extractWorks} flush>
          {works.length > 0 ? (
            <Table caption={words.extractWorks} columns={extractWorks(t)} rows={works} keyOf={(row) => row.code} />
          ) : (
            <Empty title={words.extractNoWorks} />
          )}
        </Panel>
        <Panel title={words.extractFindings} flush>
          {findings.length > 0 ? (
            <Table caption={words.extractFindings} columns={extractFindings(t)} rows={findings} keyOf={(row) => row.number} />
          ) : (
            <Empty title={words.extractNoFindings} />
          )}
        </Panel>
        <Required extract={extract} t={t} />
        <Panel title={words.extractFigures}>
          <FigureList rows={figures} asOf={asOf} t={t} />
        </Panel>
      </div>
    </div>
  )
}

/** What every unit is asked, and which errata the bulletin has. */
function Required({ extract: { requirements, errata }, t }: { extract: OwnExtract; t: Messages }) {
  const words = t.bulletins
  return (
    <Panel title={words.extractRequirements}>
      {requirements.length === 0 ? <p className="soft">{words.extractNoRequirements}</p> : null}
      <ol className="bulletin-requirements">
        {requirements.map(({ words: said, dueOn }) => (
          <li key={said}>
            <span lang="zh-CN">{said}</span> · {words.requirementDue} {dueOn}
          </li>
        ))}
      </ol>
      {errata.length > 0 ? (
        <p className="soft small">
          {words.errata}
          {t.common.colon}
          {errata.map(({ number, day }) => `${number} (${day})`).join(', ')}
        </p>
      ) : null}
    </Panel>
  )
}
