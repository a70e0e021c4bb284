import { type InvestmentYear, isUneven, type YearLayer } from '../../../domain/investment-years'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { LayerYi } from '../../_components/layer'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { monthWords } from '../../_lib/locale'

/** Planned, reported and approved of every year, each with how many works know theirs. */
export function InvestmentPanel({
  years,
  own,
  locale,
  t,
}: {
  years: readonly InvestmentYear[]
  own: boolean
  locale: Locale
  t: Messages
}) {
  const words = t.chains
  const note = own ? `${words.planYearsNote} · ${words.planYearsOwn}` : words.planYearsNote
  return (
    <Panel id="investment" title={words.planYears} note={note} flush>
      {years.length > 0 ? (
        <Table caption={words.planYears} columns={columnsOf(locale, t)} rows={years} keyOf={(row) => row.year} />
      ) : (
        <Empty title={words.noYears}>{words.noYearsHint}</Empty>
      )}
    </Panel>
  )
}

function columnsOf(locale: Locale, t: Messages): Column<InvestmentYear>[] {
  const words = t.chains
  const layer = (key: 'reported' | 'approved', head: string): Column<InvestmentYear> => ({
    key,
    head,
    unit: t.common.yi,
    kind: 'figure',
    cell: (row) => (
      <>
        <LayerYi total={row[key]} t={t} />
        <small className="coverage">{monthsOf(row[key], locale, t)}</small>
      </>
    ),
  })
  return [
    { key: 'year', head: words.year, card: 'title', cell: (row) => <strong>{row.year}</strong> },
    { key: 'plan', head: words.planned, unit: t.common.yi, kind: 'figure', cell: (row) => <LayerYi total={row.plan} t={t} /> },
    layer('reported', words.reported),
    layer('approved', words.invested),
  ]
}

/** The months the parts of a year's sum reach. */
function monthsOf(layer: YearLayer, locale: Locale, t: Messages): string | null {
  if (layer.from === null || layer.through === null) return null
  const [from, through] = [monthWords(layer.from, locale), monthWords(layer.through, locale)]
  return isUneven(layer) ? fill(t.chains.investedBetween, { from, through }) : fill(t.chains.investedThrough, { month: through })
}
