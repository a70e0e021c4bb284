import type { StatisticsRow } from '../../db/queries/chain-statistics'
import type { ChainRow } from '../../db/queries/chains'
import type { ChainLead } from '../../db/queries/register-leads'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { BulletBar } from '../_components/bullet-bar'
import { LeadLine } from '../_components/chain-lead'
import { LightMark, lightSentence, lightWords } from '../_components/light'
import { Unknown } from '../_components/money'
import { type Column, Table } from '../_components/table'
import { monthWords } from '../_lib/locale'
import { isBound, Output, PublishedOf } from './output-account'
import { Target } from './target-account'

type Props = {
  rows: readonly ChainRow[]
  statistics: ReadonlyMap<string, StatisticsRow>
  /** 链长 in force by chain. */
  leads: ReadonlyMap<string, ChainLead>
  /** The reader may know single enterprises. */
  inside: boolean
  foot?: string
  locale: Locale
  t: Messages
}

/** The leader's question in one table: target, approved, expected, coverage, light. */
export function ChainsTable(props: Props) {
  const { rows, foot, t } = props
  return <Table caption={t.chains.caption} columns={columnsOf(props)} rows={rows} keyOf={({ chain }) => chain.id} foot={foot} />
}

function columnsOf({ statistics, leads, inside, locale, t }: Props): Column<ChainRow>[] {
  const words = t.chains
  const href = (id: string) => (inside ? `/chains/${id}#enterprises` : null)
  const output = ({ chain, output, published }: ChainRow) => (
    <>
      <Output output={output} statistics={statistics.get(chain.id)} href={href(chain.id)} published={published} locale={locale} t={t} />
      <PublishedOf published={published} locale={locale} t={t} />
    </>
  )
  return [
    { key: 'chain', head: words.chain, card: 'title', cell: (row) => nameOf(row, leads, t) },
    {
      key: 'measure',
      head: words.measure,
      wide: true,
      cell: ({ chain }) => (chain.target ? t.labels.measures[chain.target.measure] : <Unknown why={words.noTargetWhy} />),
    },
    {
      key: 'target',
      head: words.target,
      unit: t.common.yi,
      kind: 'figure',
      cell: (row) => <Target chain={row.chain} year={row.targetYear} t={t} />,
    },
    { key: 'output', head: words.approved, unit: t.common.yi, kind: 'figure', cell: output },
    { key: 'bar', head: words.progress, unit: words.progressUnit, label: words.progress, card: 'full', cell: (row) => barOf(row, t) },
    ...(inside ? [expectedColumn(t)] : []),
    { key: 'enterprises', head: words.enterprises, unit: words.enterprisesUnit, cell: (row) => coverageOf(row.output, t) },
    { key: 'through', head: words.through, cell: (row) => throughOf(row, locale, t) },
    { key: 'light', head: words.light, cell: (row) => lightOf(row, t) },
  ]
}

const nameOf = ({ chain }: ChainRow, leads: Props['leads'], t: Messages) => (
  <>
    <a href={`/chains/${chain.id}`} className="font-song font-bold text-lead" lang="zh-CN">
      {chain.name}
    </a>{' '}
    <span className="soft small whitespace-nowrap" lang="zh-CN">
      {chain.level}
    </span>
    <LeadLine lead={leads.get(chain.id) ?? null} t={t} />
  </>
)

function barOf({ chain, output, expected }: ChainRow, t: Messages) {
  if (output === null) return <Unknown why={t.chains.notTold} />
  return (
    <BulletBar
      name={chain.name}
      target={chain.target?.yuan ?? null}
      approved={output?.yuan ?? null}
      partial={output !== null && isBound(output)}
      expected={expected && { low: expected.lowYuan, high: expected.highYuan }}
      format={(yuan) => `${formatYi(yuan)} ${t.common.yi}`}
      t={t}
    />
  )
}

function expectedColumn(t: Messages): Column<ChainRow> {
  const words = t.chains
  const cell = ({ chain, expected }: ChainRow) =>
    expected ? (
      <a className="opens" href={`/chains/${chain.id}#expected`}>
        {fill(words.range, { low: formatYi(expected.lowYuan), high: formatYi(expected.highYuan) })}
      </a>
    ) : (
      <Unknown why={words.noExpected} />
    )
  return { key: 'expected', head: words.expected, unit: t.common.yi, kind: 'figure', wide: true, cell }
}

/** “5/9”: how many of the chain's enterprises are in the sum, or stand beside statistics. */
export function coverageOf(output: ChainRow['output'], t: Messages) {
  const words = t.chains
  if (output === null) return <Unknown why={words.notTold} />
  const all = output.known + output.unknown
  const counts = `${output.known}/${all}`
  if (output.source === 'statistics') {
    return (
      <>
        {words.coverageStatistics} <span className="soft small">{counts}</span>
      </>
    )
  }
  return all === 0 ? (
    <Unknown why={words.enterprisesNone} />
  ) : (
    <span title={fill(words.coverage, { known: output.known, all })}>{counts}</span>
  )
}

function throughOf({ output }: ChainRow, locale: Locale, t: Messages) {
  if (!output?.through) return <Unknown why={output ? t.chains.noThrough : t.chains.notTold} />
  return <span className="whitespace-nowrap">{monthWords(output.through, locale)}</span>
}

export function lightOf({ light }: Pick<ChainRow, 'light'>, t: Messages) {
  return (
    <LightMark level={light.level} title={lightSentence(light, t)}>
      {lightWords(light, t)}
    </LightMark>
  )
}
