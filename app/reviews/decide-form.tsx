import type { Decision } from '../../db/queries/decision'
import { fill, type Messages } from '../../domain/messages'
import { reviewRef } from '../../domain/review-order'
import { ActionForm, Hidden, Submit, TextField } from '../_components/form'
import { Notice } from '../_components/notice'
import { decide } from './actions'
import { AlreadyDecided } from './already-decided'
import { ReasonField, ReturnButton } from './reason-field'

type Props = { decision: Decision; next: string | null; kind: string | null; effects: readonly string[]; t: Messages }

/** Approve and go on, or return with a reason. Whoever submitted it is told why they cannot. */
export function DecideForm({ decision, next, kind, effects, t }: Props) {
  const { reviews } = t
  if (decision.own) return <Own decision={decision} t={t} />
  return (
    <ActionForm key={reviewRef(decision)} action={decide} aria-label={reviews.decide} className="decide">
      <Hidden name="item" value={reviewRef(decision)} />
      {decision.ids.map((id) => (
        <Hidden key={id} name="ids[]" value={id} />
      ))}
      <Hidden name="next" value={next ?? ''} />
      <Hidden name="kind" value={kind ?? ''} />
      <AlreadyDecided text={reviews.decided} statuses={t.labels.reviewStatuses} />
      {decision.needsDocument ? (
        <TextField name="documentNo" label={reviews.documentNo} hint={reviews.documentHint} maxLength={120} />
      ) : null}
      <ReasonField
        label={reviews.reason}
        hint={reviews.reasonHint}
        templates={Object.values(reviews.templates)}
        name={reviews.templatesLabel}
      />
      <div className="decide-bar">
        <p className="decide-effects">
          <b>{reviews.after}</b> {effects.length > 0 ? effects.join(reviews.semicolon) : reviews.noEffect}
        </p>
        <ReturnButton>{reviews.return}</ReturnButton>
        <Submit name="step" value="approve" shortcut="a">
          {next ? reviews.approveNext : reviews.approve}
        </Submit>
      </div>
    </ActionForm>
  )
}

function Own({ decision, t }: { decision: Decision; t: Messages }) {
  if (decision.ownImport !== null)
    return (
      <Notice tone="slow">
        {t.reviews.ownImport} <a href={`/imports/${decision.ownImport}`}>{fill(t.reviews.toImport, { id: decision.ownImport })}</a>
      </Notice>
    )
  return (
    <Notice tone="slow">
      {t.reviews.own} {decision.kind === 'update' ? <a href={`/updates/${decision.id}`}>{t.updates.seeOrWithdraw}</a> : null}
    </Notice>
  )
}
