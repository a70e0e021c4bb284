import type { Messages } from '../../domain/messages'
import { ActionForm, Submit, TextField } from '../_components/form'
import { Panel } from '../_components/panel'
import { saveEmail } from './actions'

type Props = { email: string | null; isSending: boolean; t: Messages }

/** Where one's reminders go; empty = they stand on the pages only. */
export function Email({ email, isSending, t }: Props) {
  const words = t.mail
  return (
    <Panel title={words.title} id="mail">
      <ActionForm action={saveEmail}>
        {isSending ? null : <p className="soft">{words.off}</p>}
        <TextField
          name="email"
          label={words.email}
          hint={words.emailHint}
          type="email"
          defaultValue={email ?? ''}
          maxLength={254}
          autoComplete="email"
          optional
        />
        <div className="form-end">
          <Submit look="plain">{words.save}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
