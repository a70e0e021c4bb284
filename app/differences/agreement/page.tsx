import type { Metadata } from 'next'
import { agreement, unitsAPage } from '../../../db/queries/agreement'
import { addressQuery, readAddress } from '../../../domain/address'
import { fill } from '../../../domain/messages'
import { agreementParams } from '../../../domain/seen-input'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { QuartersTable, UnitsTable } from './tables'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).seen.agreement.title }
}

/** How far told and seen agree: a fact for the bureau, never a ranking. */
export default async function AgreementPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.seen.agreement
  const { params, wrong } = readAddress(agreementParams, await searchParams)
  const { page = 1 } = params
  const view = reading(() => agreement(actor, { quarter: params.quarter ?? null, page }))
  const caption = fill(words.byUnit, { quarter: view.quarter ?? '' })
  const to = (at: number) => `/differences/agreement${addressQuery({ ...params, page: at })}`
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={words.lead}
        crumbs={[{ text: t.seen.differences.title, href: '/differences' }, { text: words.title }]}
      />
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.seen.differences.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Panel title={words.byQuarter} flush>
          {view.quarters.length > 0 ? (
            <QuartersTable rows={view.quarters} chosen={view.quarter} t={t} />
          ) : (
            <Empty title={words.none}>{words.noneHint}</Empty>
          )}
        </Panel>
        {view.total > 0 ? (
          <Panel
            title={caption}
            aside={<ExportLinks path="/differences/agreement" query={addressQuery({ quarter: params.quarter })} title={caption} t={t} />}
            flush
          >
            <UnitsTable rows={view.units} caption={caption} t={t} />
          </Panel>
        ) : null}
      </div>
      {view.total > unitsAPage ? (
        <PagerOf page={page} size={unitsAPage} shown={view.units.length} total={view.total} to={to} t={t} />
      ) : null}
    </div>
  )
}
