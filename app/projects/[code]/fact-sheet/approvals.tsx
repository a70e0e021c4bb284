'use client'

import { useState } from 'react'
import { DayField, TextField } from '../../../_components/form'

type Words = { name: string; number: string; day: string; add: string }
type Props = { rows: number; most: number; values: Record<string, string | undefined>; words: Words }

/** Name, number and day of each approval; an empty row does not count. */
export function Approvals({ rows, most, values, words }: Props) {
  const [shown, show] = useState(rows)
  return (
    <>
      {Array.from({ length: shown }, (_, at) => `approvals.${at}`).map((at) => (
        <div key={at} className="form-row approval-row">
          <TextField name={`${at}.name`} label={words.name} maxLength={100} optional defaultValue={values[`${at}.name`]} />
          <TextField name={`${at}.number`} label={words.number} maxLength={100} optional defaultValue={values[`${at}.number`]} />
          <DayField name={`${at}.day`} label={words.day} optional defaultValue={values[`${at}.day`]} />
        </div>
      ))}
      {shown < most ? (
        <button type="button" className="button justify-self-start" onClick={() => show(shown + 1)}>
          ＋ {words.add}
        </button>
      ) : null}
    </>
  )
}
