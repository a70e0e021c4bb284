import type { LockView, Reopening } from '../../../db/queries/locks'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { minuteWords } from '../../_lib/instant'
import { agreeReopening, refuseReopening, reopen, withdrawRequest } from './actions'

/** To open a locked period again: asked with a reason, agreed by another person. */
export function ReopeningPanel({ view, t }: { view: LockView; t: Messages }) {
  const { latest, reopenings, reopened, may } = view
  const words = t.months
  const waiting = reopenings.some(({ status }) => status === 'submitted')
  const mayAsk = may.lock && latest !== null && !reopened && !waiting
  if (reopenings.length === 0 && !mayAsk) return null
  return (
    <Panel title={words.reopenings}>
      <ul className="late-works">
        {reopenings.map((row) => (
          <li key={row.id}>
            <span lang="zh-CN">
              {fill(words.reopenAsked, {
                who: view.people.get(row.submittedBy) ?? '',
                at: minuteWords(row.submittedAt),
                revision: row.revision,
                reason: row.reason,
              })}
            </span>{' '}
            <span className="soft">
              {words.reopenStates[row.status]} {row.decisionReason}
            </span>
            {row.status === 'submitted' && may.lock ? <Decide row={row} own={view.ownReopenings.includes(row.id)} t={t} /> : null}
          </li>
        ))}
      </ul>
      {mayAsk && latest ? <AskForm id={latest.id} t={t} /> : null}
    </Panel>
  )
}

function AskForm({ id, t }: { id: number; t: Messages }) {
  const words = t.months
  return (
    <SheetButton text={words.reopen} title={words.reopen} t={t}>
      <ActionForm action={reopen} aria-label={words.reopen}>
        <Hidden name="id" value={id} />
        <WordsField name="reason" label={words.reopenReason} hint={words.reopenHint} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit look="plain">{words.reopenSend}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}

function Decide({ row, own, t }: { row: Reopening; own: boolean; t: Messages }) {
  const words = t.months
  if (own)
    return (
      <ActionForm action={withdrawRequest} aria-label={words.reopenWithdraw}>
        <Hidden name="id" value={row.id} />
        <Submit look="plain">{words.reopenWithdraw}</Submit>
      </ActionForm>
    )
  return (
    <div className="lock-steps">
      <ActionForm action={agreeReopening} aria-label={words.reopenAgree}>
        <Hidden name="id" value={row.id} />
        <Submit>{words.reopenAgree}</Submit>
      </ActionForm>
      <SheetButton text={words.reopenRefuse} title={words.reopenRefuse} t={t}>
        <ActionForm action={refuseReopening} aria-label={words.reopenRefuse}>
          <Hidden name="id" value={row.id} />
          <WordsField name="reason" label={words.reopenRefuseReason} maxLength={500} rows={2} />
          <div className="form-end">
            <Submit look="plain">{words.reopenRefuse}</Submit>
          </div>
        </ActionForm>
      </SheetButton>
    </div>
  )
}
