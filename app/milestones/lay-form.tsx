import type { ReactNode } from 'react'
import type { Messages } from '../../domain/messages'
import type { MilestoneTemplate } from '../../domain/template'
import { ActionForm, Hidden, NumberField, Submit } from '../_components/form'
import { Ticks } from '../_components/ticks'
import { lay } from './actions'

/** The ticked works and the button that lays the chosen template on them; without a template there is only the list. */
export function LayForm({ template, t, children }: { template: MilestoneTemplate | null; t: Messages; children: ReactNode }) {
  const words = t.milestones
  const table = <section className="panel">{children}</section>
  if (!template) {
    return (
      <div className="stack">
        <p className="soft">{words.layFirst}</p>
        <div className="without-ticks">{table}</div>
      </div>
    )
  }
  return (
    <ActionForm action={lay}>
      <Hidden name="template" value={template.code} />
      {template.yearly ? (
        <div className="form-row">
          <NumberField name="fromYear" label={words.fromYear} hint={words.yearsHint} inputMode="numeric" maxLength={4} optional />
          <NumberField name="toYear" label={words.toYear} inputMode="numeric" maxLength={4} optional />
        </div>
      ) : null}
      {table}
      <div className="form-end form-end-fixed">
        <Submit>{words.lay}</Submit>
        <Ticks name="codes[]" field="codes" all={words.tickAll} none={words.tickNone} error={words.tickSome} />
      </div>
    </ActionForm>
  )
}
