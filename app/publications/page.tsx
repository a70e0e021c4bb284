import type { Metadata } from 'next'
import { papersToPublish, publicWorks, worksToPublish } from '../../db/queries/publications'
import { settingList } from '../../db/queries/settings'
import { addressQuery, readAddress } from '../../domain/address'
import { fill } from '../../domain/messages'
import { publicationsAPage, publicationsParams } from '../../domain/publication-input'
import { Empty } from '../_components/empty'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { AboutPanel } from './about-panel'
import { FindPanel } from './find-panel'
import { PapersPanel } from './papers-panel'
import { SwitchesPanel } from './switches-panel'
import { PublicWorks } from './works-tables'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).open.oc4ids.title }
}

/** What the bureau gives to everybody: switches, works, papers. */
export default async function PublicationsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.open.oc4ids
  const { params, wrong } = readAddress(publicationsParams, await searchParams)
  const { q, page = 1 } = params
  const settings = reading(() => settingList(actor))
  const { rows, total } = reading(() => publicWorks(actor, page))
  const found = q === undefined ? null : worksToPublish(actor, q)
  const papers = (['bulletin', 'dispatch'] as const).flatMap((subject) =>
    papersToPublish(actor, subject).map((paper) => ({ ...paper, subject })),
  )
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead} />
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <Notice tone="slow">{words.warning}</Notice>
      <div className="stack">
        <SwitchesPanel settings={settings} t={t} />
        <FindPanel typed={q ?? null} found={found} t={t} />
        <Panel title={words.works} note={String(total)} flush>
          <p className="soft panel-body">{words.worksLead}</p>
          {rows.length > 0 ? <PublicWorks rows={rows} t={t} /> : <Empty title={words.worksNone}>{words.worksNoneHint}</Empty>}
        </Panel>
        {total > publicationsAPage ? (
          <PagerOf
            page={page}
            size={publicationsAPage}
            shown={rows.length}
            total={total}
            to={(at) => `/publications${addressQuery({ q, page: at })}`}
            t={t}
          />
        ) : null}
        <PapersPanel rows={papers} t={t} />
        <AboutPanel settings={settings} t={t} />
      </div>
    </div>
  )
}
