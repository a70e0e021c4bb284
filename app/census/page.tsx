import type { Metadata } from 'next'
import { censusGrid, censusRowsAPage } from '../../db/queries/census'
import { organisationChoices } from '../../db/queries/organisations'
import { planBoxes, planChains } from '../../db/queries/plan'
import { addressQuery, readAddress } from '../../domain/address'
import { censusParams, censusShows } from '../../domain/library-params'
import { fill } from '../../domain/messages'
import { Chip } from '../_components/chip'
import { Empty } from '../_components/empty'
import { KeyHint } from '../_components/kbd'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { WorkFilter } from '../_components/work-filter'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { previewList, saveRow } from './actions'
import { CensusGrid } from './grid'
import { CensusPaste } from './paste'
import { censusWords } from './words'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).census.title }
}

export default async function CensusPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { params, wrong } = readAddress(censusParams, await searchParams)
  const { page = 1, show = 'all', ...filter } = params
  const { rows, total, gaps, all } = reading(() => censusGrid(actor, { page, unfinished: show === 'gaps', filter }))
  const units = organisationChoices(actor)
  const words = censusWords(t, planChains(), units, today())
  const counts = { all, gaps }
  const to = (change: Record<string, string | number | null>) => `/census${addressQuery({ ...params, page: null, ...change })}`
  return (
    <div className="page page-wide">
      <PageHead
        title={t.census.title}
        lead={fill(gaps > 0 ? t.census.lead : t.census.leadDone, counts)}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: t.census.title }]}
      >
        <a className="button" href="/milestones">
          {t.census.toMilestones}
        </a>
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.census.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <CensusPaste preview={previewList} save={saveRow} words={words} />
        <div className="chips">
          {censusShows.map((name) => (
            <Chip
              key={name}
              href={to({ show: name === 'all' ? null : name })}
              on={show === name && name !== 'all'}
              count={counts[name]}
              t={t}
            >
              {t.census.shows[name]}
            </Chip>
          ))}
          <WorkFilter path="/census" filter={filter} keep={{ show: params.show }} boxes={planBoxes()} chains={planChains()} t={t} />
        </div>
        <p className="soft small">
          {t.census.note} <KeyHint keys={['Enter']} text={t.census.keys.save} />{' '}
          <KeyHint keys={['Ctrl ↑', 'Ctrl ↓']} text={t.census.keys.move} />
        </p>
        <datalist id="units">
          {units.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <section className="panel">
          {rows.length > 0 ? (
            <CensusGrid rows={rows} save={saveRow} words={words} />
          ) : (
            <Empty title={show === 'gaps' ? t.census.emptyGaps : t.census.empty}>
              {show === 'gaps' ? t.census.emptyGapsHint : t.census.emptyHint}
            </Empty>
          )}
        </section>
      </div>
      <PagerOf page={page} size={censusRowsAPage} shown={rows.length} total={total} to={(page) => to({ page })} t={t} />
    </div>
  )
}
