import type { Metadata } from 'next'
import { listUsers, type UserRow, usersAPage } from '../../../db/queries/users'
import { roles } from '../../../domain/actor'
import { addressQuery } from '../../../domain/address'
import { fill, type Messages } from '../../../domain/messages'
import { accountStates as states } from '../../../domain/sheet-params'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { minuteWords } from '../../_lib/instant'
import { words } from '../../_lib/locale'
import { asked, askedChoice, askedNumber, type Query, withQuery } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { FilterBar } from '../filter-bar'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).admin.usersTitle }
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ actor }, t, query] = await Promise.all([requireViewer(), words(), searchParams])
  const state = askedChoice(query, 'state', states)
  const page = askedNumber(query, 'page', 1)
  const filter = { q: asked(query, 'q'), role: askedChoice(query, 'role', roles), active: state && state === 'active', page }
  const { rows, total } = reading(() => listUsers(actor, filter))
  const filtered = Boolean(filter.q || filter.role || state)
  const to = (wanted: number) => withQuery('/admin/users', query, { page: wanted === 1 ? null : wanted })
  return (
    <div className="page">
      <PageHead title={t.admin.usersTitle} lead={fill(filtered ? t.admin.usersFound : t.admin.usersLead, { total })}>
        <ExportLinks path="/admin/users" query={addressQuery({ q: filter.q, role: filter.role, state })} title={t.admin.usersTitle} t={t} />
        <a className="button button-main" href="/admin/users/new">
          {t.admin.newUsers}
        </a>
      </PageHead>
      <Filters q={filter.q} role={filter.role} state={state} t={t} />
      <Panel flush>
        {rows.length > 0 ? (
          <Table caption={t.admin.usersTitle} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
        ) : (
          <Empty title={t.admin.noUsers}>{t.admin.noUsersHint}</Empty>
        )}
      </Panel>
      <PagerOf page={page} size={usersAPage} shown={rows.length} total={total} to={to} t={t} />
    </div>
  )
}

function Filters({ q, role, state, t }: { q: string | null; role: string | null; state: string | null; t: Messages }) {
  const choices = [
    {
      name: 'role',
      label: t.admin.role,
      all: t.admin.allRoles,
      value: role,
      options: roles.map((value) => [value, t.labels.roles[value]] as const),
    },
    {
      name: 'state',
      label: t.admin.state,
      all: t.admin.allStates,
      value: state,
      options: states.map((value) => [value, t.admin[value]] as const),
    },
  ]
  return <FilterBar action="/admin/users" q={q} search={t.admin.searchUsers} choices={choices} send={t.common.filter} />
}

function columns(t: Messages): Column<UserRow>[] {
  const { admin, labels } = t
  return [
    { key: 'name', head: admin.name, card: 'title', cell: (row) => <a href={`/admin/users/${row.id}`}>{row.name}</a> },
    { key: 'username', head: admin.username, cell: (row) => row.username },
    { key: 'role', head: admin.role, cell: (row) => labels.roles[row.role] },
    { key: 'organisation', head: admin.organisation, card: 'full', cell: (row) => <span lang="zh-CN">{row.organisation}</span> },
    { key: 'state', head: admin.state, cell: (row) => stateWords(row, t) },
    { key: 'last', head: admin.lastSignIn, cell: (row) => lastWords(row, t) },
  ]
}

function stateWords(row: UserRow, { admin }: Messages) {
  if (!row.active) return <span className="soft">{admin.inactive}</span>
  return row.mustChangePassword ? <span className="soft">{admin.oneTimePending}</span> : admin.active
}

function lastWords(row: UserRow, { admin }: Messages) {
  return row.lastSignInAt ? minuteWords(row.lastSignInAt) : <span className="soft">{admin.never}</span>
}
