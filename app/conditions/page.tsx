import type { Metadata } from 'next'
import { conditionList, conditionUnits } from '../../db/queries/conditions'
import { hasRole } from '../../domain/actor'
import { addressQuery, readAddress } from '../../domain/address'
import { conditionParams, conditionsAPage } from '../../domain/condition-params'
import { fill } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ConditionsTable } from './conditions-table'
import { Filters } from './filters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).facts.conditions.title }
}

export default async function ConditionsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.facts.conditions
  const { params, wrong } = readAddress(conditionParams, await searchParams)
  const { page = 1, ...filter } = params
  const { rows, total, counts } = reading(() => conditionList(actor, filter, page, today()))
  const to = (page: number) => `/conditions${addressQuery({ ...params, page })}`
  const { show: _show, ...narrowed } = filter
  const [none, hint] =
    Object.keys(narrowed).length > 0 || filter.show === 'overdue' || filter.show === 'answered'
      ? [t.desk.noneFound, t.desk.noneFoundHint]
      : filter.show === 'closed'
        ? [words.closedNone, words.closedNoneHint]
        : [words.none, words.noneHint]
  return (
    <div className="page page-wide">
      <PageHead title={words.title} lead={fill(hasRole(actor, 'owner') ? t.desk.ownLead : t.desk.lead, { ...counts, levels: 0 })}>
        <ExportLinks path="/conditions" query={addressQuery(filter)} title={words.title} t={t} />
        <PrintButton label={t.common.print} />
        {hasRole(actor, 'owner', 'bureau') ? (
          <a className="button button-main" href={`/conditions/new${addressQuery({ project: filter.project })}`}>
            {words.raise}
          </a>
        ) : null}
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <Filters filter={filter} counts={counts} units={conditionUnits(actor)} t={t} />
      <section className="panel">{rows.length > 0 ? <ConditionsTable rows={rows} t={t} /> : <Empty title={none}>{hint}</Empty>}</section>
      {total > 0 ? <PagerOf page={page} size={conditionsAPage} shown={rows.length} total={total} to={to} t={t} /> : null}
    </div>
  )
}
