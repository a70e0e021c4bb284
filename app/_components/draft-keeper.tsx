'use client'

import { useEffect, useRef, useState } from 'react'

export type DraftWords = {
  saved: string
  failed: string
  stale: string
  useOther: string
  keepMine: string
  restored: string
  discard: string
}
type Props = { subject: string; version: number; time: string | null; words: DraftWords }
type State = { said: 'none' | 'restored' | 'saved' | 'failed' | 'stale'; time: string }

/**
 * Keeps what is typed on the server a second after the last key: on another device the form goes on from there. When that device was
 * faster, the person chooses which of the two stays; nothing is overwritten silently.
 */
export function DraftKeeper({ subject, version, time, words }: Props) {
  const [{ said, time: at }, say] = useState<State>({ said: version > 0 ? 'restored' : 'none', time: time ?? '' })
  const mark = useRef<HTMLSpanElement>(null)
  const keeper = useRef<ReturnType<typeof keep> | null>(null)
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    const kept = keep(form, subject, version, say)
    keeper.current = kept
    return kept.stop
  }, [subject, version])
  const discard = async () => {
    await fetch('/api/drafts', { method: 'DELETE', headers: json, body: JSON.stringify({ subject }) })
    location.reload()
  }
  return (
    <span ref={mark} className="draft-state" role="status">
      {said === 'none' ? null : words[said].replace('{time}', at)}
      {said === 'restored' ? <Small text={words.discard} press={discard} /> : null}
      {said === 'stale' ? (
        <>
          <Small text={words.useOther} press={() => location.reload()} />
          <Small text={words.keepMine} press={() => keeper.current?.insist()} />
        </>
      ) : null}
    </span>
  )
}

const Small = ({ text, press }: { text: string; press: () => void }) => (
  <button type="button" className="draft-button" onClick={press}>
    {text}
  </button>
)

const json = { 'content-type': 'application/json' }
type Answer = { version?: number; time?: string }

/** Watches one form. `insist` = what stands here counts, whatever the other device has saved. */
function keep(form: HTMLFormElement, subject: string, since: number, say: (state: State) => void) {
  let version = since
  let theirs = since
  let timer = 0
  let going = false

  const save = async () => {
    if (going) return later(500)
    going = true
    const answer = await send(subject, version, form)
    going = false
    if (answer === null) {
      say({ said: 'failed', time: '' })
      return later(10_000)
    }
    if (answer.status === 409) theirs = answer.version ?? 0
    else version = answer.version ?? version
    say({ said: answer.status === 409 ? 'stale' : 'saved', time: answer.time ?? '' })
  }
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(save, wait)
  }
  const typed = () => later(1000)
  // Handed in, the draft is gone with this page; only a refused form is still here some seconds later.
  const handedIn = () => later(6000)
  form.addEventListener('input', typed)
  form.addEventListener('submit', handedIn)
  const stop = () => {
    clearTimeout(timer)
    form.removeEventListener('input', typed)
    form.removeEventListener('submit', handedIn)
  }
  const insist = () => {
    version = theirs
    later(0)
  }
  return { stop, insist }
}

async function send(subject: string, version: number, form: HTMLFormElement): Promise<(Answer & { status: number }) | null> {
  const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const body = Object.fromEntries(texts.filter(([name]) => !/^\$|^key$/.test(name)))
  try {
    const answer = await fetch('/api/drafts', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ subject, version, body }),
      keepalive: true,
    })
    if (!answer.ok && answer.status !== 409) return null
    return { status: answer.status, ...((await answer.json()) as Answer) }
  } catch {
    return null
  }
}
