import type { Metadata } from 'next'
import { register } from '../../../db/queries/plan'
import { planSources, sourceDifferences } from '../../../db/queries/plan-sources'
import { fill } from '../../../domain/messages'
import type { Contradiction } from '../../../domain/plan'
import { type RegisterParameters, registerFilters, type Typed } from '../../../domain/plan-parameters'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Pager } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { words } from '../../_lib/locale'
import { PlanNav } from '../plan-nav'
import { RegisterTable } from '../register-table'
import { RegisterFilters, registerAddress } from './filters'
import { SourceDifferences } from './source-differences'

type Props = { searchParams: Promise<Typed> }
const rowsPerPage = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.register }
}

export default async function RegisterPage({ searchParams }: Props) {
  const t = await words()
  const all = register()
  const { filters, wrong } = registerFilters(await searchParams)
  const matching = all.filter((entry) => matches(entry, filters))
  const last = Math.max(1, Math.ceil(matching.length / rowsPerPage))
  const page = Math.min(filters.page ?? 1, last)
  const rows = matching.slice((page - 1) * rowsPerPage, page * rowsPerPage)
  const from = rows.length === 0 ? 0 : (page - 1) * rowsPerPage + 1
  const step = (to: number) => (to < 1 || to > last ? null : registerAddress({ ...filters, page: to }))
  const serious = all.filter(({ severity }) => severity === 'serious').length
  return (
    <div className="page page-wide">
      <PageHead
        title={t.plan.register}
        lead={fill(t.plan.registerLead, { all: all.length, serious })}
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.register }]}
      >
        <ExportLinks
          path="/plan/register"
          query={registerAddress({ ...filters, page: undefined }).replace('/plan/register', '')}
          title={t.plan.register}
          t={t}
        />
      </PageHead>
      <PlanNav here="register" t={t} />
      <div className="stack [&_td]:align-top">
        {wrong.map((name) => (
          <Notice key={name} tone="slow">
            {fill(t.plan.wrongParameter, { name })}
          </Notice>
        ))}
        <RegisterFilters all={all} filters={filters} t={t} />
        <Panel flush>{rows.length > 0 ? <RegisterTable entries={rows} t={t} /> : <Empty title={t.plan.noEntries} />}</Panel>
        <SourceDifferences sources={planSources()} differences={sourceDifferences()} t={t} />
      </div>
      <Pager
        from={from}
        to={from + Math.max(rows.length - 1, 0)}
        total={matching.length}
        previous={step(page - 1)}
        next={step(page + 1)}
        t={t}
      />
    </div>
  )
}

function matches(entry: Contradiction, { kind, severity, code }: RegisterParameters): boolean {
  return (!kind || entry.kind === kind) && (!severity || entry.severity === severity) && (!code || entry.code === code)
}
