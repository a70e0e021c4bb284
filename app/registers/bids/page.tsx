import type { Metadata } from 'next'
import { organisationChoices } from '../../../db/queries/organisations'
import { bidRegister, bidsAPage } from '../../../db/queries/register-bids'
import { addressQuery, readAddress } from '../../../domain/address'
import { fill } from '../../../domain/messages'
import { canKeepRegisters } from '../../../domain/policy'
import { bidParams } from '../../../domain/registers-params'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { RegisterTabs } from '../tabs'
import { AddBid } from './bid-form'
import { BidsTable } from './bids-table'
import { BidFilters } from './filters'
import { PlannedTable } from './planned-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).registers.bids }
}

export default async function BidsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.registers
  const { params, wrong } = readAddress(bidParams, await searchParams)
  const { page = 1, ...filter } = params
  const { planned, rows, total } = reading(() => bidRegister(actor, params))
  const keeps = canKeepRegisters(actor)
  const choices = {
    bids: planned.map(({ code, name }) => ({ value: code, text: name })),
    units: keeps ? organisationChoices(actor).map(({ name }) => name) : [],
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <div className="page page-wide">
      <PageHead title={words.bids} lead={words.bidsLead}>
        <ExportLinks path="/registers/bids" query={addressQuery(filter)} title={words.bids} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <RegisterTabs here="bids" t={t} />
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Panel title={words.planned} flush>
          <PlannedTable rows={planned} t={t} />
        </Panel>
        <BidFilters filter={filter} bids={choices.bids} t={t} />
        <Panel title={words.bidRecords} flush>
          {rows.length > 0 ? (
            <BidsTable rows={rows} names={new Map(planned.map(({ code, name }) => [code, name]))} choices={choices} t={t} />
          ) : (
            <Empty title={isFiltered ? words.applicationsNoneFound : words.bidsNone}>
              {isFiltered ? words.applicationsNoneFoundHint : words.bidsNoneHint}
            </Empty>
          )}
        </Panel>
        {keeps ? <AddBid choices={choices} t={t} /> : null}
      </div>
      {total > bidsAPage ? (
        <PagerOf
          page={page}
          size={bidsAPage}
          shown={rows.length}
          total={total}
          to={(number) => `/registers/bids${addressQuery({ ...filter, page: number })}`}
          t={t}
        />
      ) : null}
    </div>
  )
}
