import type { DispatchView } from '../../db/queries/dispatch'
import type { Day } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Beside } from '../_components/panel'
import { PaperWaits, SentBackFor, Step } from '../_components/paper-steps'
import { draft, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: DispatchView; t: Messages }

/** The last two steps of a draft: the figures again, and what freezes them. */
export const DraftSteps = ({ view, t }: Props) => (
  <Beside>
    <Step view={view} action={refresh} text={t.dispatch.refresh} hint={t.dispatch.refreshHint} />
    <Step view={view} action={propose} text={t.bulletins.propose} hint={t.bulletins.proposeHint} />
  </Beside>
)

/** What was issued gets a correction of its own. */
export function CorrectStep({ view, t }: Props) {
  if (!view.may.correct) return null
  return (
    <ActionForm action={draft} aria-label={t.dispatch.correct}>
      <Hidden name="period" value={view.facts.lock.period} />
      <p className="soft small">{t.dispatch.correctHint}</p>
      <div>
        <Submit look="plain">{t.dispatch.correct}</Submit>
      </div>
    </ActionForm>
  )
}

export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = { ...t.bulletins, issueTitle: t.bulletins.issueTitle, signer: t.bulletins.fieldSigner }
  return <PaperWaits view={view} today={today} signer={view.texts.signer} words={words} actions={{ issue, sendBack, takeBack }} />
}

export const SentBack = ({ view, t }: Props) => <SentBackFor reason={view.sentBackReason} text={t.bulletins.sentBackBefore} />
