import type { Metadata } from 'next'
import { templateChoices } from '../../db/queries/milestone-templates'
import { layRowsAPage, worksToLay } from '../../db/queries/milestones-to-lay'
import { planBoxes, planChains } from '../../db/queries/plan'
import { waitingDates } from '../../db/queries/waiting-dates'
import { addressQuery, readAddress } from '../../domain/address'
import { yearOf } from '../../domain/calendar'
import { layParams, layShows } from '../../domain/library-params'
import { fill } from '../../domain/messages'
import { Chip } from '../_components/chip'
import { Empty } from '../_components/empty'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { WorkFilter } from '../_components/work-filter'
import { today } from '../_lib/clock'
import { reader } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { LayForm } from './lay-form'
import { TemplatePanel } from './template-panel'
import { WorksTable } from './works-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader()).t.milestones.layTitle }
}

export default async function LayMilestonesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.milestones
  const { params, wrong } = readAddress(layParams, await searchParams)
  const { page = 1, show = 'all', template: code, ...filter } = params
  const list = reading(() => worksToLay(actor, { page, bare: show === 'bare', filter }))
  const waiting = waitingDates(actor, { page: 1, filter: {} }).total
  const templates = templateChoices()
  const chosen = templates.find((template) => template.code === code) ?? null
  const odd = code !== undefined && !chosen ? [...wrong, 'template'] : wrong
  const to = (change: Record<string, string | number | null>) => `/milestones${addressQuery({ ...params, page: null, ...change })}`
  const nameOf = (one: string) => templates.find((template) => template.code === one)?.name[locale === 'en' ? 'en' : 'zh'] ?? one
  const counts = { all: list.all, bare: list.bare }
  return (
    <div className="page">
      <PageHead
        title={words.layTitle}
        lead={words.layLead}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: words.layTitle }]}
      >
        <a className="button" href="/milestones/approve">
          {fill(words.toApprove, { count: waiting })}
        </a>
      </PageHead>
      {odd.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: odd.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <TemplatePanel
          templates={templates}
          chosen={chosen}
          hrefOf={(template) => to({ template: template.code })}
          year={yearOf(today())}
          locale={locale}
          t={t}
        />
        <div className="chips">
          {layShows.map((name) => (
            <Chip
              key={name}
              href={to({ show: name === 'all' ? null : name })}
              on={show === name && name !== 'all'}
              count={counts[name]}
              t={t}
            >
              {words.shows[name]}
            </Chip>
          ))}
          <WorkFilter
            path="/milestones"
            filter={filter}
            keep={{ show: params.show, template: code }}
            boxes={planBoxes()}
            chains={planChains()}
            t={t}
          />
        </div>
        <LayForm template={chosen} t={t}>
          {list.rows.length > 0 ? (
            <WorksTable rows={list.rows} nameOf={nameOf} t={t} />
          ) : (
            <Empty title={words.empty}>{words.emptyHint}</Empty>
          )}
        </LayForm>
      </div>
      <PagerOf page={page} size={layRowsAPage} shown={list.rows.length} total={list.total} to={(page) => to({ page })} t={t} />
    </div>
  )
}
