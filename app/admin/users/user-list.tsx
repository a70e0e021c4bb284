'use client'

import { useState } from 'react'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { useForm } from '../../_components/form-context'
import type { FormAction, FormState } from '../../_lib/form-state'
import { Slips, type SlipText } from './slips'

export type ListWords = {
  note: string
  listField: string
  preview: string
  previewTitle: string
  previewReady: string
  previewWrong: string
  line: string
  name: string
  username: string
  role: string
  organisation: string
  check: string
  fine: string
  createMany: string
  roles: Record<string, string>
}
type Line = {
  line: number
  typed: { name: string; username: string; role: string; organisation: string }
  user: { role: string } | null
  wrong: string[]
}
type Preview = { lines: Line[]; good: number; bad: number }
type Props = { preview: FormAction; create: FormAction; words: ListWords; slips: SlipText }

/** Paste, look at every line, and only then make the accounts; a change of the list asks for another look. */
export function UserList({ preview, create, words, slips }: Props) {
  const [list, setList] = useState('')
  const [ready, setReady] = useState(0)
  const look = (state: FormState) => setReady(state.status === 'saved' ? readyOf(state.result as Preview) : 0)
  const edit = (text: string) => {
    setList(text)
    setReady(0)
  }
  return (
    <div className="stack">
      <p className="soft">{words.note}</p>
      <ActionForm action={preview} onAnswer={look}>
        <ListBox label={words.listField} list={list} edit={edit} />
        <div className="form-end">
          <Submit look="plain">{words.preview}</Submit>
        </div>
        <PreviewTable words={words} />
      </ActionForm>
      <ActionForm action={create} onAnswer={() => setReady(0)}>
        <Hidden name="list" value={list} />
        {ready > 0 ? <Submit>{words.createMany.replace('{count}', String(ready))}</Submit> : null}
        <Slips text={slips} />
      </ActionForm>
    </div>
  )
}

const readyOf = ({ good, bad }: Preview): number => (bad === 0 ? good : 0)

function ListBox({ label, list, edit }: { label: string; list: string; edit: (text: string) => void }) {
  return (
    <label className="field">
      <span className="field-head">{label}</span>
      <span className="box">
        <textarea name="list" rows={8} maxLength={40_000} wrap="off" value={list} onChange={(event) => edit(event.target.value)} />
      </span>
    </label>
  )
}

function PreviewTable({ words }: { words: ListWords }) {
  const { state } = useForm()
  if (state.status !== 'saved') return null
  const { lines, good, bad } = state.result as Preview
  const heads = [words.line, words.name, words.username, words.role, words.organisation, words.check]
  return (
    <>
      <div className={bad > 0 ? 'said said-slow' : 'said'}>
        {bad > 0 ? words.previewWrong.replace('{bad}', String(bad)) : words.previewReady.replace('{good}', String(good))}
      </div>
      <table className="register">
        <caption className="sr">{words.previewTitle}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, typed, user, wrong }) => (
            <tr key={line}>
              <td data-label={words.line}>{line}</td>
              <td data-label={words.name}>{typed.name}</td>
              <td data-label={words.username}>{typed.username}</td>
              <td data-label={words.role}>{user ? words.roles[user.role] : typed.role}</td>
              <td data-label={words.organisation}>{typed.organisation}</td>
              <td data-label={words.check}>
                {user
                  ? words.fine
                  : wrong.map((text) => (
                      <span key={text} className="wrong">
                        {text}{' '}
                      </span>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
