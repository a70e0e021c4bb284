import type { ChainRow } from '../../db/queries/chains'
import type { Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import { BulletBar } from '../_components/bullet-bar'
import { LightMark, lightSentence, lightWords } from '../_components/light'
import { Unknown } from '../_components/money'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'

/** Nine lines: name, approved of target, bar, coverage, light. */
export function ChainsCompact({ rows, t }: { rows: readonly ChainRow[]; t: Messages }) {
  return (
    <Panel title={t.home.chains} aside={<a href="/chains">{t.home.chainsAll} ›</a>} flush>
      <Table caption={t.home.chainsCaption} columns={columnsOf(t)} rows={rows} keyOf={({ chain }) => chain.id} />
    </Panel>
  )
}

const isBound = ({ output }: ChainRow): boolean =>
  output !== null && output.source !== 'statistics' && (output.unknown > 0 || output.uneven)

function columnsOf(t: Messages): Column<ChainRow>[] {
  const words = t.chains
  return [
    {
      key: 'chain',
      head: words.chain,
      card: 'title',
      cell: ({ chain }) => (
        <a href={`/chains/${chain.id}`} className="font-song font-bold text-lead" lang="zh-CN">
          {chain.name}
        </a>
      ),
    },
    { key: 'output', head: words.approved, unit: t.common.yi, kind: 'figure', cell: (row) => outputOf(row, t) },
    {
      key: 'target',
      head: words.target,
      unit: t.common.yi,
      kind: 'figure',
      cell: ({ chain }) => (chain.target ? formatYi(chain.target.yuan) : <span className="soft">{words.noTarget}</span>),
    },
    { key: 'bar', head: words.progress, card: 'full', label: '', cell: (row) => barOf(row, t) },
    {
      key: 'enterprises',
      head: words.enterprises,
      unit: words.enterprisesUnit,
      cell: (row) => coverageOf(row, t),
    },
    {
      key: 'light',
      head: words.light,
      cell: ({ light }) => (
        <LightMark level={light.level} title={lightSentence(light, t)}>
          {lightWords(light, t)}
        </LightMark>
      ),
    },
  ]
}

function coverageOf({ output }: ChainRow, t: Messages) {
  if (output === null) return <Unknown why={t.chains.notTold} />
  const all = output.known + output.unknown
  return all === 0 ? <Unknown why={t.chains.enterprisesNone} /> : `${output.known}/${all}`
}

function outputOf(row: ChainRow, t: Messages) {
  const { chain, output } = row
  if (output === null) return <Unknown why={t.chains.notTold} />
  if (output.yuan === null) return <Unknown why={t.chains.noOutput} />
  return (
    <a className="opens" href={`/chains/${chain.id}#output`}>
      <strong>{`${isBound(row) ? '≥ ' : ''}${formatYi(output.yuan)}`}</strong>
    </a>
  )
}

function barOf(row: ChainRow, t: Messages) {
  const { chain, output, expected } = row
  return (
    <BulletBar
      name={chain.name}
      target={chain.target?.yuan ?? null}
      approved={output?.yuan ?? null}
      partial={isBound(row)}
      expected={expected && { low: expected.lowYuan, high: expected.highYuan }}
      format={(yuan) => `${formatYi(yuan)} ${t.common.yi}`}
      t={t}
    />
  )
}
