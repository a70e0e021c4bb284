import type { ExtensionItem } from '../../../db/queries/finding-steps'
import { fill } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { confirm, giveTime, keep, refuseTime, takeBack } from './actions'
import { type ActProps, Remark, StepForm } from './step-form'

/** What somebody asked for and another person decides: more time. */
export function ExtensionPanel({ extension, t }: ActProps & { extension: ExtensionItem }) {
  const words = t.findings
  const { id, by, previousDueOn, dueOn, reason, mayDecide, mayApprove, mayWithdraw } = extension
  const who = by ? fill(t.project.someone, by) : '—'
  return (
    <Panel title={words.extensionTitle}>
      <p>{fill(words.extensionText, { who, from: previousDueOn, to: dueOn })}</p>
      <p lang="zh-CN">{reason}</p>
      {mayDecide ? (
        <>
          {mayApprove ? (
            <ActionForm action={giveTime} aria-label={words.approveExtension} className="form mt-4">
              <Hidden name="id" value={id} />
              <Submit look="plain">{words.approveExtension}</Submit>
            </ActionForm>
          ) : (
            <p className="soft small mt-2">{words.approveNot}</p>
          )}
          <div className="more-acts">
            <SheetButton text={words.returnExtension} title={words.extensionTitle} t={t}>
              <ActionForm action={refuseTime} aria-label={words.returnExtension} className="form mt-2">
                <Hidden name="id" value={id} />
                <WordsField name="words" label={words.returnExtensionReason} maxLength={500} rows={2} />
                <div className="form-end">
                  <Submit look="plain">{words.returnExtension}</Submit>
                </div>
              </ActionForm>
            </SheetButton>
          </div>
        </>
      ) : null}
      {mayWithdraw ? (
        <ActionForm action={takeBack} aria-label={words.withdrawExtension} className="form mt-4">
          <Hidden name="id" value={id} />
          <Submit look="plain">{words.withdrawExtension}</Submit>
        </ActionForm>
      ) : null}
    </Panel>
  )
}

/** A withdrawal waits for a second supervisor; everything else goes on. */
export function WithdrawalPanel(props: ActProps) {
  const { view, t } = props
  const words = t.findings
  if (view.withdrawal === null) return null
  const { by, reason } = view.withdrawal
  return (
    <Panel title={words.withdrawalTitle}>
      <p>{fill(words.withdrawalText, { who: by ? fill(t.project.someone, by) : '—' })}</p>
      <p lang="zh-CN">{reason}</p>
      {view.may.decideWithdrawal ? (
        <div className="more-acts">
          <SheetButton text={words.confirm} title={words.withdrawalTitle} t={t}>
            <StepForm {...props} action={confirm} label={words.confirm}>
              <Remark t={t} />
            </StepForm>
          </SheetButton>
          <SheetButton text={words.refuse} title={words.withdrawalTitle} t={t}>
            <StepForm {...props} action={keep} label={words.refuse}>
              <WordsField name="words" label={words.refuseReason} maxLength={1000} rows={2} />
            </StepForm>
          </SheetButton>
        </div>
      ) : null}
    </Panel>
  )
}
