import { fill } from '../../../domain/fill'
import { dayMinuteOf, minuteOf } from '../device-clock'
import { lastReceived, unsent } from '../keeping'
import type { Outcome } from '../outbox'
import { outboxAddress } from './place'
import type { Sending } from './use-courier'
import type { Things } from './use-things'
import { useWords, type Words } from './words'

/** Always there, on every page of the shell: what is only on this device, what is on its way, what has arrived and when. */
export function Banner({ things: { held, drafts }, sending }: { things: Things; sending: Sending }) {
  const { f } = useWords()
  const waiting = unsent(held)
  const refused = waiting.filter(({ standing }) => standing.state === 'refused').length
  const last = lastReceived(held)
  const tone = sending.busy ? 'busy' : waiting.length > 0 || drafts.length > 0 ? 'slow' : 'good'
  return (
    <aside className={`field-banner field-banner-${tone}`} aria-label={f.outbox}>
      <p role="status" data-banner={tone}>
        {sending.busy && waiting.length > 0 ? <strong>{f.sending} </strong> : null}
        {waiting.length > 0 ? <strong>{fill(f.onDevice, { count: waiting.length })} </strong> : null}
        {drafts.length > 0 ? <span>{fill(f.drafting, { count: drafts.length })} </span> : null}
        {waiting.length === 0 && drafts.length === 0 && !last ? <span>{f.nothingToSend} </span> : null}
        {waiting.length === 0 && last ? <span>{fill(f.receivedAt, { time: timeOf(last) })} </span> : null}
        {waiting.length > 0 && !sending.busy ? <span>{whyWaiting(sending.outcome, f)} </span> : null}
        {refused > 0 ? <span className="late">{fill(f.refusedCount, { count: refused })} </span> : null}
      </p>
      <nav className="field-banner-links" aria-label={f.outbox}>
        {waiting.length > 0 && sending.outcome === 'signed-out' ? <a href={signInAddress}>{f.signIn}</a> : null}
        {waiting.length > 0 && !sending.busy && sending.outcome !== 'signed-out' ? (
          <button type="button" className="field-plain" onClick={sending.now}>
            {f.sendNow}
          </button>
        ) : null}
        <a href={outboxAddress}>{f.outbox}</a>
      </nav>
    </aside>
  )
}

/** Back through `?back`: whoever signs in there may be another person, and is asked before anything is shown. */
export const signInAddress = `/sign-in?next=${encodeURIComponent('/field?back=1')}`

const timeOf = (at: string): string => (Date.now() - Date.parse(at) < 12 * 3_600_000 ? minuteOf(at) : dayMinuteOf(at))

function whyWaiting(outcome: Outcome | null, f: Words['f']): string {
  if (outcome === 'unreachable') return f.waitingLine
  if (outcome === 'signed-out') return f.signInAgain
  if (outcome === 'not-allowed') return f.lockedOut
  if (outcome === 'elsewhere') return f.waitingOther
  return outcome === 'later' ? f.waitingLater : ''
}
