'use client'

import { useState } from 'react'
import { DayField, Hidden, TextField } from '../../../_components/form'

type Group = { id: number; name: string; fromDay: string | null; toDay: string | null }
type Words = { name: string; from: string; to: string; add: string }

/** The groups with their days, and room for one more; a name that is emptied takes the group away. */
export function GroupRows({ groups, words }: { groups: readonly Group[]; words: Words }) {
  const [blank, show] = useState(1)
  const rows = [...groups, ...Array.from({ length: blank }, () => null)]
  return (
    <>
      {rows.map((group, index) => {
        const at = `groups.${index}`
        return (
          <div key={at} className="form-row">
            {group ? <Hidden name={`${at}.id`} value={group.id} /> : null}
            <TextField name={`${at}.name`} label={words.name} maxLength={40} optional defaultValue={group?.name} />
            <DayField name={`${at}.fromDay`} label={words.from} optional defaultValue={group?.fromDay} />
            <DayField name={`${at}.toDay`} label={words.to} optional defaultValue={group?.toDay} />
          </div>
        )
      })}
      {rows.length < 30 ? (
        <button type="button" className="button justify-self-start" onClick={() => show(blank + 1)}>
          ＋ {words.add}
        </button>
      ) : null}
    </>
  )
}
