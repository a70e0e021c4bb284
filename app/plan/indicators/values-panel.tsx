import type { IndicatorMatrix, IndicatorRow } from '../../../db/queries/indicators'
import { fill, type Messages } from '../../../domain/messages'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { IndicatorName } from './indicator-name'
import { ValuesPicture } from './values-picture'

type Props = { matrix: IndicatorMatrix; t: Messages }

/** What came of the plan's indicators: approved values only, year by year, beside the way to the target. */
export function ValuesPanel({ matrix, t }: Props) {
  const words = t.plan
  const values = matrix.rows.flatMap((row) => row.values)
  const known = values.filter(({ value }) => value !== null).length
  const groups = [...new Set(matrix.rows.map(({ indicator }) => indicator.group))]
  return (
    <Panel id="values" title={words.valuesTitle} note={fill(words.valuesNote, { known, all: values.length })}>
      <div className="stack">
        {groups.map((group) => {
          const rows = matrix.rows.filter(({ indicator }) => indicator.group === group)
          const name = fill(words.valuesPicture, { group })
          const numbers = <Numbers name={name} rows={rows} matrix={matrix} t={t} />
          return (
            <ValuesPicture key={group} name={name} file={`indicators-${rows[0]?.indicator.no ?? ''}`} {...{ rows, matrix, numbers, t }} />
          )
        })}
      </div>
    </Panel>
  )
}

type NumbersProps = Props & { name: string; rows: readonly IndicatorRow[] }

function Numbers({ name, rows, matrix: { base, years }, t }: NumbersProps) {
  const words = t.evaluation
  const said = (value: string | null | undefined) => value ?? <Unknown why={words.valueUnknown} />
  const columns: Column<IndicatorRow>[] = [
    { key: 'no', head: t.plan.no, kind: 'code', cell: ({ indicator }) => indicator.no },
    { key: 'name', head: t.plan.indicator, card: 'title', cell: ({ indicator }) => <IndicatorName {...indicator} /> },
    {
      key: 'base',
      head: fill(words.columnBase, { year: base }),
      kind: 'figure',
      cell: ({ indicator, revisedBase }) => said(revisedBase ?? indicator.value2020),
    },
    ...years.map(
      (year): Column<IndicatorRow> => ({
        key: String(year),
        head: String(year),
        kind: 'figure',
        cell: ({ values }) => said(values.find((one) => one.year === year)?.value),
      }),
    ),
    { key: 'target', head: words.columnTarget, kind: 'figure', cell: ({ target }) => target?.text ?? <Unknown why={words.noTarget} /> },
  ]
  return <Table caption={name} columns={columns} rows={rows} keyOf={({ indicator }) => indicator.no} />
}
