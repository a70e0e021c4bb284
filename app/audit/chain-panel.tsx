import type { ChainCheck } from '../../db/queries/event-chain'
import { fill, type Messages } from '../../domain/messages'
import { Notice } from '../_components/notice'
import { Panel } from '../_components/panel'

/** Verification on request: whole, or from which record on it cannot be trusted. */
export function ChainPanel({ check, t }: { check: ChainCheck | null; t: Messages }) {
  const { audit } = t
  return (
    <div className="mb-4">
      <Panel>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="soft">{audit.verifyNote}</span>
          <form action="/audit">
            <button type="submit" name="verify" value="1" className="button">
              {audit.verify}
            </button>
          </form>
        </div>
        {check ? (
          <div className="mt-3">
            <Result check={check} t={t} />
          </div>
        ) : null}
      </Panel>
    </div>
  )
}

function Result({ check, t }: { check: ChainCheck; t: Messages }) {
  const { audit } = t
  if (check.broken) {
    const { seq, what } = check.broken
    return <Notice tone="late">{fill(audit.broken, { seq, what: audit.breaks[what] })}</Notice>
  }
  if (check.headProblem) return <Notice tone="late">{audit.headWrong}</Notice>
  const said = [
    fill(audit.whole, { events: check.events, hash: check.head.hash.slice(0, 16) }),
    check.erased > 0 ? fill(audit.wholeErased, { erased: check.erased }) : '',
    check.epochs.length > 1 ? fill(audit.epochs, { count: check.epochs.length - 1 }) : '',
  ]
  return <Notice tone="good">{said.filter(Boolean).join(' ')}</Notice>
}
