import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { feedOfUser } from '../../db/queries/feeds'
import { ownEmail } from '../../db/queries/outbox'
import { tokensOfUser } from '../../db/queries/tokens'
import type { Messages } from '../../domain/messages'
import { canListProjects } from '../../domain/policy'
import { ActionForm, Choice, Submit } from '../_components/form'
import { PageHead } from '../_components/page-head'
import { Beside, Panel } from '../_components/panel'
import { words } from '../_lib/locale'
import { mailSettings } from '../_lib/mail-settings'
import { ownOrigin } from '../_lib/origin'
import { requireViewer, type Viewer } from '../_lib/session'
import { saveLanguage, signOutEverywhere } from './actions'
import { Email } from './email'
import { Feed } from './feed'
import { Tokens } from './tokens'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).account.title }
}

const languages = [
  { value: 'zh-CN', text: '中文' },
  { value: 'en', text: 'English' },
]

export default async function AccountPage() {
  const person = await requireViewer()
  const t = await words()
  const { account } = t
  const { actor } = person
  return (
    <div className="page">
      <PageHead title={account.title}>
        <a className="button" href="/account/password">
          {account.passwordLink}
        </a>
      </PageHead>
      <Beside>
        <Identity person={person} t={t} />
        <Panel title={account.language}>
          <ActionForm action={saveLanguage}>
            <Choice name="locale" label={account.language} options={languages} defaultValue={person.locale} hint={account.languageNote} />
            <div className="form-end">
              <Submit look="plain">{account.saveLanguage}</Submit>
            </div>
          </ActionForm>
        </Panel>
        <Email email={ownEmail(actor, actor.id).email} isSending={mailSettings().state === 'on'} t={t} />
        <Tokens tokens={tokensOfUser(actor, actor.id)} t={t} />
        {canListProjects(actor) ? <Feed feed={feedOfUser(actor, actor.id)} origin={ownOrigin(await headers())} t={t} /> : null}
        <Panel title={account.sessionsTitle}>
          <ActionForm action={signOutEverywhere}>
            <p className="soft">{account.sessionsNote}</p>
            <div className="form-end">
              <Submit look="late">{account.signOutEverywhere}</Submit>
            </div>
          </ActionForm>
        </Panel>
      </Beside>
      <p className="soft small mt-4">
        <a href="/about">{account.about}</a>
      </p>
    </div>
  )
}

function Identity({ person, t }: { person: Viewer; t: Messages }) {
  const facts = [
    [t.account.name, person.name],
    [t.account.username, person.username],
    [t.account.organisation, person.organisation],
    [t.account.role, t.labels.roles[person.actor.role]],
  ]
  return (
    <Panel title={person.name}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small mt-3">{t.account.identityNote}</p>
    </Panel>
  )
}
