import type { StatisticsFigure, StatisticsForm } from '../../../../db/queries/statistics-investment-form'
import type { Locale, Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Unknown, Wan } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'
import { monthWords } from '../../../_lib/locale'
import { reviewWords } from '../review-words'
import { takeFigureBack } from './actions'

type Props = { form: StatisticsForm; own: readonly number[]; locale: Locale; t: Messages }

/** Every figure that was handed in, beside the approved report of its month. */
export function FiguresTable(props: Props) {
  return <Table caption={props.t.funds.figures} columns={columnsOf(props)} rows={props.form.figures} keyOf={(row) => row.id} />
}

function columnsOf({ form: { people }, own, locale, t }: Props): Column<StatisticsFigure>[] {
  const words = t.funds
  const wan = { unit: t.common.wan, kind: 'figure' as const }
  return [
    { key: 'month', head: words.throughMonth, card: 'title', cell: (row) => monthWords(row.throughMonth, locale) },
    { key: 'statistics', head: words.byStatistics, ...wan, cell: (row) => <Wan yuan={row.yuan} why={t.common.notKnownWhy} /> },
    { key: 'dispatch', head: words.byDispatch, ...wan, cell: (row) => <Wan yuan={row.beside.dispatchYuan} why={words.dispatchNone} /> },
    {
      key: 'difference',
      head: words.difference,
      ...wan,
      cell: (row) => <Wan yuan={row.beside.differenceYuan} why={words.percentNone} />,
    },
    {
      key: 'percent',
      head: words.percent,
      unit: '%',
      kind: 'figure',
      cell: ({ beside: { percent } }) => (percent === null ? <Unknown why={words.percentNone} /> : percent),
    },
    { key: 'source', head: words.sourceText, card: 'full', cell: (row) => <span lang="zh-CN">{row.source}</span> },
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
        <>
          <span className="soft small">{reviewWords(row, people, t)}</span>
          {own.includes(row.id) ? (
            <ActionForm action={takeFigureBack} aria-label={words.withdraw}>
              <Hidden name="id" value={row.id} />
              <Submit look="plain">{words.withdraw}</Submit>
            </ActionForm>
          ) : null}
        </>
      ),
    },
  ]
}
