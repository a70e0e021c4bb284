import type { Metadata } from 'next'
import { thePlan } from '../../db/queries/plan'
import { fill } from '../../domain/messages'
import { mentionsOnLine } from '../../domain/plan-mentions'
import { lineParameter } from '../../domain/plan-parameters'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Beside, Panel } from '../_components/panel'
import { words } from '../_lib/locale'
import { BoxesTable } from './boxes-table'
import { ChainsTable } from './chains-table'
import { LinePanel } from './line-panel'
import { BoxCounts, ChapterTenPanel, IndicatorsPanel, PlacesPanel, RegisterPanel } from './overview-panels'
import { PlanNav } from './plan-nav'

type Props = { searchParams: Promise<{ line?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.title }
}

export default async function PlanPage({ searchParams }: Props) {
  const t = await words()
  const plan = thePlan()
  const asked = (await searchParams).line
  const line = asked === undefined ? null : lineParameter(asked)
  return (
    <div className="page">
      <PageHead title={t.plan.title} lead={t.plan.lead}>
        <a className="button" href="/api/v1/plan">
          {t.plan.machineReadable}
        </a>
      </PageHead>
      <PlanNav here="overview" t={t} />
      <div className="stack max-[899px]:[&_td:empty]:hidden">
        {asked !== undefined && line === null ? <Notice tone="slow">{fill(t.plan.wrongParameter, { name: 'line' })}</Notice> : null}
        {line === null ? null : <LinePanel line={line} mentions={mentionsOnLine(plan, line)} t={t} />}
        <Panel id="boxes" title={t.plan.boxesCaption} note={<BoxCounts plan={plan} t={t} />} flush>
          <BoxesTable boxes={plan.boxes} t={t} />
        </Panel>
        <Panel id="chains" title={t.plan.chainsCaption} note={t.plan.chainsLead} flush>
          <ChainsTable chains={plan.chains} t={t} />
        </Panel>
        <Beside>
          <RegisterPanel register={plan.register} t={t} />
          <IndicatorsPanel plan={plan} t={t} />
        </Beside>
        <Beside>
          <ChapterTenPanel entries={plan.chapterTen} t={t} />
          <PlacesPanel places={plan.places} t={t} />
        </Beside>
      </div>
    </div>
  )
}
