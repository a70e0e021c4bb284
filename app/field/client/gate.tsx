import { fill } from '../../../domain/fill'
import { signInAddress } from './banner'
import type { Door, Standing, Why } from './use-session'
import { useWords, type Words } from './words'

/** What stands before the works: nobody's things are open on this device. */
export function Gate({ standing, door }: { standing: Exclude<Standing, { stage: 'open' }>; door: Door }) {
  const { f } = useWords()
  if (standing.stage !== 'nobody') return <p role="status">{standing.stage === 'taking' ? f.takingAlong : f.opening}</p>
  const { why, locked } = standing
  const [title, text] = whyWords(why, f)
  return (
    <div className="field-stack">
      <h1>{title}</h1>
      <p>{text}</p>
      {locked > 0 ? <p className="said said-slow">{fill(f.lockedHere, { count: locked })}</p> : null}
      <Ways why={why} retry={() => void retry(door)} f={f} />
    </div>
  )
}

const askedRound = (): number => Number(new URLSearchParams(location.search).get('round')) || 0
const retry = (door: Door): Promise<void> => (askedRound() > 0 ? door.take(askedRound()) : door.reopen())

function Ways({ why, retry: again, f }: { why: Why; retry: () => void; f: Words['f'] }) {
  const address = askedRound() > 0 ? `/sign-in?next=${encodeURIComponent(`/field?round=${askedRound()}`)}` : signInAddress
  if (why === 'signed-out')
    return (
      <a className="button button-main" href={address}>
        {f.signIn}
      </a>
    )
  if (why === 'unreachable')
    return (
      <button type="button" className="button button-main" onClick={again}>
        {f.tryAgain}
      </button>
    )
  return (
    <a className="button button-main" href="/inspections">
      {f.toRounds}
    </a>
  )
}

export function whyWords(why: Why, f: Words['f']): [title: string, text: string] {
  const said: Record<Why, [string, string]> = {
    'nothing-taken': [f.nothingTaken, f.nothingTakenWhy],
    'signed-out': [f.signedOut, f.signedOutWhy],
    'not-allowed': [f.notAllowed, f.notAllowedWhy],
    'other-user': [f.otherUser, f.otherUserWhy],
    unreachable: [f.unreachable, f.unreachableWhy],
    'not-found': [f.nothingTaken, f.roundNotFound],
  }
  return said[why]
}
