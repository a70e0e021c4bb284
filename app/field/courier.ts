import { type Line, type OutboxStore, type Outcome, sendAll } from './outbox'

/** When to send: at once when something is made or the line comes back, every 20 s while the page is seen, and less often while nothing gets through. */
export type Courier = { poke: () => Promise<Outcome>; stop: () => void }
export type Timer = { after: (ms: number, work: () => void) => number; cancel: (timer: number) => void }
export type Hearing = { sending: (busy: boolean) => void; outcome: (outcome: Outcome) => void }

const every = 20_000
const longest = 5 * 60_000

/** Waits 2, 4, 8 … s after a failure; nothing more to wait for once somebody has to sign in. */
export function waitAfter(outcome: Outcome, failures: number): number | null {
  if (outcome === 'other-user') return null
  if (outcome === 'unreachable') return Math.min(2000 * 2 ** Math.min(failures, 10), longest)
  return every
}

export function startCourier(store: OutboxStore, line: Line, timer: Timer, hearing: Hearing): Courier {
  let failures = 0
  let next = 0
  let going: Promise<Outcome> | null = null
  let again = false
  let stopped = false

  const run = async (): Promise<Outcome> => {
    hearing.sending(true)
    const outcome = await sendAll(store, line).catch((): Outcome => 'unreachable')
    hearing.sending(false)
    failures = outcome === 'unreachable' ? failures + 1 : 0
    if (!stopped) hearing.outcome(outcome)
    return outcome
  }
  const plan = (outcome: Outcome) => {
    const wait = waitAfter(outcome, failures - 1)
    if (!stopped && wait !== null) next = timer.after(wait, () => void poke())
  }
  const poke = (): Promise<Outcome> => {
    // What was made while a pass was under way is sent by one more pass.
    again = going !== null
    if (going) return going
    timer.cancel(next)
    going = run().then((outcome) => {
      going = null
      if (again && outcome === 'quiet' && !stopped) return poke()
      plan(outcome)
      return outcome
    })
    return going
  }
  const stop = () => {
    stopped = true
    timer.cancel(next)
  }
  return { poke, stop }
}
