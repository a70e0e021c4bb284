import type { Metadata } from 'next'
import { type RuleRow, ruleDesk } from '../../db/queries/rule-desk'
import { fill, type Messages } from '../../domain/messages'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { type Column, Table } from '../_components/table'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { DocumentWords } from './document-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rules.title }
}

export default async function RulesPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const rows = reading(() => ruleDesk(actor, today()))
  return (
    <div className="page">
      <PageHead title={t.rules.title} lead={t.rules.lead}>
        <ExportLinks path="/rules" title={t.rules.title} t={t} />
      </PageHead>
      <section className="panel">
        <Table caption={t.rules.title} columns={columnsOf(t)} rows={rows} keyOf={({ kind }) => kind} />
      </section>
    </div>
  )
}

function columnsOf(t: Messages): Column<RuleRow>[] {
  const words = t.rules
  return [
    {
      key: 'kind',
      head: words.columns.kind,
      card: 'title',
      cell: ({ kind }) => (
        <>
          <a href={`/rules/${kind}`}>{words.kinds[kind]}</a>
          <div className="soft small">{words.kindWhy[kind]}</div>
        </>
      ),
    },
    { key: 'version', head: words.columns.version, tight: true, cell: ({ inForce }) => fill(words.version, { version: inForce.version }) },
    { key: 'since', head: words.columns.since, tight: true, cell: ({ inForce }) => inForce.effectiveFrom },
    { key: 'document', head: words.columns.document, cell: ({ inForce }) => <DocumentWords document={inForce.document} t={t} /> },
    { key: 'state', head: words.columns.state, cell: (row) => <OnItsWay row={row} t={t} /> },
  ]
}

function OnItsWay({ row: { waiting, upcoming }, t }: { row: RuleRow; t: Messages }) {
  if (waiting) return <span className="slow">{t.rules.waiting}</span>
  if (upcoming)
    return `${fill(t.rules.version, { version: upcoming.version })} · ${fill(t.rules.upcoming, { day: upcoming.effectiveFrom })}`
  return <span className="soft">{t.rules.none}</span>
}
