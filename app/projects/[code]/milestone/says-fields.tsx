'use client'

import { useState } from 'react'
import { Choice, DayField, WordsField } from '../../../_components/form'

type Words = { says: string; saysMet: string; saysLater: string; metOn: string; newForecast: string; reason: string; reasonHint: string }
type Props = { values: Record<string, string | undefined>; today: string; words: Words }

/** Met on a day, or expected on another; only the chosen half is sent. */
export function SaysFields({ values, today, words }: Props) {
  const [says, say] = useState(values.says === 'later' || values.forecastOn ? 'later' : 'met')
  const later = says === 'later'
  const { says: label, saysMet, saysLater, metOn, newForecast, reason, reasonHint } = { ...words }
  return (
    <>
      <Choice
        name="says"
        label={label}
        options={[
          { value: 'met', text: saysMet },
          { value: 'later', text: saysLater },
        ]}
        defaultValue={says}
        onChange={say}
      />
      <fieldset className="form" hidden={later} disabled={later}>
        <DayField name="metOn" label={metOn} max={today} defaultValue={values.metOn} />
      </fieldset>
      <fieldset className="form" hidden={!later} disabled={!later}>
        <DayField name="forecastOn" label={newForecast} min={today} defaultValue={values.forecastOn} />
        <WordsField name="reason" label={reason} hint={reasonHint} maxLength={500} rows={2} defaultValue={values.reason} />
      </fieldset>
    </>
  )
}
