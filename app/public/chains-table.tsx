import type { PublicChain } from '../../db/queries/public'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import type { PublishedOutput } from '../../domain/published-output'
import { BulletBar } from '../_components/bullet-bar'
import { ClauseQuote } from '../_components/clause'
import { type Column, Table } from '../_components/table'
import { monthWords } from '../_lib/locale'

type Props = { rows: readonly PublicChain[]; locale: Locale; t: Messages }

/** Target, published output with its coverage and source, and the plan's own words. */
export function PublicChains({ rows, locale, t }: Props) {
  const caption = fill(t.open.page.chains, { year: rows[0]?.year ?? '' })
  return <Table caption={caption} columns={columnsOf(locale, t)} rows={rows} keyOf={({ chain }) => chain.id} />
}

function columnsOf(locale: Locale, t: Messages): Column<PublicChain>[] {
  const words = t.open.page
  return [
    { key: 'chain', head: words.chain, card: 'title', cell: (row) => <Name row={row} t={t} /> },
    {
      key: 'target',
      head: words.target,
      kind: 'figure',
      cell: ({ chain }) => (chain.target ? formatYi(chain.target.yuan) : <span className="soft">{words.noTarget}</span>),
    },
    { key: 'output', head: words.output, kind: 'figure', cell: ({ published }) => <Told published={published} t={t} /> },
    { key: 'bar', head: t.chains.progress, card: 'full', cell: (row) => <Bar row={row} t={t} /> },
    { key: 'source', head: words.source, card: 'full', cell: ({ published }) => <Source published={published} locale={locale} t={t} /> },
  ]
}

const Name = ({ row: { chain }, t }: { row: PublicChain; t: Messages }) => (
  <>
    <strong className="font-song" lang="zh-CN">
      {chain.name}
    </strong>
    {chain.target ? <span className="soft small"> {t.labels.measures[chain.target.measure]}</span> : null}
    <details className="small">
      <summary className="soft">{t.open.page.clause}</summary>
      <ClauseQuote line={chain.clause.line} quote={chain.clause.quote} t={t} />
    </details>
  </>
)

const isBound = ({ output, source }: PublishedOutput): boolean => source !== 'statistics' && (output.unknown > 0 || output.uneven)

function Told({ published, t }: { published: PublishedOutput | null; t: Messages }) {
  const words = t.open.page
  if (published === null) return <span className="soft">{words.notPublished}</span>
  const { yuan, known, unknown } = published.output
  return (
    <>
      <strong>{`${isBound(published) ? '≥ ' : ''}${formatYi(yuan)}`}</strong>{' '}
      <small className="coverage">{fill(words.coverage, { known, all: known + unknown })}</small>
    </>
  )
}

/** Nothing where nothing is published: an empty bar would say that nothing was approved. */
const Bar = ({ row: { chain, published }, t }: { row: PublicChain; t: Messages }) =>
  published === null ? null : (
    <BulletBar
      name={chain.name}
      target={chain.target?.yuan ?? null}
      approved={published.output.yuan}
      partial={isBound(published)}
      expected={null}
      format={(yuan) => `${formatYi(yuan)} ${t.common.yi}`}
      t={t}
    />
  )

function Source({ published, locale, t }: { published: PublishedOutput | null; locale: Locale; t: Messages }) {
  const words = t.open.page
  if (published === null) return null
  const { period, revision, output } = published
  return (
    <span className="small">
      {published.source === 'statistics' ? words.statistics : words.enterprises}
      {output.through ? ` · ${fill(words.through, { month: monthWords(output.through, locale) })}` : ''}
      {` · ${fill(words.asOf, { month: monthWords(period, locale), revision })}`}
    </span>
  )
}
