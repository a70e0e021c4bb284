'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { fill } from '../../domain/fill'
import { discardThings, keepsThings, lockThings, unsentThings } from './field-things'

export type LeaveWords = Record<
  'signOut' | 'leaveTitle' | 'leaveWhy' | 'leaveSend' | 'leaveKeep' | 'leaveDiscard' | 'leaveDiscardSure' | 'leaveDiscardYes' | 'leaveStay',
  string
>

/**
 * The button of the sign-out form. Without scripts, or where nothing was taken along, it is only that; otherwise what was recorded on this device and not sent
 * yet is asked about first, and what another person left open here is locked.
 */
export function SignOut({ userId, words }: { userId: number; words: LeaveWords }) {
  const [unsent, setUnsent] = useState(0)
  const button = useRef<HTMLButtonElement>(null)
  const decided = useRef(false)
  useEffect(() => void lockThings((id) => id !== userId), [userId])

  const leave = async (first: Promise<void>) => {
    await first.catch(() => undefined)
    decided.current = true
    setUnsent(0)
    button.current?.form?.requestSubmit(button.current)
  }
  const press = async (event: MouseEvent) => {
    if (decided.current || !keepsThings()) return
    event.preventDefault()
    const count = await unsentThings(userId).catch(() => 0)
    if (count === 0) return leave(lockThings(() => true))
    setUnsent(count)
  }
  const ways = {
    unsent,
    words,
    keep: () => leave(lockThings(() => true)),
    discard: () => leave(discardThings(userId)),
    stay: () => setUnsent(0),
  }
  return (
    <>
      <button type="submit" ref={button} onClick={press}>
        {words.signOut}
      </button>
      {/* Out of the menu: it closes itself, and looks otherwise. */}
      {unsent > 0 ? createPortal(<Ways {...ways} />, document.body) : null}
    </>
  )
}

type WaysProps = { unsent: number; words: LeaveWords; keep: () => void; discard: () => void; stay: () => void }

function Ways({ unsent, words, keep, discard, stay }: WaysProps) {
  const [sure, setSure] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const count = { count: unsent }
  return (
    <dialog ref={dialog} className="leave" aria-labelledby="leave-title" onClose={stay}>
      <h2 id="leave-title">{fill(words.leaveTitle, count)}</h2>
      <p>{sure ? fill(words.leaveDiscardSure, count) : words.leaveWhy}</p>
      {sure ? (
        <button type="button" className="button button-late" onClick={discard}>
          {words.leaveDiscardYes}
        </button>
      ) : (
        <>
          <a className="button button-main" href="/field#/outbox">
            {words.leaveSend}
          </a>
          <button type="button" className="button" onClick={keep}>
            {words.leaveKeep}
          </button>
          <button type="button" className="button button-late" onClick={() => setSure(true)}>
            {words.leaveDiscard}
          </button>
        </>
      )}
      <button type="button" className="button" onClick={sure ? () => setSure(false) : stay}>
        {words.leaveStay}
      </button>
    </dialog>
  )
}
