import { fill } from '../../../../domain/messages'
import { Panel } from '../../../_components/panel'
import { reviewWords } from '../review-words'
import type { MilestonesView } from './view'

/** Every date that was ever proposed, with who, when and what was decided. */
export function DateHistory({ milestones, people, t }: MilestonesView) {
  const words = t.milestones
  const lines = milestones.flatMap((milestone) => milestone.dates.map((date) => ({ name: milestone.words.name, date })))
  if (lines.length === 0) return null
  const latest = lines.toSorted((a, b) => b.date.id - a.date.id)
  return (
    <Panel>
      <details>
        <summary className="opens inline">{words.history}</summary>
        <ul className="mt-2 grid gap-2">
          {latest.map(({ name, date }) => {
            const said = { name, kind: words.historyKinds[date.kind], from: date.previousOn ?? '', to: date.plannedOn }
            return (
              <li key={date.id}>
                {fill(date.previousOn ? words.historyLine : words.historyFirst, said)}
                {date.reason ? ` · ${date.reason}` : ''}
                <span className="soft small block">{reviewWords(date, people, t)}</span>
              </li>
            )
          })}
        </ul>
      </details>
    </Panel>
  )
}
