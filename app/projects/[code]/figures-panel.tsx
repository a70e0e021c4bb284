import { type Month, monthOf } from '../../../domain/calendar'
import { fill, type Locale } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { monthName } from '../../_lib/locale'
import type { FigureRow } from './figure-row'
import { figureRows } from './figure-rows'
import type { ProjectPageProps } from './view'

/** Plan, reported, approved and seen side by side; every figure opens its account. */
export function FiguresPanel(view: ProjectPageProps) {
  const words = view.t.project
  return (
    <Panel title={words.figures} note={words.figuresNote} id="figures" flush>
      <Table caption={words.figures} columns={columns(view)} rows={figureRows(view)} keyOf={(row) => row.key} />
    </Panel>
  )
}

function columns({ layers, visits, locale, t }: ProjectPageProps): Column<FigureRow>[] {
  const words = t.project
  return [
    {
      key: 'name',
      head: words.figure,
      card: 'title',
      cell: ({ name, unit }) => (
        <>
          {name} {unit ? <span className="soft small">{unit}</span> : null}
        </>
      ),
    },
    { key: 'plan', head: words.planLayer, kind: 'figure', cell: (row) => row.plan },
    { key: 'reported', head: layerHead(words.reportedLayer, layers.reported.month, locale), kind: 'figure', cell: (row) => row.reported },
    { key: 'approved', head: layerHead(words.approvedLayer, layers.approved.month, locale), kind: 'figure', cell: approved },
    {
      key: 'seen',
      head: layerHead(words.seenLayer, visits.last && monthOf(visits.last.on), locale),
      kind: 'figure',
      cell: (row) => row.seen,
    },
  ]
}

const approved = (row: FigureRow) => <strong>{row.approved}</strong>

const layerHead = (words: string, month: Month | null, locale: Locale): string =>
  fill(words, { month: month ? monthName(month, locale) : '' }).trim()
