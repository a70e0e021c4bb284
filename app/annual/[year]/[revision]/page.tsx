import type { Metadata } from 'next'
import {
  type ChangeCounts,
  changeCounts,
  changedWorks,
  listedAPage,
  listedWorks,
  type YearListItem,
  yearList,
} from '../../../../db/queries/year-lists'
import { addressQuery, readAddress } from '../../../../domain/address'
import { listViews, yearListParams } from '../../../../domain/annual-plan-params'
import { fill, type Messages } from '../../../../domain/messages'
import { isLateList } from '../../../../domain/year-list'
import { Chips } from '../../../_components/chip'
import { Empty } from '../../../_components/empty'
import { ExportLinks } from '../../../_components/export-links'
import { YiTotal } from '../../../_components/money'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { PagerOf } from '../../../_components/pager'
import { Panel } from '../../../_components/panel'
import { PrintButton } from '../../../_components/print-button'
import { words as messages } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { DecideList } from '../../decide-list'
import { LateMark, whoWords } from '../../lists-panel'
import { ChangesTable } from './changes-table'
import { ListedTable } from './listed-table'

type Props = {
  params: Promise<{ year: string; revision: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, revision } = await params
  return { title: fill((await messages()).annual.listTitle, { year: idOf(year), revision: idOf(revision) }) }
}

export default async function YearListPage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.annual
  const { year, revision } = await params
  const { list, people } = reading(() => yearList(actor, idOf(year), idOf(revision)))
  const named = { year: list.year, revision: list.revision, title: list.title, documentNo: list.documentNo, day: list.day }
  const { view = 'works', page = 1 } = readAddress(yearListParams, await searchParams).params
  const at = `/annual/${list.year}/${list.revision}`
  const changes = changeCounts(list)
  const count = changes.entered + changes.left + changes.changed
  return (
    <div className="page">
      <PageHead
        title={fill(words.listTitle, named)}
        lead={
          <>
            <span lang="zh-CN">{fill(words.listLead, named)}</span> {isLateList(list) ? <LateMark t={t} /> : null}
            <span className="block soft small">{whoWords(list, people, t)}</span>
          </>
        }
        crumbs={[{ text: fill(words.title, named), href: `/annual?year=${list.year}` }, { text: fill(words.revision, named) }]}
      >
        <ExportLinks path={at} query={addressQuery({ view: view === 'works' ? null : view })} title={list.title} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Standing list={list} t={t} />
        <Chips>
          {listViews.map((name) => (
            <a
              key={name}
              href={at + addressQuery({ view: name === 'works' ? null : name })}
              className={name === view ? 'chip chip-on' : 'chip'}
              aria-current={name === view || undefined}
            >
              {fill(words.views[name], { count })}
            </a>
          ))}
        </Chips>
        {view === 'works' ? (
          <Listed list={list} page={page} at={at} t={t} />
        ) : (
          <Changed list={list} counts={changes} page={page} at={at} t={t} />
        )}
      </div>
    </div>
  )
}

type PartProps = { list: YearListItem; page: number; at: string; t: Messages }

function Changed({ list, counts, page, at, t }: PartProps & { counts: ChangeCounts }) {
  const words = t.annual
  const rows = changedWorks(list, page)
  const total = counts.entered + counts.left + counts.changed
  return (
    <div>
      <Panel title={words.changesTitle} note={fill(words.changeSum, counts)} flush>
        {total > 0 ? <ChangesTable rows={rows} t={t} /> : <Empty title={words.changesNone} />}
      </Panel>
      {total > 0 ? (
        <PagerOf
          page={page}
          size={listedAPage}
          shown={rows.length}
          total={total}
          to={(to) => at + addressQuery({ view: 'changes', page: to })}
          t={t}
        />
      ) : null}
    </div>
  )
}

/** A draft says that it is one, and a superseded list that there is a later one. */
function Standing({ list, t }: { list: YearListItem; t: Messages }) {
  if (list.status === 'submitted')
    return (
      <Panel>
        <Notice tone="slow">{t.annual.draftNotice}</Notice>
        <DecideList list={list} t={t} />
      </Panel>
    )
  return list.current ? null : <Notice>{t.annual.supersededNotice}</Notice>
}

function Listed({ list, page, at, t }: PartProps) {
  const words = t.annual
  const rows = listedWorks(list, page)
  const total = { yuan: list.plannedYuan, known: list.plannedKnown, unknown: list.works - list.plannedKnown }
  const sum = (
    <span>
      {words.listSum} <YiTotal total={total} t={t} /> <span className="soft small">{t.common.yi}</span>
    </span>
  )
  return (
    <div>
      <Panel title={words.listedTitle} aside={sum} flush>
        <ListedTable rows={rows} t={t} />
      </Panel>
      <PagerOf page={page} size={listedAPage} shown={rows.length} total={list.works} to={(to) => at + addressQuery({ page: to })} t={t} />
    </div>
  )
}
