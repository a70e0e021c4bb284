import type { WaitingRule } from '../../../db/queries/rule-desk'
import { fill, type Messages } from '../../../domain/messages'
import type { RuleKind } from '../../../domain/rules'
import { ActionForm, Hidden, Submit, TextField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { minuteWords } from '../../_lib/instant'
import { approve, giveBack, withdraw } from '../actions'
import { DocumentWords } from '../document-words'
import { ChangesTable } from './changes-table'

type Props = { kind: RuleKind; waiting: WaitingRule; tryHref: string | null; t: Messages }

/** What one person submitted and another has to decide, field by field. */
export function WaitingPanel({ kind, waiting, tryHref, t }: Props) {
  const words = t.rules
  const submitted = { by: waiting.draftedBy?.name ?? '—', at: waiting.submittedAt ? minuteWords(waiting.submittedAt) : '—' }
  return (
    <Panel title={fill(words.waitingTitle, { version: waiting.version })} flush>
      <div className="panel-body">
        <p>
          {fill(words.upcoming, { day: waiting.effectiveFrom })} · <DocumentWords document={waiting.document} t={t} />
        </p>
        <p lang="zh-CN">{waiting.reason}</p>
        <p className="soft small">{fill(words.drafted, submitted)}</p>
        {tryHref ? (
          <p className="mt-2">
            <a href={tryHref}>{words.try}</a>
          </p>
        ) : null}
      </div>
      {waiting.changes.length > 0 ? <ChangesTable kind={kind} changes={waiting.changes} t={t} /> : null}
      <div className="panel-body no-print">
        <Decide waiting={waiting} t={t} />
      </div>
    </Panel>
  )
}

function Decide({ waiting: { id, mayDecide, mayWithdraw }, t }: { waiting: WaitingRule; t: Messages }) {
  const words = t.rules
  if (mayWithdraw) {
    return (
      <ActionForm action={withdraw} className="flex flex-wrap items-center gap-3" aria-label={words.withdraw}>
        <Hidden name="id" value={id} />
        <span className="soft">{words.ownWaits}</span>
        <Submit look="plain">{words.withdraw}</Submit>
      </ActionForm>
    )
  }
  if (!mayDecide) return <p className="soft">{words.waiting}</p>
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <ActionForm action={approve} aria-label={words.approve}>
        <Hidden name="id" value={id} />
        <Submit>{words.approve}</Submit>
      </ActionForm>
      <ActionForm action={giveBack} className="flex flex-wrap items-end gap-3" aria-label={words.return}>
        <Hidden name="id" value={id} />
        <TextField name="reason" label={words.decisionReason} maxLength={500} autoComplete="off" />
        <Submit look="plain">{words.return}</Submit>
      </ActionForm>
    </div>
  )
}
