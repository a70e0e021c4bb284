import type { Metadata } from 'next'
import { feedOfUser } from '../../../../db/queries/feeds'
import { organisationChoices } from '../../../../db/queries/organisations'
import { userById } from '../../../../db/queries/users'
import { roles } from '../../../../domain/actor'
import { ActionForm, Hidden, Select, Submit, TextField } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Beside, Panel } from '../../../_components/panel'
import { minuteWords } from '../../../_lib/instant'
import { words } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { saveUser } from '../actions'
import { Access, PasswordReset, TheirFeed, TheirTokens } from './access'

type Params = { params: Promise<{ userId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).admin.usersTitle }
}

export default async function UserPage({ params }: Params) {
  const { actor } = await requireViewer()
  const { userId } = await params
  const user = reading(() => userById(actor, idOf(userId)))
  const t = await words()
  const { admin } = t
  const isSelf = actor.id === user.id
  const feed = feedOfUser(actor, user.id)
  const last = user.lastSignInAt ? `${admin.lastSignIn} ${minuteWords(user.lastSignInAt)}` : admin.never
  const roleOptions = roles.map((value) => ({ value, text: t.labels.roles[value] }))
  return (
    <div className="page">
      <PageHead
        title={user.name}
        lead={`${user.username} · ${t.labels.roles[user.role]} · ${user.active ? last : admin.inactive}`}
        crumbs={[{ text: admin.usersTitle, href: '/admin/users' }, { text: user.name }]}
      >
        <a className="button" href={`/audit?subject=user:${user.id}`}>
          {admin.history}
        </a>
      </PageHead>
      <datalist id="organisations">
        {organisationChoices(actor).map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Beside>
        <Panel title={admin.identity}>
          <ActionForm action={saveUser}>
            {isSelf ? <Notice>{admin.ownRole}</Notice> : null}
            <Hidden name="id" value={user.id} />
            <Hidden name="version" value={user.version} />
            <TextField name="name" label={admin.name} defaultValue={user.name} maxLength={40} autoComplete="off" />
            {isSelf ? (
              <Hidden name="role" value={user.role} />
            ) : (
              <Select name="role" label={admin.role} options={roleOptions} defaultValue={user.role} />
            )}
            <TextField
              name="organisation"
              label={admin.organisation}
              defaultValue={user.organisation}
              list="organisations"
              maxLength={80}
            />
            <div className="form-end">
              <Submit>{admin.saveUser}</Submit>
            </div>
          </ActionForm>
        </Panel>
        <PasswordReset userId={user.id} t={t} />
        {isSelf ? null : <Access userId={user.id} active={user.active} t={t} />}
        {feed ? <TheirFeed feed={feed} t={t} /> : null}
        {user.tokens.length > 0 ? <TheirTokens tokens={user.tokens} t={t} /> : null}
      </Beside>
    </div>
  )
}
