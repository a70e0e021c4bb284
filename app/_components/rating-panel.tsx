import type { RatingItem } from '../../db/queries/ratings'
import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { Empty } from './empty'
import { Panel } from './panel'
import { RatingBeside } from './rating-beside'

type Props = { ratings: readonly RatingItem[]; today: Day; t: Messages }

/** The rating in force beside the lights; what came before it, with its answers, stays to be read. */
export function RatingPanel({ ratings, today, t }: Props) {
  const words = t.seen.rating
  const inForce = ratings.find(({ current }) => current)
  const earlier = ratings.filter((rating) => rating !== inForce)
  return (
    <Panel
      title={words.title}
      aside={inForce ? <a href={`/ratings/${inForce.id}`}>{inForce.mayAnswer ? words.open : words.see}</a> : null}
      flush={!inForce}
    >
      {inForce ? <RatingBeside rating={inForce} today={today} t={t} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
      {earlier.length > 0 ? (
        <details className="earlier">
          <summary>{fill(words.earlier, { count: earlier.length })}</summary>
          {earlier.map((rating) => (
            <RatingBeside key={rating.id} rating={rating} today={today} t={t} />
          ))}
        </details>
      ) : null}
    </Panel>
  )
}
