import type { Metadata } from 'next'
import { conditionList, conditionsAPage } from '../../db/queries/conditions'
import { hasRole } from '../../domain/actor'
import { addressQuery, readAddress } from '../../domain/address'
import { conditionParams, conditionShows } from '../../domain/library-params'
import { fill } from '../../domain/messages'
import { Chip } from '../_components/chip'
import { Empty } from '../_components/empty'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ConditionsTable } from './conditions-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).facts.conditions.title }
}

export default async function ConditionsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.facts.conditions
  const { params, wrong } = readAddress(conditionParams, await searchParams)
  const { page = 1, show = 'open', project } = params
  const list = reading(() => conditionList(actor, { page, closed: show === 'closed', project }))
  const to = (change: Record<string, string | number | null>) => `/conditions${addressQuery({ ...params, page: null, ...change })}`
  const counts = { open: list.open, closed: list.closed }
  const [none, hint] = show === 'closed' ? [words.closedNone, words.closedNoneHint] : [words.none, words.noneHint]
  return (
    <div className="page">
      <PageHead title={words.title} lead={fill(hasRole(actor, 'owner') ? words.ownLead : words.lead, counts)}>
        {hasRole(actor, 'owner', 'bureau') ? (
          <a className="button button-main" href={`/conditions/new${addressQuery({ project })}`}>
            {words.raise}
          </a>
        ) : null}
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <div className="chips">
          {conditionShows.map((name) => (
            <a
              key={name}
              href={to({ show: name === 'open' ? null : name })}
              className={show === name ? 'chip chip-on' : 'chip'}
              aria-current={show === name}
            >
              {words.shows[name]} {counts[name]}
            </a>
          ))}
          {project ? (
            <Chip href={to({ project: null })} on t={t}>
              {fill(words.ofWork, { code: project })}
            </Chip>
          ) : null}
        </div>
        <section className="panel">
          {list.rows.length > 0 ? <ConditionsTable rows={list.rows} today={today()} t={t} /> : <Empty title={none}>{hint}</Empty>}
        </section>
      </div>
      {list.total > 0 ? (
        <PagerOf page={page} size={conditionsAPage} shown={list.rows.length} total={list.total} to={(page) => to({ page })} t={t} />
      ) : null}
    </div>
  )
}
