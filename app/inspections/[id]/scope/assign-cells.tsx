'use client'

import { useForm } from '../../../_components/form-context'

export type AssignWords = {
  group: string
  noGroup: string
  visitOn: string
  remove: string
  removeReason: string
  removeReasonHint: string
  groups: readonly { value: string; text: string }[]
}
type Props = {
  at: number
  id: number
  code: string
  groupId: number | null
  visitOn: string | null
  removable: boolean
  words: AssignWords
}

/** One work's row of the form; what is wrong with it stands under it. */
export function AssignCells({ at, id, code, groupId, visitOn, removable, words }: Props) {
  const { state } = useForm()
  const field = `works.${at}`
  const wrong = state.status === 'refused' ? Object.entries(state.fields).filter(([name]) => name.startsWith(`${field}.`)) : []
  return (
    <span className="assign-cells">
      <input type="hidden" name={`${field}.id`} value={id} />
      <span className="box">
        <select name={`${field}.groupId`} defaultValue={groupId ?? ''} aria-label={`${words.group} ${code}`}>
          <option value="">{words.noGroup}</option>
          {words.groups.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </span>
      <span className="box">
        <input type="date" name={`${field}.visitOn`} defaultValue={visitOn ?? ''} aria-label={`${words.visitOn} ${code}`} />
      </span>
      {removable ? (
        <label className="tick">
          <input type="checkbox" name={`${field}.remove`} aria-label={`${words.remove} ${code}`} />
          <span>{words.remove}</span>
        </label>
      ) : null}
      {removable ? (
        <span className="box assign-reason">
          <input
            type="text"
            name={`${field}.reason`}
            maxLength={300}
            placeholder={words.removeReasonHint}
            aria-label={`${words.removeReason} ${code}`}
          />
        </span>
      ) : null}
      {wrong.map(([name, text]) => (
        <span key={name} className="wrong" role="alert">
          {text}
        </span>
      ))}
    </span>
  )
}
