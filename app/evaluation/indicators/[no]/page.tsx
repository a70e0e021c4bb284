import type { Metadata } from 'next'
import { indicatorDetail } from '../../../../db/queries/indicators'
import { yearOf } from '../../../../domain/calendar'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words as messages } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { EnterForm } from '../enter-form'
import { StandingWord } from '../standing'
import { Trend } from '../trend'
import { EntriesPanel } from './entries-panel'
import { StatementsPanel } from './statements-panel'

type Props = { params: Promise<{ no: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.indicators }
}

export default async function IndicatorPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const { no } = await params
  const detail = reading(() => indicatorDetail(actor, no, today()))
  const { row, base, years, mayEnter } = detail
  const { indicator, last } = row
  const over = years.filter((year) => year < yearOf(today()))
  const lead = last ? `${words.directions[last.progress.direction]} · ${words.paces[last.progress.pace]}` : words.valueUnknown
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{indicator.unit ? `${indicator.name}（${indicator.unit}）` : indicator.name}</span>}
        lead={`${t.labels.indicatorKinds[indicator.kind]} · ${lead}`}
        crumbs={[{ text: words.title, href: '/evaluation' }, { text: words.indicators, href: '/evaluation/indicators' }, { text: no }]}
      />
      <div className="stack">
        <Panel title={words.columnStanding}>
          <p>
            <StandingWord row={row} t={t} />
          </p>
          <Trend row={row} base={base} t={t} />
        </Panel>
        <StatementsPanel detail={detail} t={t} />
        <EntriesPanel detail={detail} t={t} />
        {mayEnter ? (
          <Panel title={words.enterTitle}>
            <EnterForm base={base} over={over} no={indicator.no} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}
