import type { AccountGroup, AccountsState } from '../../db/queries/home-house'
import { fill, type Messages } from '../../domain/messages'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'

/** Accounts that need a look; no project figure stands here. */
export function AdminHome({ accounts, t }: { accounts: AccountsState; t: Messages }) {
  const words = t.home
  return (
    <div className="page">
      <PageHead title={words.accounts} lead={fill(words.accountsLead, { all: accounts.all })}>
        <a className="button" href="/admin/users">
          {words.manage}
        </a>
        <a className="button button-main" href="/admin/users/new">
          {words.newUsers}
        </a>
      </PageHead>
      <div className="beside">
        <Group title={words.neverSignedIn} group={accounts.neverSignedIn} t={t} />
        <Group title={words.mustChange} group={accounts.mustChange} t={t} />
        <Group title={words.inactive} group={accounts.inactive} t={t} />
      </div>
    </div>
  )
}

function Group({ title, group, t }: { title: string; group: AccountGroup; t: Messages }) {
  const words = t.home
  return (
    <Panel title={title} note={String(group.count)}>
      {group.count === 0 ? <p className="soft">{words.accountsNone}</p> : null}
      <ul>
        {group.rows.map((row) => (
          <li key={row.id} className="flex flex-wrap justify-between gap-x-4 border-t border-inner py-2 first:border-t-0">
            <a href={`/admin/users/${row.id}`}>
              {row.name} <span className="soft small">{row.username}</span>
            </a>
            <span className="soft small" lang="zh-CN">
              {row.organisation}
            </span>
          </li>
        ))}
      </ul>
      {group.count > group.rows.length ? <p className="soft small">{fill(words.accountsMore, { count: group.count })}</p> : null}
    </Panel>
  )
}
