import type { Metadata } from 'next'
import { listOrganisations, type OrganisationRow, organisationsAPage } from '../../../db/queries/organisations'
import { addressQuery } from '../../../domain/address'
import { fill, type Messages } from '../../../domain/messages'
import { organisationKinds } from '../../../domain/user'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { ActionForm, Choice, Submit, TextField } from '../../_components/form'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { words } from '../../_lib/locale'
import { asked, askedChoice, askedNumber, type Query, withQuery } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { FilterBar } from '../filter-bar'
import { createOrganisation } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).admin.organisationsTitle }
}

export default async function OrganisationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ actor }, t, query] = await Promise.all([requireViewer(), words(), searchParams])
  const page = askedNumber(query, 'page', 1)
  const filter = { q: asked(query, 'q'), kind: askedChoice(query, 'kind', organisationKinds), page }
  const { rows, total } = reading(() => listOrganisations(actor, filter))
  const to = (wanted: number) => withQuery('/admin/organisations', query, { page: wanted === 1 ? null : wanted })
  const exported = addressQuery({ q: filter.q, kind: filter.kind })
  const kinds = organisationKinds.map((value) => [value, t.admin.kinds[value]] as const)
  const choices = [{ name: 'kind', label: t.admin.kind, all: t.admin.allKinds, value: filter.kind, options: kinds }]
  return (
    <div className="page">
      <PageHead title={t.admin.organisationsTitle} lead={fill(t.admin.organisationsLead, { total })}>
        <ExportLinks path="/admin/organisations" query={exported} title={t.admin.organisationsTitle} t={t} />
      </PageHead>
      <FilterBar action="/admin/organisations" q={filter.q} search={t.admin.searchOrganisations} choices={choices} send={t.common.filter} />
      <Panel flush>
        {rows.length > 0 ? (
          <Table caption={t.admin.organisationsTitle} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
        ) : (
          <Empty title={t.admin.noOrganisations} />
        )}
      </Panel>
      <PagerOf page={page} size={organisationsAPage} shown={rows.length} total={total} to={to} t={t} />
      <NewOrganisation t={t} />
    </div>
  )
}

function NewOrganisation({ t }: { t: Messages }) {
  const kinds = organisationKinds.map((value) => ({ value, text: t.admin.kinds[value] }))
  return (
    <div className="mt-6 max-w-xl">
      <Panel title={t.admin.newOrganisation}>
        <ActionForm action={createOrganisation}>
          <TextField name="name" label={t.admin.organisationName} maxLength={80} autoComplete="off" />
          <Choice name="kind" label={t.admin.kind} options={kinds} defaultValue="company" />
          <div className="form-end">
            <Submit>{t.admin.newOrganisation}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}

function columns({ admin, registers }: Messages): Column<OrganisationRow>[] {
  return [
    {
      key: 'name',
      head: admin.organisationName,
      card: 'title',
      cell: (row) => (
        <>
          <a href={`/admin/organisations/${row.id}`} lang="zh-CN">
            {row.name}
          </a>
          {row.formerNames ? <span className="soft small block">{fill(registers.formerly, { name: row.formerNames })}</span> : null}
        </>
      ),
    },
    { key: 'kind', head: admin.kind, cell: (row) => admin.kinds[row.kind] },
    { key: 'people', head: admin.people, kind: 'figure', cell: (row) => row.people },
  ]
}
