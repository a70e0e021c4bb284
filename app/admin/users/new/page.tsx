import type { Metadata } from 'next'
import { organisationChoices } from '../../../../db/queries/organisations'
import { type Actor, roles } from '../../../../domain/actor'
import { allow } from '../../../../domain/errors'
import { fill, type Messages } from '../../../../domain/messages'
import { canManageUsers } from '../../../../domain/policy'
import { userListLimit } from '../../../../domain/user'
import { ActionForm, Select, Submit, TextField } from '../../../_components/form'
import { PageHead } from '../../../_components/page-head'
import { Beside, Panel } from '../../../_components/panel'
import { words } from '../../../_lib/locale'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { createListed, createUser, previewUsers } from '../actions'
import { slipText } from '../slip-text'
import { Slips } from '../slips'
import { type ListWords, UserList } from '../user-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).admin.newUsers }
}

export default async function NewUsersPage() {
  const { actor } = await requireViewer()
  const t = await words()
  const { admin } = t
  const organisations = reading(() => pickable(actor))
  const roleOptions = roles.map((value) => ({ value, text: t.labels.roles[value] }))
  return (
    <div className="page">
      <PageHead title={admin.newUsers} crumbs={[{ text: admin.usersTitle, href: '/admin/users' }, { text: admin.newUsers }]} />
      <datalist id="organisations">
        {organisations.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Beside>
        <Panel title={admin.oneTitle}>
          <ActionForm action={createUser}>
            <Slips text={slipText(t)} />
            <TextField name="name" label={admin.name} maxLength={40} autoComplete="off" />
            <TextField name="username" label={admin.username} hint={admin.usernameHint} maxLength={32} autoComplete="off" />
            <Select name="role" label={admin.role} options={roleOptions} />
            <TextField name="organisation" label={admin.organisation} hint={admin.organisationHint} list="organisations" maxLength={80} />
            <div className="form-end">
              <Submit>{admin.oneCreate}</Submit>
            </div>
          </ActionForm>
        </Panel>
        <Panel title={admin.listTitle}>
          <UserList preview={previewUsers} create={createListed} words={listWords(t)} slips={slipText(t)} />
        </Panel>
      </Beside>
    </div>
  )
}

function pickable(actor: Actor) {
  allow(canManageUsers(actor))
  return organisationChoices(actor)
}

function listWords({ admin, labels }: Messages): ListWords {
  const {
    listField,
    preview,
    previewTitle,
    previewReady,
    previewWrong,
    line,
    name,
    username,
    role,
    organisation,
    check,
    fine,
    createMany,
  } = admin
  const note = fill(admin.listNote, { max: userListLimit })
  return {
    note,
    listField,
    preview,
    previewTitle,
    previewReady,
    previewWrong,
    line,
    name,
    username,
    role,
    organisation,
    check,
    fine,
    createMany,
    roles: labels.roles,
  }
}
