import type { TokenRow } from '../../db/queries/tokens'

import { fill, type Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit, TextField } from '../_components/form'
import { Panel } from '../_components/panel'
import { minuteWords } from '../_lib/instant'
import { createToken, revokeToken } from './actions'
import { NewToken } from './new-token'

/** Tokens that work, and a form for one more; its text is shown once, in the answer. */
export function Tokens({ tokens, t }: { tokens: TokenRow[]; t: Messages }) {
  const { account, common } = t
  return (
    <Panel title={account.tokensTitle}>
      <div className="stack">
        <p className="soft">{account.tokensNote}</p>
        {tokens.length === 0 ? <p className="soft">{account.noTokens}</p> : null}
        {tokens.map((token) => (
          <Token key={token.id} token={token} t={t} />
        ))}
        <ActionForm action={createToken}>
          <NewToken
            once={account.tokenOnce}
            repeated={account.tokenRepeated}
            words={{ label: common.copy, copied: common.copied, failed: common.copyFailed }}
          />
          <TextField name="name" label={account.tokenName} hint={account.tokenNameHint} maxLength={40} autoComplete="off" />
          <div className="form-end">
            <Submit look="plain">{account.newToken}</Submit>
          </div>
        </ActionForm>
      </div>
    </Panel>
  )
}

function Token({ token, t }: { token: TokenRow; t: Messages }) {
  const { account } = t
  const used = token.lastUsedAt ? minuteWords(token.lastUsedAt) : account.tokenNever
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>
        {token.name}
        <br />
        <span className="soft small">
          {account.tokenCreated} {minuteWords(token.createdAt)} · {account.tokenLastUsed} {used}
        </span>
      </span>
      <ActionForm action={revokeToken} aria-label={fill(account.revokeNamed, { name: token.name })}>
        <Hidden name="id" value={token.id} />
        <Submit look="late">{account.revoke}</Submit>
      </ActionForm>
    </div>
  )
}
