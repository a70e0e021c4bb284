import type { Metadata } from 'next'
import { firstFundQuarter, lastFundQuarter } from '../../db/queries/fund-form'
import { fundTotals } from '../../db/queries/fund-totals'
import { hasRole } from '../../domain/actor'
import { addressQuery, readAddress } from '../../domain/address'
import { fundParams } from '../../domain/fund-params'
import type { FundTotals } from '../../domain/fund-totals'
import { fill, type Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { FundFilters } from './filters'
import { FundPicture } from './fund-picture'
import { GroupTable } from './group-table'
import { SourceTable } from './source-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).funds.title }
}

export default async function FundsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.funds
  const { params, wrong } = readAddress(fundParams, await searchParams)
  const last = lastFundQuarter(today())
  const { quarter: asked = last, sector, level } = params
  const quarter = asked >= firstFundQuarter && asked <= last ? asked : last
  const totals = reading(() => fundTotals(actor, { quarter, sector, level }))
  const names = [...wrong, ...(asked === quarter ? [] : ['quarter'])]
  return (
    <div className="page">
      <PageHead title={words.title} lead={leadOf(totals, t)}>
        {hasRole(actor, 'owner') ? null : (
          <a className="button" href="/funds/statistics">
            {words.statistics}
          </a>
        )}
        {hasRole(actor, 'bureau') ? (
          <a className="button" href="/funds/sources">
            {words.sources}
          </a>
        ) : null}
        <ExportLinks path="/funds" query={addressQuery({ quarter, sector, level })} title={words.title} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      {names.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: names.join(', ').slice(0, 80) })}</Notice> : null}
      <FundFilters params={{ quarter, sector, level }} first={firstFundQuarter} last={last} t={t} />
      {totals.all.works > 0 ? (
        <div className="stack">
          <Panel title={words.bySource} note={words.bySourceNote}>
            {totals.all.told > 0 ? <FundPicture totals={totals} t={t} /> : <SourceTable totals={totals} t={t} />}
          </Panel>
          <Panel title={words.bySector} note={words.groupNote} flush>
            <GroupTable caption={words.bySector} head={words.sector} rows={totals.sectors} names={t.labels.sectors} t={t} />
          </Panel>
          <Panel title={words.byLevel} note={words.groupNote} flush>
            <GroupTable caption={words.byLevel} head={words.level} rows={totals.levels} names={t.labels.projectLevels} t={t} />
          </Panel>
        </div>
      ) : (
        <Empty title={words.noWorks}>{words.noWorksHint}</Empty>
      )}
    </div>
  )
}

function leadOf({ quarter, all: { works, told, fresh } }: FundTotals, { funds }: Messages): string {
  return told > 0 ? fill(funds.lead, { quarter, works, told, fresh }) : fill(funds.leadNone, { quarter, works })
}
