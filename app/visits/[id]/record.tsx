import type { VisitView } from '../../../db/queries/visit'
import { fill, type Messages } from '../../../domain/messages'
import { personWords, RatingMark } from '../../_components/seen-marks'
import { minuteWords } from '../../_lib/instant'

type Props = { view: VisitView; t: Messages }

/** Who was there, when, with whom, and what they wrote and think of it. */
export function Record({ view, t }: Props) {
  const words = t.seen.visit
  const { position, startedAt, endedAt } = view
  const from = minuteWords(startedAt)
  return (
    <dl className="record-facts">
      <dt>{words.rating}</dt>
      <dd>
        <OwnRating view={view} t={t} />
      </dd>
      <dt>{words.words}</dt>
      <dd>{view.words ? <p lang="zh-CN">{view.words}</p> : <span className="soft">{words.wordsNone}</span>}</dd>
      <dt>{words.inspector}</dt>
      <dd lang="zh-CN">{personWords(view.inspector, t)}</dd>
      <dt>{words.present}</dt>
      <dd>
        {view.present.length > 0 ? <span lang="zh-CN">{view.present.join('、')}</span> : <span className="soft">{words.presentNone}</span>}
      </dd>
      <dt>{words.times}</dt>
      <dd>{endedAt === null ? fill(words.notHandedIn, { from }) : fill(words.span, { from, to: minuteWords(endedAt) })}</dd>
      <dt>{words.received}</dt>
      <dd>{minuteWords(view.receivedAt)}</dd>
      {position ? (
        <>
          <dt>{words.position}</dt>
          <dd>{fill(words.positionText, position)}</dd>
        </>
      ) : null}
    </dl>
  )
}

function OwnRating({ view: { rating }, t }: Props) {
  if (rating === null) return <span className="soft">{t.seen.visit.ratingNone}</span>
  return (
    <>
      <RatingMark level={rating.level} t={t} />
      {rating.reason ? <p lang="zh-CN">{rating.reason}</p> : null}
    </>
  )
}
