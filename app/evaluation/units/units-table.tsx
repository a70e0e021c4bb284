import { fill, type Messages } from '../../../domain/messages'
import { atLeast, formatYi, type Total } from '../../../domain/money'
import type { Counted, MonthCounts, UnitFacts } from '../../../domain/unit-facts'
import { type Column, Table } from '../../_components/table'

type Props = { rows: readonly UnitFacts[]; year: number; t: Messages }

/** A unit a row, in order of names. */
export function UnitsTable({ rows, year, t }: Props) {
  const words = t.evaluation
  return (
    <Table
      caption={fill(words.unitsCaption, { year })}
      columns={columns(t)}
      rows={rows}
      keyOf={({ id }) => id}
      foot={<span className="soft small">{words.unitsNote}</span>}
    />
  )
}

function columns(t: Messages): Column<UnitFacts>[] {
  const words = t.evaluation
  const month = (key: keyof MonthCounts, head: string): Column<UnitFacts> => ({
    key,
    head,
    kind: 'figure',
    cell: ({ months }) => months[key],
  })
  const sum = (key: 'planned' | 'done', head: string): Column<UnitFacts> => ({
    key,
    head,
    unit: t.common.yi,
    kind: 'figure',
    cell: (row) => covered(row[key], t),
  })
  return [
    { key: 'unit', head: words.unit, card: 'title', cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'works', head: words.works, kind: 'figure', cell: ({ works }) => works },
    month('due', words.monthsDue),
    month('onTime', words.onTime),
    month('late', words.late),
    month('missing', words.missing),
    month('returned', words.monthsReturned),
    sum('planned', words.plannedYuan),
    sum('done', words.doneYuan),
    { key: 'findings', head: words.findings, unit: words.findingsClosed, kind: 'figure', cell: ({ findings }) => ofAll(findings, t) },
    {
      key: 'conditions',
      head: words.conditions,
      unit: words.conditionsAnswered,
      kind: 'figure',
      cell: ({ conditions }) => ofAll(conditions, t),
    },
    {
      key: 'answers',
      head: words.responsibleFor,
      cell: ({ answersFor }) => answersFor.map(({ kind, code }) => `${words.subjectKinds[kind]} ${code}`).join(', '),
    },
  ]
}

const ofAll = ({ known, all }: Counted, t: Messages): string => fill(t.evaluation.factsOf, { known, all })

function covered(total: Total, t: Messages) {
  const counts = fill(t.evaluation.factsOf, { known: total.known, all: total.known + total.unknown })
  return (
    <>
      {atLeast(total, formatYi)} <span className="soft small">({counts})</span>
    </>
  )
}
