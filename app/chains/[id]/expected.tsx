import type { ExpectedWork } from '../../../db/queries/chain-works'
import type { Expected, ExpectedWeights } from '../../../domain/expected'
import { fill, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { projectHref } from '../../../domain/project-params'
import { OpensAt } from '../../_components/account'
import { StageWord } from '../../_components/badge'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

type Props = {
  expected: Expected | null
  works: readonly ExpectedWork[]
  weights: ExpectedWeights
  version: number
  all: number
  t: Messages
}

/** What the works would add at full production: a range, with the weights that make it, never added to the output. */
export function ExpectedPanel({ expected, works, weights, version, all, t }: Props) {
  const words = t.chains
  return (
    <Panel id="expected" title={words.expectedTitle} note={words.expectedNote} flush>
      <div className="panel-body">
        <p>{expected ? rangeWords(expected, t) : all === 0 ? words.expectedNoWorks : fill(words.expectedNone, { all })}</p>
        {expected ? <p className="soft small">{fill(words.expectedRule, { version, factor: weights.redFactor })}</p> : null}
      </div>
      {works.length > 0 ? <Table caption={words.expectedCaption} columns={columnsOf(t)} rows={works} keyOf={(work) => work.code} /> : null}
    </Panel>
  )
}

const rangeWords = ({ known, unknown, lowYuan, highYuan }: Expected, t: Messages): string =>
  fill(t.chains.expectedLead, { known, all: known + unknown, low: formatYi(lowYuan), high: formatYi(highYuan) })

const percent = (share: number): number => Math.round(share * 100)

function columnsOf(t: Messages): Column<ExpectedWork>[] {
  const words = t.chains
  return [
    {
      key: 'name',
      head: words.work,
      card: 'title',
      cell: (work) => (
        <a href={`/projects/${work.code}`} lang="zh-CN">
          {work.name}
        </a>
      ),
    },
    { key: 'stage', head: words.stage, cell: (work) => <StageWord stage={work.stage} t={t} /> },
    {
      key: 'full',
      head: words.fullOutput,
      unit: t.common.yi,
      kind: 'figure',
      cell: (work) => <OpensAt href={projectHref(work.code, 'file', 'sheet')}>{formatYi(work.fullOutputYuan)}</OpensAt>,
    },
    {
      key: 'weight',
      head: words.weights,
      kind: 'figure',
      cell: (work) => fill(words.weight, { low: percent(work.low), high: percent(work.high) }),
    },
    {
      key: 'counted',
      head: words.counted,
      unit: t.common.yi,
      kind: 'figure',
      cell: (work) => fill(words.range, { low: formatYi(work.fullOutputYuan * work.low), high: formatYi(work.fullOutputYuan * work.high) }),
    },
    { key: 'source', head: words.document, card: 'full', cell: (work) => work.source ?? <span className="soft">{words.noDocument}</span> },
  ]
}
