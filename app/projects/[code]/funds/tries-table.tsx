import type { FundForm, FundTry } from '../../../../db/queries/fund-form'
import { fundMeasures, fundSum } from '../../../../domain/fund'
import { fill, type Messages } from '../../../../domain/messages'
import { atLeast, formatWan } from '../../../../domain/money'
import { Account } from '../../../_components/account'
import { Unknown } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'
import { FundLinesTable } from '../fund-lines-table'
import { reviewWords } from '../review-words'

/** Every return of the work, with what became of it; its sources open under its sum. */
export function TriesTable({ form, t }: { form: FundForm; t: Messages }) {
  return <Table caption={t.funds.history} columns={columnsOf(form, t)} rows={form.tries} keyOf={(row) => row.id} />
}

function columnsOf({ work, people }: FundForm, t: Messages): Column<FundTry>[] {
  const words = t.funds
  return [
    {
      key: 'quarter',
      head: words.quarter,
      card: 'title',
      cell: (row) => <a href={`/projects/${work.code}/funds?quarter=${row.quarter}`}>{row.quarter}</a>,
    },
    ...fundMeasures.map(
      (measure): Column<FundTry> => ({
        key: measure,
        head: words.measures[measure],
        unit: t.common.wan,
        kind: 'figure',
        cell: (row) => {
          const total = fundSum(row.lines, measure)
          if (total.yuan === null) return <Unknown why={words.notTold} />
          const figure = atLeast(total, formatWan)
          if (measure !== 'planned') return figure
          return (
            <Account figure={figure} t={t}>
              <FundLinesTable caption={fill(words.formOf, { quarter: row.quarter })} lines={row.lines} t={t} />
            </Account>
          )
        },
      }),
    ),
    {
      key: 'status',
      head: words.status,
      cell: (row) => (row.current ? <span className="good">{words.inForce}</span> : t.labels.reviewStatuses[row.status]),
    },
    {
      key: 'who',
      head: words.who,
      card: 'full',
      cell: (row) => (
        <span className="soft small">
          {reviewWords(row, people, t)}
          {row.onBehalfSource ? ` · ${fill(t.reviews.onBehalf, { source: `${row.onBehalfSource} ${row.onBehalfOn ?? ''}` })}` : ''}
          {row.revisionReason ? <span lang="zh-CN"> · {row.revisionReason}</span> : null}
          {row.remark ? <span lang="zh-CN"> · {row.remark}</span> : null}
        </span>
      ),
    },
  ]
}
