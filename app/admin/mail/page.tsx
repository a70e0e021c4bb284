import type { Metadata } from 'next'
import { type MailRow, mailList, mailsAPage } from '../../../db/queries/outbox'
import { mailDrops, mailStates } from '../../../domain/mail'
import type { MailConfiguration } from '../../../domain/mail-settings'
import { fill, type Messages } from '../../../domain/messages'
import { Chip, Chips } from '../../_components/chip'
import { Empty } from '../../_components/empty'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { now } from '../../_lib/clock'
import { minuteWords } from '../../_lib/instant'
import { words } from '../../_lib/locale'
import { mailSettings } from '../../_lib/mail-settings'
import { askedChoice, askedNumber, type Query, withQuery } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { retryMail } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).mail.adminTitle }
}

/** What waits, was sent or was given up, and whether this server sends at all; never the texts. */
export default async function MailPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ actor }, t, query] = await Promise.all([requireViewer(), words(), searchParams])
  const state = askedChoice(query, 'state', mailStates)
  const page = askedNumber(query, 'page', 1)
  const { rows, total } = reading(() => mailList(actor, now(), { state, page }))
  const to = (wanted: number) => withQuery('/admin/mail', query, { page: wanted === 1 ? null : wanted })
  return (
    <div className="page">
      <PageHead title={t.mail.adminTitle} lead={fill(t.mail.adminLead, { total })} />
      <div className="mb-4">
        <Configuration settings={mailSettings()} t={t} />
      </div>
      <div className="mb-4">
        <Chips>
          {mailStates.map((each) => (
            <Chip key={each} href={each === state ? '/admin/mail' : `/admin/mail?state=${each}`} on={each === state} t={t}>
              {t.mail.states[each]}
            </Chip>
          ))}
        </Chips>
      </div>
      <Panel flush>
        {rows.length > 0 ? (
          <Table caption={t.mail.adminTitle} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
        ) : (
          <Empty title={t.mail.none}>{t.mail.noneHint}</Empty>
        )}
      </Panel>
      <PagerOf page={page} size={mailsAPage} shown={rows.length} total={total} to={to} t={t} />
    </div>
  )
}

function Configuration({ settings, t }: { settings: MailConfiguration; t: Messages }) {
  const { mail } = t
  if (settings.state === 'off') return <Notice>{mail.configuredOff}</Notice>
  if (settings.state === 'wrong')
    return <Notice tone="late">{fill(mail.configuredWrong, { problem: mail.problems[settings.problem] })}</Notice>
  const { host, port, from } = settings
  return <Notice tone="good">{fill(mail.configuredOn, { host, port, from: from.address })}</Notice>
}

function columns(t: Messages): Column<MailRow>[] {
  const { mail } = t
  return [
    { key: 'person', head: mail.person, card: 'title', cell: ({ name, username }) => `${name} (${username})` },
    { key: 'day', head: mail.day, tight: true, cell: (row) => row.day },
    { key: 'state', head: mail.state, cell: (row) => stateWords(row, t) },
    { key: 'attempts', head: mail.attempts, kind: 'figure', cell: (row) => row.attempts },
    { key: 'last', head: mail.last, card: 'full', cell: (row) => lastWords(row, t) },
    { key: 'retry', head: mail.retry, card: 'full', cell: (row) => (row.mayRetry ? <Retry row={row} t={t} /> : null) },
  ]
}

function stateWords({ state, sentAt, nextAttemptAt }: MailRow, { mail, common }: Messages) {
  if (state === 'sent' && sentAt) return `${mail.states.sent} ${minuteWords(sentAt)}`
  if (state === 'waiting') return `${mail.states.waiting} · ${mail.next}${common.colon}${minuteWords(nextAttemptAt)}`
  return <span className="late">{mail.states[state]}</span>
}

function lastWords({ error }: MailRow, { mail }: Messages) {
  const drop = mailDrops.find((each) => each === error)
  if (drop) return mail.drops[drop]
  return error ?? <span className="soft">—</span>
}

function Retry({ row, t }: { row: MailRow; t: Messages }) {
  return (
    <ActionForm action={retryMail} aria-label={fill(t.mail.retryNamed, { name: row.name })}>
      <Hidden name="id" value={row.id} />
      <Submit look="plain">{t.mail.retry}</Submit>
    </ActionForm>
  )
}
