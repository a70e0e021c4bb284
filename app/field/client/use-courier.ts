import { useEffect, useRef, useState } from 'react'
import { type Courier, startCourier, type Timer } from '../courier'
import type { Line, Outcome } from '../outbox'
import type { Database } from './database'
import { heldOutbox } from './held-outbox'
import type { Person } from './people'
import { listen } from './signals'

export type Sending = { busy: boolean; outcome: Outcome | null; now: () => void }

const line: Line = {
  fetch: (path, init) => fetch(path, init),
  now: () => Date.now(),
  alone: (work) =>
    navigator.locks
      ? navigator.locks.request('field-send', { ifAvailable: true }, (lock) => (lock ? work() : Promise.resolve(null)))
      : work(),
}

/** A page nobody sees sends nothing by the clock; what is made, or a line that comes back, still does. */
const timer: Timer = {
  after: (ms, work) =>
    window.setTimeout(() => (document.hidden ? document.addEventListener('visibilitychange', work, { once: true }) : work()), ms),
  cancel: (id) => window.clearTimeout(id),
}

/** Sends what waits for as long as somebody's things are open. */
export function useCourier(db: Database, person: Person, onOther: () => void): Sending {
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const courier = useRef<Courier | null>(null)
  const other = useRef(onOther)
  other.current = onOther
  useEffect(() => {
    const heard = (said: Outcome) => (said === 'other-user' ? other.current() : setOutcome(said))
    const made = startCourier(heldOutbox(db, person), line, timer, { sending: setBusy, outcome: heard })
    courier.current = made
    const poke = () => void made.poke()
    const stop = listen((signal) => {
      if (signal === 'wake') poke()
    })
    window.addEventListener('online', poke)
    poke()
    return () => {
      made.stop()
      stop()
      window.removeEventListener('online', poke)
    }
  }, [db, person])
  return { busy, outcome, now: () => void courier.current?.poke() }
}
