import type { RoundOnTheGo } from '../../db/queries/home-rounds'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'
import { Panel } from '../_components/panel'

type Props = { rounds: { rows: RoundOnTheGo[]; total: number }; t: Messages }

/** Rounds that are not over, each with what it waits for. Only supervisors see this: sealed ones stand here too. */
export function RoundsPanel({ rounds: { rows, total }, t }: Props) {
  const words = t.home
  return (
    <Panel
      title={words.rounds}
      aside={
        <span className="flex flex-wrap gap-x-4 small">
          <a href="/inspections">{words.roundsAll} ›</a>
          <a href="/inspections/new">{words.roundsNew}</a>
        </span>
      }
    >
      {rows.length === 0 ? <p className="soft">{words.roundsNone}</p> : null}
      <ul className="decisions">
        {rows.map((round) => (
          <RoundLine key={round.id} round={round} t={t} />
        ))}
      </ul>
      {total > rows.length ? <p className="soft small">{fill(words.roundsMore, { count: total - rows.length })}</p> : null}
    </Panel>
  )
}

function RoundLine({ round, t }: { round: RoundOnTheGo; t: Messages }) {
  const words = t.home
  const { id, title, kind, state, next, bulletinId, works, visited, findingsOpen } = round
  const ofBulletin = next === 'draft' || next === 'propose' || next === 'issue'
  const address = ofBulletin ? (bulletinId === null ? '/bulletins' : `/bulletins/${bulletinId}`) : `/inspections/${id}`
  const sealed = state === 'drafted' || state === 'scoped'
  return (
    <li>
      <LightMark level="none">{t.labels.roundStates[state]}</LightMark>
      <span>
        <a href={`/inspections/${id}`} lang="zh-CN">
          {title}
        </a>{' '}
        <span className="soft small">
          {t.labels.roundKinds[kind]}
          {sealed ? ` · ${words.roundSealed}` : ''}
        </span>
        <a href={address} className="small block">
          {fill(words.roundNext[next], { works, visited, findingsOpen })} ›
        </a>
      </span>
    </li>
  )
}
