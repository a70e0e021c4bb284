import type { Metadata } from 'next'
import { planChains } from '../../db/queries/plan'
import { type ListFacets, listFacets } from '../../db/queries/project-facets'
import { timeline, timelineWorksAPage } from '../../db/queries/timeline'
import { addressQuery, readAddress } from '../../domain/address'
import { yearOf } from '../../domain/calendar'
import { lightLevels } from '../../domain/light'
import { fill, type Messages } from '../../domain/messages'
import { type TimelineParams, timelineParams } from '../../domain/outlook-params'
import { stepOf, type TimelineZoom, timelineWindow, timelineZooms } from '../../domain/picture/timeline'
import { sectors } from '../../domain/plan'
import { Chip, Chips, ChoiceChip } from '../_components/chip'
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
import { TimelinePicture } from './timeline-picture'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).outlook.timelineTitle }
}

export default async function TimelinePage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.outlook
  const { params, wrong } = readAddress(timelineParams, await searchParams)
  const { zoom = 'quarter', page = 1, year: asked, ...filter } = params
  const day = today()
  const year = asked ?? (zoom === 'month' ? yearOf(day) : yearOf(day) + 1)
  const window = timelineWindow(zoom, year)
  const { rows, total } = reading(() => timeline(actor, filter, page))
  const to = (change: Record<string, string | number | null>) => `/timeline${addressQuery({ ...params, page: null, ...change })}`
  return (
    <div className="page page-a3">
      <PageHead title={words.timelineTitle} lead={fill(words.timelineLead, { from: window.from, to: window.lastDay, count: total })}>
        <a className="button" href="/slips">
          {words.slipsTitle}
        </a>
        <ExportLinks path="/timeline" query={addressQuery(filter)} title={words.timelineTitle} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <Zooms zoom={zoom} year={year} to={to} t={t} />
      <Filters params={params} facets={listFacets(actor, filter)} chains={planChains()} t={t} />
      {rows.length > 0 ? (
        <Panel>
          <TimelinePicture rows={rows} window={window} today={day} t={t} />
        </Panel>
      ) : (
        <Empty title={words.timelineNone}>{words.timelineNoneHint}</Empty>
      )}
      <PagerOf page={page} size={timelineWorksAPage} shown={rows.length} total={total} to={(page) => to({ page })} t={t} />
    </div>
  )
}

type To = (change: Record<string, string | number | null>) => string

function Zooms({ zoom, year, to, t }: { zoom: TimelineZoom; year: number; to: To; t: Messages }) {
  const words = t.outlook
  return (
    <div className="mb-2">
      <Chips>
        {timelineZooms.map((one) => (
          <Chip key={one} href={to({ zoom: one, year: null })} on={zoom === one} t={t}>
            {words.zooms[one]}
          </Chip>
        ))}
        <a className="chip" href={to({ year: year - stepOf[zoom] })}>
          {words.earlier}
        </a>
        <a className="chip" href={to({ year: year + stepOf[zoom] })}>
          {words.later}
        </a>
      </Chips>
    </div>
  )
}

type FiltersProps = { params: Partial<TimelineParams>; facets: ListFacets; chains: readonly { id: string; name: string }[]; t: Messages }

function Filters({ params, facets, chains, t }: FiltersProps) {
  const words = t.projects
  const options = {
    sector: sectors.map((value) => ({ value, text: t.labels.sectors[value] })),
    chain: [...chains.map(({ id, name }) => ({ value: id, text: name })), { value: 'none', text: words.noChain }],
    town: facets.town.flatMap(({ value }) => (value ? [{ value, text: value }] : [])),
    light: lightLevels.map((value) => ({ value, text: t.labels.lightLevels[value] })),
  }
  const labels = { sector: words.filterSector, chain: words.filterChain, town: t.outlook.filterTown, light: t.outlook.filterLight }
  const names = ['sector', 'chain', 'town', 'light'] as const
  return (
    <search className="mb-4 block">
      <form action="/timeline" className="chips">
        {params.zoom ? <input type="hidden" name="zoom" value={params.zoom} /> : null}
        {params.year ? <input type="hidden" name="year" value={params.year} /> : null}
        {names.map((name) => (
          <ChoiceChip key={name} name={name} label={labels[name]} value={params[name]} options={options[name]} t={t} />
        ))}
        <noscript>
          <button type="submit" className="button">
            {t.outlook.filterApply}
          </button>
        </noscript>
      </form>
    </search>
  )
}
