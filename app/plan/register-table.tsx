import type { Messages } from '../../domain/messages'
import type { Contradiction } from '../../domain/plan'
import { Badge } from '../_components/badge'
import { type Column, Table } from '../_components/table'
import { Blank, Chinese, Quoted } from './words'

type Statement = Contradiction['a']

export function RegisterTable({ entries, t }: { entries: readonly Contradiction[]; t: Messages }) {
  return <Table caption={t.plan.registerCaption} columns={columns(t)} rows={entries} keyOf={({ code }) => code} />
}

function columns(t: Messages): Column<Contradiction>[] {
  return [
    { key: 'code', head: t.plan.code, kind: 'code', card: 'hidden', cell: ({ code }) => code },
    { key: 'topic', head: t.plan.topic, card: 'title', cell: (entry) => <Topic entry={entry} t={t} /> },
    { key: 'a', head: t.plan.statementA, card: 'full', cell: ({ a }) => <Said statement={a} t={t} /> },
    { key: 'b', head: t.plan.statementB, card: 'full', cell: ({ b }) => (b ? <Said statement={b} t={t} /> : <Blank t={t} />) },
    { key: 'note', head: t.plan.doing, card: 'full', cell: ({ note }) => <Chinese>{note}</Chinese> },
  ]
}

function Topic({ entry: { code, topic, kind, severity }, t }: { entry: Contradiction; t: Messages }) {
  return (
    <>
      <span className="only-phone soft small">{code}</span>
      <strong className="font-semibold" id={code}>
        <Chinese>{topic}</Chinese>
      </strong>
      <span className="mt-1 flex flex-wrap gap-1">
        <Badge>{t.labels.contradictionKinds[kind]}</Badge>
        {severity === 'serious' ? <span className="badge slow">{t.labels.severities.serious}</span> : null}
      </span>
    </>
  )
}

const Said = ({ statement, t }: { statement: Statement; t: Messages }) => (
  <Quoted clause={{ line: statement.line, quote: statement.text }} t={t} />
)
