'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { type FormAction, type FormState, idle } from '../_lib/form-state'
import { FormProvider, useFormWords } from './form-context'

type Props = {
  action: FormAction
  children: ReactNode
  className?: string
  /** For controls that stand outside the form and name it. */
  id?: string
  /** Names the submission where the page does (a draft's own key); otherwise the form makes one. */
  formKey?: string
  /** What to do with the answer, and with what was sent, besides showing it. */
  onAnswer?: (state: FormState, typed: FormData) => void
  'aria-label'?: string
}

/**
 * A form round one action. Before its script has come it is a plain POST; with it, what was typed stays whatever the answer or the line does.
 * The hidden key makes one record of a double tap, a repeated tab or a lost answer.
 */
export function ActionForm({ action, children, className = 'form', id, formKey, onAnswer, 'aria-label': label }: Props) {
  const [posted, post] = useActionState(action, idle)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [busy, start] = useTransition()
  const [key] = useState(newKey)
  const form = useRef<HTMLFormElement>(null)
  const sending = useRef(false)
  const words = useFormWords()
  const state = answer ?? posted

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current || !form.current) return
    sending.current = true
    const typed = new FormData(form.current, (event.nativeEvent as SubmitEvent).submitter)
    start(async () => {
      const next = await asked(action, typed, words).finally(() => {
        sending.current = false
      })
      start(() => setAnswer(next))
      onAnswer?.(next, typed)
    })
  }

  useEffect(() => settle(form.current, answer), [answer])

  return (
    <form ref={form} id={id} action={post} onSubmit={send} className={className} aria-label={label} aria-busy={busy} noValidate>
      <input type="hidden" name="key" defaultValue={formKey ?? key} suppressHydrationWarning />
      <FormProvider value={{ state, busy }}>
        <Answer state={state} />
        {children}
      </FormProvider>
      {busy ? (
        <div className="busy-line">
          <span className="sr">{words.saving}</span>
        </div>
      ) : null}
    </form>
  )
}

function Answer({ state }: { state: FormState }) {
  if (state.status === 'idle') return null
  const good = state.status === 'saved'
  return (
    <div className={`said said-${good ? 'good' : 'late'}`} role={good ? 'status' : 'alert'} tabIndex={-1} data-answer="">
      {state.message}
    </div>
  )
}

/** A lost line or an old page is an answer like another: nothing typed goes away. */
async function asked(action: FormAction, typed: FormData, words: { offline: string; reload: string }): Promise<FormState> {
  try {
    return await action(idle, typed)
  } catch (error) {
    if (!unstable_isUnrecognizedActionError(error)) unstable_rethrow(error)
    const message = unstable_isUnrecognizedActionError(error) ? words.reload : words.offline
    return { status: 'refused', message, fields: {}, values: {}, current: null }
  }
}

/** After a refusal the first wrong field has the focus; after saving the form stands on the new figures with a new key. */
function settle(form: HTMLFormElement | null, answer: FormState | null): void {
  if (!form || !answer) return
  if (answer.status === 'refused') {
    const target = form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('[data-answer]')
    target?.focus()
    return
  }
  form.reset()
  const key = form.elements.namedItem('key')
  if (key instanceof HTMLInputElement) key.value = newKey()
}

/** Not `randomUUID`: that one exists only behind https or on localhost. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
