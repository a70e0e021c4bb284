import type { Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, Submit, TextField, WordsField } from '../../../_components/form'
import { Panel } from '../../../_components/panel'
import { addOne } from './actions'

/** One of the work's own, beside or without a template. */
export function AddPanel({ code, t }: { code: string; t: Messages }) {
  const words = t.milestones
  return (
    <Panel>
      <details>
        <summary className="opens inline">{words.add}</summary>
        <ActionForm action={addOne} className="form mt-3">
          <Hidden name="code" value={code} />
          <TextField name="name" label={words.addName} maxLength={40} autoComplete="off" />
          <WordsField name="definition" label={words.addDefinition} maxLength={200} rows={2} />
          <WordsField name="proof" label={words.addProof} maxLength={200} rows={2} />
          <div className="form-end">
            <Submit look="plain">{words.addSend}</Submit>
          </div>
        </ActionForm>
      </details>
    </Panel>
  )
}
