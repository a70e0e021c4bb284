'use client'

import { useState } from 'react'
import { type Option, Select, TextField } from '../../../_components/form'

type Member = { name: string; unit: string; duty: string; username: string | null; groupId: number | null }
type Words = { name: string; unit: string; duty: string; username: string; group: string; noGroup: string; add: string }
type Props = { members: readonly Member[]; duties: readonly Option[]; groups: readonly Option[]; words: Words }

/** One person a row; an emptied row is nobody. */
export function MemberRows({ members, duties, groups, words }: Props) {
  const [blank, show] = useState(members.length > 0 ? 1 : 3)
  const rows = [...members, ...Array.from({ length: blank }, () => null)]
  return (
    <>
      {rows.map((member, index) => {
        const at = `members.${index}`
        return (
          <div key={at} className="form-row member-row">
            <TextField name={`${at}.name`} label={words.name} maxLength={40} optional autoComplete="off" defaultValue={member?.name} />
            <TextField name={`${at}.unit`} label={words.unit} maxLength={80} optional defaultValue={member?.unit} />
            <Select name={`${at}.duty`} label={words.duty} options={duties} defaultValue={member?.duty ?? 'member'} />
            <Select
              name={`${at}.groupId`}
              label={words.group}
              options={groups}
              empty={words.noGroup}
              optional
              defaultValue={member?.groupId ?? ''}
            />
            <TextField
              name={`${at}.username`}
              label={words.username}
              maxLength={40}
              optional
              list="accounts"
              autoComplete="off"
              defaultValue={member?.username}
            />
          </div>
        )
      })}
      {rows.length < 60 ? (
        <button type="button" className="button justify-self-start" onClick={() => show(blank + 1)}>
          ＋ {words.add}
        </button>
      ) : null}
    </>
  )
}
