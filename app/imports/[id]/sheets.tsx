import type { ImportView } from '../../../db/queries/imports'
import { addressQuery } from '../../../domain/address'
import { fill, type Messages } from '../../../domain/messages'
import { Chip, Chips } from '../../_components/chip'
import { ActionForm, Hidden, Select, Submit } from '../../_components/form'
import { abandon, chooseSheet } from './actions'
import { Move } from './steps'

type Props = { imp: ImportView; senders: readonly string[]; t: Messages }

/** Which sheet is meant, and whose heads are recalled. */
export function Sheets({ imp, senders, t }: Props) {
  const say = t.imports
  const sheets = imp.layout.sheets.map(({ name, hidden }) => ({
    value: name,
    text: hidden ? fill(say.sheetHidden, { sheet: name }) : name,
  }))
  return (
    <div className="stack">
      {sheets.length > 1 ? (
        <ActionForm action={chooseSheet} aria-label={say.sheet}>
          <Hidden name="id" value={imp.id} />
          <Hidden name="version" value={imp.version} />
          <Select name="sheet" label={say.sheet} options={sheets} defaultValue={imp.layout.sheet} />
          <div className="form-end">
            <Submit look="plain">{say.chooseSheet}</Submit>
          </div>
        </ActionForm>
      ) : null}
      <Chips>
        {senders.map((sender) => (
          <Chip key={sender} href={`/imports/${imp.id}${addressQuery({ sender, step: imp.state === 'staged' ? 'columns' : null })}`} t={t}>
            {fill(say.recall, { sender })}
          </Chip>
        ))}
        <Move imp={imp} action={abandon} text={say.abandon} look="plain" />
      </Chips>
    </div>
  )
}
