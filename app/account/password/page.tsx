import type { Metadata } from 'next'
import { fill } from '../../../domain/messages'
import { passwordLimits } from '../../../domain/password'
import { ActionForm, Submit, TextField } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { words } from '../../_lib/locale'
import { requireSignedIn } from '../../_lib/session'
import { changePassword } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).account.passwordTitle }
}

export default async function PasswordPage() {
  const person = await requireSignedIn()
  const { account } = await words()
  const rule = fill(account.passwordRule, { min: passwordLimits.min })
  return (
    <div className="page page-narrow">
      <PageHead title={account.passwordTitle} />
      <Panel>
        <ActionForm action={changePassword}>
          {person.mustChangePassword ? <Notice tone="slow">{account.firstPassword}</Notice> : null}
          <input type="text" name="username" value={person.username} autoComplete="username" readOnly hidden />
          <Secret name="currentPassword" label={account.currentPassword} autoComplete="current-password" />
          <Secret name="newPassword" label={account.newPassword} hint={rule} autoComplete="new-password" />
          <Secret name="newPasswordAgain" label={account.newPasswordAgain} autoComplete="new-password" />
          <p className="hint">{account.passwordEnds}</p>
          <div className="form-end">
            <Submit>{account.savePassword}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </div>
  )
}

function Secret(props: { name: string; label: string; hint?: string; autoComplete: string }) {
  return <TextField type="password" maxLength={1000} {...props} />
}
