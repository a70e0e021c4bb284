import type { Metadata } from 'next'
import { slips, slipsAPage } from '../../db/queries/slips'
import { addressQuery, readAddress } from '../../domain/address'
import { fill } from '../../domain/messages'
import { slipParams } from '../../domain/outlook-params'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { SlipPicture } from './slip-picture'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).outlook.slipsTitle }
}

export default async function SlipsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.outlook
  const { params, wrong } = readAddress(slipParams, await searchParams)
  const { page = 1 } = params
  const day = today()
  const { rows, total } = reading(() => slips(actor, day, page))
  return (
    <div className="page page-a3">
      <PageHead title={words.slipsTitle} lead={fill(words.slipsLead, { count: total })}>
        <a className="button" href="/timeline">
          {words.timelineTitle}
        </a>
        <ExportLinks path="/slips" title={words.slipsTitle} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      {rows.length > 0 ? (
        <Panel title={words.slipsPicture} note={words.slipsNote}>
          <SlipPicture rows={rows} today={day} t={t} />
        </Panel>
      ) : (
        <Empty title={words.slipsNone}>{words.slipsNoneHint}</Empty>
      )}
      <PagerOf page={page} size={slipsAPage} shown={rows.length} total={total} to={(page) => `/slips${addressQuery({ page })}`} t={t} />
    </div>
  )
}
