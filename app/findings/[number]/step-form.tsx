import type { ReactNode } from 'react'
import type { FindingView } from '../../../db/queries/finding-view'
import type { Day } from '../../../domain/calendar'
import type { Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Version } from '../../_components/stale'
import type { FormAction } from '../../_lib/form-state'

export type Unit = { id: number; name: string }
/** What the forms of a finding are made of; `main` = its button is the page's main one. */
export type ActProps = { view: FindingView; units: readonly Unit[]; today: Day; main?: boolean; t: Messages }

type Props = ActProps & { action: FormAction; label: string; children?: ReactNode }

/** One step: which finding and version, what is said, and the button that does it. */
export function StepForm({ view, action, label, main, children, t }: Props) {
  return (
    <ActionForm action={action} aria-label={label}>
      <Hidden name="id" value={view.id} />
      <Version version={view.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
      {children}
      <div className="form-end">
        <Submit look={main ? 'main' : 'plain'}>{label}</Submit>
      </div>
    </ActionForm>
  )
}

/** Words that may stay empty. */
export const Remark = ({ t }: { t: Messages }) => <WordsField name="words" label={t.findings.words} optional maxLength={1000} rows={2} />
