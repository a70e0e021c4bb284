import type { LockView } from '../../../db/queries/locks'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { LightMark } from '../../_components/light'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { begin } from './actions'

type Props = { view: LockView; checks: NonNullable<LockView['checks']>; t: Messages }

/** What is not as it should be, each with where to see it; it does not stop the lock. */
export function ChecksPanel({ view, checks, t }: Props) {
  const words = t.months
  const { period, kind } = view
  const links = {
    missing: kind === 'month' ? `/months/late?month=${period}` : null,
    waiting: '/reviews',
    unanswered: `/months?year=${period.slice(0, 4)}`,
    outputs: '/reviews?kind=output',
  }
  const names = ['missing', 'waiting', 'unanswered', 'outputs'] as const
  const unknown = (name: (typeof names)[number]) => name === 'missing' && !view.missingKnown
  return (
    <Panel title={words.checks} note={words.checksNote}>
      {view.returned ? (
        <Notice tone="slow">
          {fill(words.returnedNote, {
            who: view.people.get(view.returned.decidedBy ?? 0) ?? '',
            reason: view.returned.decisionReason ?? '',
          })}
        </Notice>
      ) : null}
      <ul className="lock-checks">
        {names.map((name) => (
          <li key={name}>
            <span>{words.check[name]}</span>
            {unknown(name) ? (
              <span className="soft">{words.checkMissingLater}</span>
            ) : checks[name] === 0 ? (
              <LightMark level="green">{words.checkGood}</LightMark>
            ) : (
              <LightMark level="yellow">{String(checks[name])}</LightMark>
            )}
            {links[name] && (checks[name] ?? 0) > 0 ? <a href={links[name]}>{words.checkOpen} ›</a> : null}
          </li>
        ))}
      </ul>
      <Begin view={view} t={t} />
    </Panel>
  )
}

function Begin({ view: { period, latest, missing, parts }, t }: { view: LockView; t: Messages }) {
  const words = t.months
  if (missing.length > 0)
    return (
      <>
        <p>{fill(words.partsMissing, { period, periods: missing.map((part) => part.period).join('、') })}</p>
        <p className="chips mt-1">
          {parts.map((part) => (
            <a key={part.period} className="chip" href={`/months/${part.period}`}>
              {part.period}
            </a>
          ))}
        </p>
      </>
    )
  const text = latest ? fill(words.beginAgain, { revision: latest.revision + 1 }) : words.begin
  return (
    <ActionForm action={begin} aria-label={text}>
      <Hidden name="period" value={period} />
      <div className="form-end">
        <Submit>{text}</Submit>
      </div>
    </ActionForm>
  )
}
