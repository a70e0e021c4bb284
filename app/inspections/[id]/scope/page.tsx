import type { Metadata } from 'next'
import { scopeView } from '../../../../db/queries/round-scope'
import { roundWorksAPage } from '../../../../db/queries/round-works'
import { scopeRules } from '../../../../domain/inspection'
import { fill } from '../../../../domain/messages'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { PagerOf } from '../../../_components/pager'
import { today } from '../../../_lib/clock'
import { words as messages } from '../../../_lib/locale'
import { asked, askedNumber, idOf, type Query, withQuery } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { AssignPanel } from './assign-panel'
import { LeftPanel } from './left-panel'
import { NamedPanel } from './named-panel'
import { RulesPanel } from './rules-panel'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.scope.title }
}

export default async function ScopePage({ params, searchParams }: Props) {
  const [{ actor }, t, { id }, query] = await Promise.all([requireViewer(), messages(), params, searchParams])
  const page = askedNumber(query, 'page', 1)
  const ticked = [query.rules ?? []].flat()
  const rules = scopeRules.filter((rule) => ticked.includes(rule))
  const q = asked(query, 'q')
  const view = reading(() => scopeView(actor, idOf(id), { rules, q, page, today: today() }))
  const { round } = view
  const words = t.rounds.scope
  const to = (number: number) => withQuery(`/inspections/${round.id}/scope`, { q: query.q }, { page: number })
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={fill(words.lead, { works: view.total, rest: view.rest })}
        crumbs={[
          { text: t.rounds.title, href: '/inspections' },
          { text: round.title, href: `/inspections/${round.id}` },
          { text: words.title },
        ]}
      >
        <a className="button" href={`/inspections/${round.id}/draw`}>
          {t.rounds.draw.title}
        </a>
      </PageHead>
      {view.takesWorks ? null : <Notice tone="slow">{words.stands}</Notice>}
      <div className="stack">
        {view.takesWorks ? (
          <div className="beside">
            <NamedPanel view={view} q={q} t={t} />
            <RulesPanel view={view} rules={rules} t={t} />
          </div>
        ) : null}
        {view.takesWorks && view.left.length > 0 ? <LeftPanel view={view} t={t} /> : null}
        <AssignPanel key={page} view={view} t={t} />
      </div>
      {view.total > roundWorksAPage ? (
        <PagerOf page={page} size={roundWorksAPage} shown={view.works.length} total={view.total} to={to} t={t} />
      ) : null}
    </div>
  )
}
