import type { RoundView } from '../../../db/queries/round'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { minuteWords } from '../../_lib/instant'

type Props = { view: RoundView; t: Messages }

/** Every draw of the round, the first one too when there was a second. */
export function DrawsPanel({ view: { round, draws, mayKeep }, t }: Props) {
  const words = t.rounds.draw
  if (draws.length === 0 && !mayKeep) return null
  return (
    <Panel title={words.title} aside={<a href={`/inspections/${round.id}/draw`}>{words.open} ›</a>}>
      {draws.length === 0 ? <p className="soft">{words.none}</p> : null}
      <ul>
        {draws.map(({ id, roundId, position, drawnAt, drawn, reason, abandoned }) => (
          <li key={id}>
            {fill(words.nth, { n: position })}
            {t.common.colon}
            {drawnAt
              ? fill(words.drewAt, { count: drawn.length, at: minuteWords(drawnAt) })
              : abandoned
                ? words.abandonedUndrawn
                : words.notYet}{' '}
            {reason ? <span className="soft">{fill(words.because, { reason })}</span> : null}{' '}
            {abandoned ? (
              <span className="soft">{fill(words.abandonedNote, { title: abandoned.title, reason: abandoned.reason ?? '—' })}</span>
            ) : null}{' '}
            {drawnAt ? (
              <a className="underline" href={`/inspections/${roundId}/draws/${position}/file`}>
                {words.file}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
