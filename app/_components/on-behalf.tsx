import type { Messages } from '../../domain/messages'
import { DayField, TextField } from './form'

type Values = Record<string, string | undefined>

/** 代填: only the bureau sees these. Another person approves, and the unit is told. */
export function OnBehalf({ values, today, t }: { values: Values; today: string; t: Messages }) {
  const { updates } = t
  return (
    <fieldset className="on-behalf">
      <legend>{updates.onBehalf}</legend>
      <div className="form-row">
        <TextField
          name="onBehalfSource"
          label={updates.onBehalfSource}
          hint={updates.onBehalfHint}
          maxLength={200}
          defaultValue={values.onBehalfSource}
        />
        <DayField name="onBehalfOn" label={updates.onBehalfOn} max={today} defaultValue={values.onBehalfOn || today} />
      </div>
    </fieldset>
  )
}
