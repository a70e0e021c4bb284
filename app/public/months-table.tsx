import type { PublicPage } from '../../db/queries/public'
import { shanghaiDay } from '../../domain/calendar'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { Empty } from '../_components/empty'
import { type Column, Table } from '../_components/table'
import { dayWords, monthWords } from '../_lib/locale'

type Month = PublicPage['months'][number]
type Props = { rows: readonly Month[]; locale: Locale; t: Messages }

/** The locked months, the latest first: how many works, what was approved of how many of them, when it was published. */
export function PublicMonths({ rows, locale, t }: Props) {
  const words = t.open.page
  if (rows.length === 0) return <Empty title={words.noMonths}>{null}</Empty>
  return <Table caption={words.months} columns={columnsOf(locale, t)} rows={rows} keyOf={({ period }) => period} />
}

function columnsOf(locale: Locale, t: Messages): Column<Month>[] {
  const words = t.open.page
  return [
    { key: 'month', head: words.month, card: 'title', cell: ({ period }) => <strong>{monthWords(period, locale)}</strong> },
    { key: 'works', head: words.works, kind: 'figure', cell: ({ works }) => works },
    { key: 'invested', head: words.invested, kind: 'figure', cell: ({ invested }) => <Invested invested={invested} t={t} /> },
    { key: 'revision', head: words.revision, kind: 'figure', cell: ({ revision }) => revision },
    { key: 'published', head: words.published, cell: ({ publishedAt }) => dayWords(shanghaiDay(publishedAt), locale) },
  ]
}

function Invested({ invested, t }: { invested: Month['invested']; t: Messages }) {
  const words = t.open.page
  if (invested === null) return <abbr title={words.heldWhy}>{words.held}</abbr>
  const { yuan, known, unknown } = invested
  const coverage = <small className="coverage">{fill(words.known, { known, all: known + unknown })}</small>
  return (
    <>
      {yuan === null ? <span className="soft">{words.unknown}</span> : `${unknown > 0 ? '≥ ' : ''}${formatYi(yuan)}`} {coverage}
    </>
  )
}
