import type { FeedRow } from '../../../../db/queries/feeds'
import type { TokenRow } from '../../../../db/queries/tokens'
import { fill, type Messages } from '../../../../domain/messages'
import { oneTimeHours } from '../../../../domain/password'
import { ActionForm, Hidden, Submit } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { minuteWords } from '../../../_lib/instant'
import { deactivateUser, reactivateUser, resetPassword, revokeFeed, revokeToken } from '../actions'
import { slipText } from '../slip-text'
import { Slips } from '../slips'

export function PasswordReset({ userId, t }: { userId: number; t: Messages }) {
  return (
    <Panel title={t.admin.passwordTitle}>
      <ActionForm action={resetPassword}>
        <Slips text={slipText(t)} />
        <Hidden name="id" value={userId} />
        <p className="soft">{fill(t.admin.resetNote, { hours: oneTimeHours })}</p>
        <div className="form-end">
          <Submit look="late">{t.admin.reset}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}

export function Access({ userId, active, t }: { userId: number; active: boolean; t: Messages }) {
  const { admin } = t
  return (
    <Panel title={admin.accessTitle}>
      <ActionForm action={active ? deactivateUser : reactivateUser}>
        <Hidden name="id" value={userId} />
        <p className="soft">{active ? admin.deactivateNote : admin.reactivateNote}</p>
        <div className="form-end">
          <Submit look={active ? 'late' : 'plain'}>{active ? admin.deactivate : admin.reactivate}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}

export function TheirTokens({ tokens, t }: { tokens: TokenRow[]; t: Messages }) {
  return (
    <Panel title={t.admin.tokensTitle}>
      {tokens.map((token) => (
        <ActionForm key={token.id} action={revokeToken} className="flex items-center justify-between">
          <Hidden name="id" value={token.id} />
          <span>{token.name}</span>
          <Submit look="late">{t.account.revoke}</Submit>
        </ActionForm>
      ))}
    </Panel>
  )
}

export function TheirFeed({ feed, t }: { feed: FeedRow; t: Messages }) {
  return (
    <Panel title={t.feed.title}>
      <ActionForm action={revokeFeed} className="flex items-center justify-between" aria-label={t.feed.revokeNamed}>
        <Hidden name="id" value={feed.id} />
        <span className="soft small">{`${t.feed.made} ${minuteWords(feed.createdAt)}`}</span>
        <Submit look="late">{t.feed.revoke}</Submit>
      </ActionForm>
    </Panel>
  )
}
