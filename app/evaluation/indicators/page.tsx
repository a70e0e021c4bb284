import type { Metadata } from 'next'
import { type IndicatorMatrix, indicatorMatrix, waitingIndicatorValues } from '../../../db/queries/indicators'
import { fill } from '../../../domain/messages'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { askedNumber, type Query } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { EvaluationTabs } from '../tabs'
import { coverageOf } from './coverage'
import { EnterForm } from './enter-form'
import { MatrixTable } from './matrix-table'
import { WaitingValues } from './waiting-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.indicators }
}

type Props = { searchParams: Promise<Query> }

export default async function IndicatorValuesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const matrix = reading(() => indicatorMatrix(actor, today()))
  const page = askedNumber(await searchParams, 'page', 1)
  const waiting = reading(() => waitingIndicatorValues(actor, page))
  return (
    <div className="page">
      <PageHead title={words.indicators} lead={fill(words.indicatorsLead, coverageOf(matrix))}>
        <ExportLinks path="/evaluation/indicators" title={words.indicators} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <EvaluationTabs here="indicators" t={t} />
      <div className="stack">
        {waiting.total > 0 ? <WaitingValues {...waiting} t={t} /> : null}
        {groupsOf(matrix).map((group) => (
          <Panel key={group} title={<span lang="zh-CN">{group}</span>} flush>
            <MatrixTable matrix={matrix} group={group} t={t} />
          </Panel>
        ))}
        {matrix.mayEnter ? (
          <Panel title={words.enterTitle} id="enter">
            <EnterForm base={matrix.base} over={matrix.over} choices={choicesOf(matrix)} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

const groupsOf = ({ rows }: IndicatorMatrix): string[] => [...new Set(rows.map(({ indicator }) => indicator.group))]

const choicesOf = ({ rows }: IndicatorMatrix) => rows.map(({ indicator: { no, name } }) => ({ value: no, text: `${no} ${name}` }))
