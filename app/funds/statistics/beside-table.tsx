import type { BesideRow, BesideSums } from '../../../db/queries/statistics-investments'
import type { Month } from '../../../domain/calendar'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import type { Stage } from '../../../domain/project'
import { beside } from '../../../domain/statistics-investment'
import { Unknown, Wan } from '../../_components/money'
import { type Column, Table } from '../../_components/table'
import { monthWords } from '../../_lib/locale'

/** Works with both readings, the largest difference first. */
export function BesideTable({ rows, t }: { rows: readonly BesideRow[]; t: Messages }) {
  return <Table caption={t.funds.shows.difference} columns={columnsOf(t)} rows={rows} keyOf={(row) => row.code} />
}

function columnsOf(t: Messages): Column<BesideRow>[] {
  const words = t.funds
  const wan = { unit: t.common.wan, kind: 'figure' as const }
  return [
    { key: 'code', head: t.exports.fields.code, kind: 'code', card: 'top', cell: (row) => row.code },
    {
      key: 'work',
      head: words.work,
      card: 'title',
      cell: (row) => (
        <a href={`/projects/${row.code}/statistics`} lang="zh-CN">
          {row.name}
        </a>
      ),
    },
    { key: 'stage', head: words.stage, wide: true, cell: (row) => t.labels.stages[row.stage as Stage] },
    { key: 'statistics', head: words.byStatistics, ...wan, cell: (row) => <Wan yuan={row.statisticsYuan} why={t.common.notKnownWhy} /> },
    { key: 'dispatch', head: words.byDispatch, ...wan, cell: (row) => <Wan yuan={row.dispatchYuan} why={words.dispatchNone} /> },
    { key: 'difference', head: words.difference, ...wan, cell: (row) => <Wan yuan={row.differenceYuan} why={words.percentNone} /> },
    {
      key: 'percent',
      head: words.percent,
      unit: '%',
      kind: 'figure',
      cell: (row) => (row.percent === null ? <Unknown why={words.percentNone} /> : row.percent),
    },
    { key: 'source', head: words.statisticsSource, wide: true, card: 'full', cell: (row) => <span lang="zh-CN">{row.source}</span> },
  ]
}

type ChoiceProps = { months: readonly Month[]; month: Month; locale: Locale; t: Messages }

export function MonthChoice({ months, month, locale, t }: ChoiceProps) {
  return (
    <form action="/funds/statistics" className="chips">
      <label className="chip chip-on">
        <span className="sr">{t.funds.month}</span>
        <select name="month" defaultValue={month} data-sends="">
          {months.map((each) => (
            <option key={each} value={each}>
              {monthWords(each, locale)}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" className="button">
          {t.common.choose}
        </button>
      </noscript>
    </form>
  )
}

/** How many works both readings are of, and what they add up to there. */
export function besideWords(month: string, sums: BesideSums, t: Messages): string {
  const { statistics, both, construction } = sums
  const counts = { month, statistics, both, construction }
  if (both === 0) return fill(t.funds.besideNone, counts)
  const { statisticsYuan, dispatchYuan, differenceYuan, percent } = beside(sums.statisticsYuan, sums.dispatchYuan)
  const figures = { a: formatYi(statisticsYuan), b: formatYi(dispatchYuan), difference: formatYi(differenceYuan) }
  return fill(t.funds.besideSums, { ...counts, ...figures, percent: percent === null ? '—' : `${percent}%` })
}
