import type { StatisticsRow } from '../../../db/queries/chain-statistics'
import type { ChainYear } from '../../../db/queries/chain-years'
import type { ChainRow } from '../../../db/queries/chains'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { BulletBar } from '../../_components/bullet-bar'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { monthWords } from '../../_lib/locale'
import { coverageOf, lightOf } from '../chains-table'
import { isBound, Output, PublishedOf } from '../output-account'
import { Target } from '../target-account'

type Props = {
  head: ChainRow
  years: readonly ChainYear[]
  statistics: readonly StatisticsRow[]
  year: number
  locale: Locale
  t: Messages
}

/** Output year by year; only the target's year is set against the target and rated. */
export function OutputPanel(props: Props) {
  const { head, years, year, t } = props
  const { chain, output, expected } = head
  return (
    <Panel id="output" title={t.chains.outputTitle} note={fill(t.chains.outputNote, { year })} flush>
      <div className="px-5 pt-3 pb-2">
        {output === null ? (
          <p className="soft">{t.chains.notTold}</p>
        ) : (
          <BulletBar
            name={`${chain.name} ${year}`}
            target={chain.target?.yuan ?? null}
            approved={output.yuan}
            partial={isBound(output)}
            expected={expected && { low: expected.lowYuan, high: expected.highYuan }}
            format={(yuan) => `${formatYi(yuan)} ${t.common.yi}`}
            t={t}
          />
        )}
      </div>
      <Table caption={t.chains.outputTitle} columns={columnsOf(props)} rows={years} keyOf={(row) => row.year} />
    </Panel>
  )
}

function columnsOf({ head: { chain }, statistics, locale, t }: Props): Column<ChainYear>[] {
  const words = t.chains
  const notTold = <Unknown why={words.notTold} />
  const inForce = ({ year }: ChainYear) => statistics.find((row) => row.current && row.year === year)
  return [
    { key: 'year', head: words.year, card: 'title', cell: (row) => <strong>{row.year}</strong> },
    {
      key: 'target',
      head: words.target,
      unit: t.common.yi,
      kind: 'figure',
      cell: (row) => (row.light ? <Target chain={chain} year={row.year} t={t} /> : <span className="soft">{words.notCompared}</span>),
    },
    {
      key: 'output',
      head: words.approved,
      unit: t.common.yi,
      kind: 'figure',
      cell: (row) => (
        <>
          <Output
            output={row.output}
            statistics={inForce(row)}
            href={statistics ? '#enterprises' : null}
            published={row.published}
            locale={locale}
            t={t}
          />
          <PublishedOf published={row.published} locale={locale} t={t} />
        </>
      ),
    },
    {
      key: 'enterprises',
      head: words.enterprises,
      unit: words.enterprisesUnit,
      cell: ({ output }) => coverageOf(output, t),
    },
    { key: 'source', head: words.source, cell: ({ output }) => (output ? words.sources[output.source] : notTold) },
    {
      key: 'through',
      head: words.through,
      cell: ({ output }) =>
        output?.through ? monthWords(output.through, locale) : <Unknown why={output ? words.noThrough : words.notTold} />,
    },
    {
      key: 'light',
      head: words.light,
      cell: ({ light }) => (light ? lightOf({ light }, t) : <span className="soft">{words.notCompared}</span>),
    },
  ]
}
