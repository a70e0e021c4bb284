'use client'

import { useState } from 'react'
import { Choice, type Option, Select, WordsField } from '../../../_components/form'

type Words = { kind: string; none: string; ask: string; askHint: string; unit: string; unitEmpty: string }
type Props = {
  kinds: readonly Option[]
  units: readonly Option[]
  kind: string
  ask: string
  unit: string
  hint?: string | undefined
  words: Words
}

/** What stands in the way, what is asked, and of whom; the last two appear once there is something. What was typed stays if one changes one's mind. */
export function ConditionFields({ kinds, units, kind, ask, unit, hint, words }: Props) {
  const [chosen, choose] = useState(kind)
  const nothing = chosen === ''
  return (
    <>
      <Choice
        name="conditionKind"
        label={words.kind}
        hint={hint}
        options={[{ value: '', text: words.none }, ...kinds]}
        defaultValue={chosen}
        onChange={choose}
      />
      <fieldset className="form asks" hidden={nothing} disabled={nothing}>
        <WordsField name="conditionAsk" label={words.ask} hint={words.askHint} maxLength={500} rows={2} defaultValue={ask} />
        <Select name="conditionUnitId" label={words.unit} options={units} empty={words.unitEmpty} defaultValue={unit} optional />
      </fieldset>
    </>
  )
}
