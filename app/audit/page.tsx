import type { Metadata } from 'next'
import { checkChain } from '../../db/queries/event-chain'
import { listEvents } from '../../db/queries/events'
import { addressQuery } from '../../domain/address'
import { accountActions, eventActions } from '../../domain/events'
import type { Messages } from '../../domain/messages'
import { canReadEventLog } from '../../domain/policy'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { Table } from '../_components/table'
import { words } from '../_lib/locale'
import { asked, askedChoice, askedNumber, type Query, withQuery } from '../_lib/query'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ChainPanel } from './chain-panel'
import { columns } from './columns'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).audit.title }
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ actor }, t, query] = await Promise.all([requireViewer(), words(), searchParams])
  const before = askedNumber(query, 'cursor', 0)
  const filter = { action: askedChoice(query, 'action', eventActions), subject: asked(query, 'subject'), username: asked(query, 'actor') }
  const { action, subject, username } = filter
  const { rows, next } = reading(() => listEvents(actor, { ...filter, before: before || null }))
  const everything = canReadEventLog(actor)
  const check = everything && asked(query, 'verify') ? await checkChain(actor) : null
  const address = (cursor: number | null) => withQuery('/audit', query, { cursor, verify: null })
  return (
    <div className="page">
      <PageHead title={t.audit.title} lead={everything ? t.audit.lead : t.audit.accountsLead}>
        <ExportLinks path="/audit" query={addressQuery({ action, subject, actor: username })} title={t.audit.title} t={t} />
      </PageHead>
      {everything ? <ChainPanel check={check} t={t} /> : null}
      <Filters filter={filter} actions={everything ? eventActions : accountActions} t={t} />
      <Panel flush>
        {rows.length > 0 ? (
          <Table caption={`${t.audit.title} · ${t.audit.newest}`} columns={columns(t)} rows={rows} keyOf={(row) => row.seq} />
        ) : (
          <Empty title={t.audit.empty}>{t.audit.emptyHint}</Empty>
        )}
      </Panel>
      <nav className="register-foot" aria-label={t.common.pages}>
        <span>{t.audit.newest}</span>
        <span className="pager">
          {before > 0 ? <a href={address(null)}>‹ {t.audit.toNewest}</a> : null}
          {next ? <a href={address(next)}>{t.audit.older} ›</a> : null}
        </span>
      </nav>
    </div>
  )
}

type Filter = { action: string | null; subject: string | null; username: string | null }

function Filters({ filter, actions, t }: { filter: Filter; actions: readonly (keyof Messages['audit']['actions'])[]; t: Messages }) {
  const { audit } = t
  return (
    <search>
      <form action="/audit" className="chips mb-4">
        <label className={filter.action ? 'chip chip-on' : 'chip'}>
          <select key={filter.action} name="action" defaultValue={filter.action ?? ''} aria-label={audit.action} data-sends="">
            <option value="">{audit.allActions}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {audit.actions[action]}
              </option>
            ))}
          </select>
        </label>
        <Words name="actor" label={audit.actorField} value={filter.username} />
        <Words name="subject" label={`${audit.subjectField} ${audit.subjectHint}`} value={filter.subject} />
        <button type="submit" className="button">
          {audit.filter}
        </button>
      </form>
    </search>
  )
}

function Words({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <span className="box">
      <input
        key={value}
        name={name}
        defaultValue={value ?? ''}
        maxLength={80}
        placeholder={label}
        aria-label={label}
        autoCapitalize="none"
      />
    </span>
  )
}
