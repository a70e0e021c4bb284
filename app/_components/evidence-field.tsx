'use client'

import { useRef, useState } from 'react'
import { type FormAction, idle } from '../_lib/form-state'
import { type EvidenceFile, EvidenceThumb } from './evidence-thumb'

export type EvidenceWords = { label: string; add: string; remove: string; sending: string; failed: string; hint: string; warning: string }
type Props = { subject: string; files: readonly EvidenceFile[]; most: number; words: EvidenceWords; remove: FormAction }

/** Files go up one by one as they are chosen and hang on the draft; a weak line loses one file, never the form. */
export function EvidenceField({ subject, files, most, words, remove }: Props) {
  const [kept, keep] = useState(files)
  const [said, say] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const add = async (chosen: FileList | null) => {
    const list = [...(chosen ?? [])]
    const wrong: string[] = []
    for (const [index, file] of list.entries()) {
      say(words.sending.replace('{n}', `${index + 1}/${list.length}`))
      const answer = await upload(subject, file)
      if (typeof answer === 'string') wrong.push(`${file.name}: ${answer || words.failed}`)
      else keep((before) => [...before.filter(({ id }) => id !== answer.id), answer])
    }
    say(wrong.join(' '))
    if (input.current) input.current.value = ''
  }
  const drop = async (id: number) => {
    const form = new FormData()
    form.set('id', String(id))
    const answer = await remove(idle, form).catch(() => null)
    if (answer?.status === 'saved') keep((before) => before.filter((file) => file.id !== id))
    else say(answer?.status === 'refused' ? answer.message : words.failed)
  }

  return (
    <fieldset className="field">
      <legend className="field-head">{words.label}</legend>
      <span className="evidence">
        {kept.map((file) => (
          <span key={file.id} className="evidence-file">
            <EvidenceThumb file={file} />
            <button type="button" onClick={() => drop(file.id)} aria-label={`${words.remove} ${file.name}`}>
              ×
            </button>
          </span>
        ))}
        {kept.length < most ? (
          <label className="evidence-add">
            <input
              ref={input}
              type="file"
              accept="image/jpeg,image/png,application/pdf"
              multiple
              onChange={(event) => add(event.target.files)}
            />
            ＋ {words.add}
          </label>
        ) : null}
      </span>
      <span className="hint">
        {words.hint} <strong>{words.warning}</strong>
      </span>
      <span className="wrong-plain" role="status">
        {said}
      </span>
    </fieldset>
  )
}

async function upload(subject: string, file: File): Promise<EvidenceFile | string> {
  const form = new FormData()
  form.set('subject', subject)
  form.set('file', file)
  try {
    const answer = await fetch('/api/evidence', { method: 'POST', body: form })
    const said = await answer.json()
    return answer.ok ? (said as EvidenceFile) : String(said.errors?.[0]?.detail ?? said.detail ?? '')
  } catch {
    return ''
  }
}
