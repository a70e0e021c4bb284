'use client'

import { type FormEvent, useRef, useState } from 'react'
import { askToComeIn } from './ask'
import { refusalWords, type SignInWords } from './sign-in-words'

type Props = { words: SignInWords; csrfToken: string; next: string; refusal: string | null }

/** A plain form to next-auth's own address; with scripts the answer comes in place and the sign-in name stays. */
export function SignInForm({ words, csrfToken, next, refusal }: Props) {
  const [said, say] = useState(refusal)
  const [busy, setBusy] = useState(false)
  const password = useRef<HTMLInputElement>(null)

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const error = await askToComeIn(new FormData(event.currentTarget))
    if (error === null) return location.assign(next)
    say(error === 'offline' ? words.offline : refusalWords(words, error))
    setBusy(false)
    password.current?.focus()
    password.current?.select()
  }

  return (
    <form className="form" method="post" action="/api/auth/callback/credentials" onSubmit={send} aria-busy={busy}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      {said ? (
        <div className="said said-late" role="alert">
          {said}
        </div>
      ) : null}
      <label className="field">
        <span className="field-head">{words.username}</span>
        <span className="box">
          <input name="username" required maxLength={200} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </span>
      </label>
      <PasswordBox words={words} input={password} />
      <button type="submit" className="button button-main" aria-disabled={busy || undefined}>
        {words.signIn}
      </button>
    </form>
  )
}

function PasswordBox({ words, input }: { words: SignInWords; input: React.RefObject<HTMLInputElement | null> }) {
  const [shown, show] = useState(false)
  return (
    <>
      <label className="field">
        <span className="field-head">{words.password}</span>
        <span className="box">
          <input
            ref={input}
            name="password"
            type={shown ? 'text' : 'password'}
            required
            maxLength={1000}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
          />
        </span>
      </label>
      <label className="tick">
        <input type="checkbox" checked={shown} onChange={(event) => show(event.target.checked)} />
        <span>{words.showPassword}</span>
      </label>
    </>
  )
}
