import type { IndicatorMatrix, IndicatorRow } from '../../../db/queries/indicators'
import { fill, type Messages } from '../../../domain/messages'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'
import { StandingWord } from './standing'
import { Trend } from './trend'

type Props = { matrix: IndicatorMatrix; group: string; t: Messages }

/** A group's indicators × years between what the plan gives at both ends. */
export function MatrixTable({ matrix, group, t }: Props) {
  const rows = matrix.rows.filter(({ indicator }) => indicator.group === group)
  const caption = fill(t.evaluation.indicatorsCaption, { group })
  return <Table caption={caption} columns={columns(matrix, t)} rows={rows} keyOf={({ indicator }) => indicator.no} />
}

function columns({ base, years }: IndicatorMatrix, t: Messages): Column<IndicatorRow>[] {
  const words = t.evaluation
  const value = (year: number) => (row: IndicatorRow) =>
    row.values.find((told) => told.year === year)?.value ?? <Unknown why={words.valueUnknown} />
  return [
    { key: 'no', head: words.columnNo, kind: 'code', cell: ({ indicator }) => indicator.no },
    { key: 'name', head: words.columnIndicator, card: 'title', cell: (row) => <Name row={row} t={t} /> },
    { key: 'base', head: fill(words.columnBase, { year: base }), kind: 'figure', cell: (row) => <Base row={row} t={t} /> },
    ...years.map((year): Column<IndicatorRow> => ({ key: String(year), head: String(year), kind: 'figure', cell: value(year) })),
    { key: 'target', head: words.columnTarget, kind: 'figure', cell: (row) => <Target row={row} t={t} /> },
    { key: 'standing', head: words.columnStanding, cell: (row) => <StandingWord row={row} t={t} /> },
    { key: 'trend', head: words.columnTrend, wide: true, cell: (row) => <Trend row={row} base={base} t={t} /> },
  ]
}

type RowProps = { row: IndicatorRow; t: Messages }

function Name({ row: { indicator, contradictions }, t }: RowProps) {
  const { no, name, unit, kind } = indicator
  return (
    <>
      <a href={`/evaluation/indicators/${no}`} lang="zh-CN">
        {name}
      </a>
      {unit ? (
        <span className="soft small" lang="zh-CN">
          {' '}
          {unit}
        </span>
      ) : null}
      <span className="soft small block">
        {t.labels.indicatorKinds[kind]}
        {contradictions.length > 0 ? ` · ${fill(t.evaluation.contradicted, { count: contradictions.length })}` : null}
      </span>
    </>
  )
}

export function Base({ row: { indicator, revisedBase }, t }: RowProps) {
  const words = t.evaluation
  return (
    <span lang="zh-CN">
      {indicator.value2020 ?? <Unknown why={words.noBase} />}
      {revisedBase === null ? null : <span className="small block">{fill(words.revisedBase, { value: revisedBase })}</span>}
    </span>
  )
}

export function Target({ row: { target, indicator }, t }: RowProps) {
  const words = t.evaluation
  if (target === null) return <Unknown why={words.noTarget} />
  return (
    <span lang="zh-CN">
      {target.text}
      {target.chosen ? (
        <span className="soft small block">
          {words.chosenTarget}
          {indicator.target2025 ? ` · ${words.inTable} ${indicator.target2025.text}` : null}
        </span>
      ) : null}
    </span>
  )
}
