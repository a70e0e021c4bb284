'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'

type Words = { field: string; send: string; sending: string; failed: string; hint: string }

/** The file goes up by its own route; whatever is wrong with it is said here, and the choice stays. */
export function Upload({ words }: { words: Words }) {
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const [key, setKey] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || !form.current) return
    setBusy(true)
    say(words.sending)
    const used = key || `${Date.now()}-${Math.random()}`
    setKey(used)
    const answer = await sent(form.current, used, words.failed)
    setBusy(false)
    if ('id' in answer) router.push(`/imports/${answer.id}`)
    else say(answer.wrong)
  }

  return (
    <form ref={form} onSubmit={send} className="form" aria-busy={busy}>
      <label className="field">
        <span className="field-head">{words.field}</span>
        <span className="box">
          <input type="file" name="file" accept=".xlsx,.csv" required onChange={() => setKey('')} />
        </span>
        <span className="hint">{words.hint}</span>
      </label>
      <p role="status" aria-live="polite">
        {said}
      </p>
      <div className="form-end">
        <button type="submit" className="button button-main" aria-disabled={busy || undefined}>
          {words.send}
        </button>
      </div>
    </form>
  )
}

type Answer = { id: number } | { wrong: string }

async function sent(form: HTMLFormElement, key: string, failed: string): Promise<Answer> {
  const body = new FormData(form)
  body.set('key', key)
  const response = await fetch('/api/imports', { method: 'POST', body }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as { id?: number; detail?: string; errors?: { detail: string }[] } | null
  if (response?.ok && answer?.id) return { id: answer.id }
  return { wrong: answer?.errors?.[0]?.detail ?? answer?.detail ?? failed }
}
