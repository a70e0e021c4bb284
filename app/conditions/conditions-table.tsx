import type { ConditionItem } from '../../db/queries/conditions'
import { fill, type Messages } from '../../domain/messages'
import { ConditionLevel, ConditionMark } from '../_components/condition-clock'
import { type Column, Table } from '../_components/table'
import { Act } from './act'

type Props = { rows: readonly ConditionItem[]; t: Messages }

/** What is asked, of whom and since when, with the answer under it, and how long there still is. */
export function ConditionsTable({ rows, t }: Props) {
  return <Table caption={t.facts.conditions.title} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(t: Messages): Column<ConditionItem>[] {
  const words = t.facts.conditions
  return [
    { key: 'state', head: words.state, card: 'top', cell: (row) => <StateMark row={row} t={t} /> },
    { key: 'level', head: t.desk.levelHead, cell: (row) => <ConditionLevel row={row} t={t} /> },
    { key: 'kind', head: words.kind, card: 'top', cell: (row) => t.labels.conditionKinds[row.kind] },
    { key: 'ask', head: words.ask, card: 'title', wide: true, cell: (row) => <Ask row={row} t={t} /> },
    { key: 'of', head: words.of, cell: (row) => unitOf(row, t) },
    { key: 'raised', head: words.raised, kind: 'figure', cell: (row) => row.raisedOn },
    { key: 'act', head: <span className="sr">{words.act}</span>, card: 'full', cell: (row) => <Act row={row} t={t} /> },
  ]
}

/** A mark is read at a glance: it stays on one line. */
function StateMark(props: { row: ConditionItem; t: Messages }) {
  return (
    <span className="whitespace-nowrap">
      <ConditionMark {...props} />
    </span>
  )
}

const unitOf = ({ askedOf }: ConditionItem, t: Messages) =>
  askedOf === null ? (
    <span className="soft">{t.facts.conditions.noUnit}</span>
  ) : (
    <span className="lg:inline-block lg:min-w-24" lang="zh-CN">
      {askedOf}
    </span>
  )

function Ask({ row, t }: { row: ConditionItem; t: Messages }) {
  const words = t.facts.conditions
  const work = `${row.code} ${row.work}`
  const said =
    row.answeredBy && row.answeredOn
      ? fill(words.answered, { day: row.answeredOn, who: fill(t.project.someone, row.answeredBy) })
      : words.answeredUnknown
  return (
    <>
      <a href={`/conditions/${row.id}`} lang="zh-CN">
        {row.ask}
      </a>
      <span className="soft small block" lang="zh-CN">
        {row.own ? <a href={`/projects/${row.code}`}>{work}</a> : work}
      </span>
      {row.answer ? (
        <span className="small block">
          <span className="soft">{said}</span> <span lang="zh-CN">{row.answer}</span>
        </span>
      ) : null}
      {row.closedOn ? <span className="soft small block">{fill(words.closedOn, { day: row.closedOn })}</span> : null}
    </>
  )
}
