import type { BulletinView } from '../../db/queries/bulletin'
import type { Day } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { PaperWaits, SentBackFor, Step } from '../_components/paper-steps'
import { draftCorrection, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: BulletinView; t: Messages }

export const RefreshStep = ({ view, t }: Props) => (
  <Step view={view} action={refresh} text={t.bulletins.refresh} hint={t.bulletins.refreshHint} />
)

export const ProposeStep = ({ view, t }: Props) => (
  <Step view={view} action={propose} text={t.bulletins.propose} hint={t.bulletins.proposeHint} />
)

/** A mistake in what was issued gets a document of its own. */
export function CorrectStep({ documentId, t }: { documentId: number; t: Messages }) {
  return (
    <ActionForm action={draftCorrection} aria-label={t.bulletins.draftErratum}>
      <Hidden name="documentId" value={documentId} />
      <p className="soft small">{t.bulletins.draftErratumHint}</p>
      <div>
        <Submit look="plain">{t.bulletins.draftErratum}</Submit>
      </div>
    </ActionForm>
  )
}

export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = { ...t.bulletins, issueTitle: t.bulletins.issueTitle, signer: t.bulletins.fieldSigner }
  return <PaperWaits view={view} today={today} signer={view.texts.signer} words={words} actions={{ issue, sendBack, takeBack }} />
}

export const SentBack = ({ view, t }: Props) => <SentBackFor reason={view.sentBackReason} text={t.bulletins.sentBackBefore} />
