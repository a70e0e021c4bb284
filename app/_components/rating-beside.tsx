import type { RatingItem } from '../../db/queries/ratings'
import { type Day, daysBetween } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { LightMark, RatedLight } from './light'
import { personWords, RatingMark } from './seen-marks'

type Props = { rating: RatingItem; today: Day; t: Messages }

/** The supervisor's rating beside the lights of that day, and under both what the owner says to it. */
export function RatingBeside({ rating, today, t }: Props) {
  const words = t.seen.rating
  const by = fill(words.by, { who: personWords(rating.by, t), day: rating.on })
  return (
    <div className="rating-beside">
      <div>
        <div className="soft small">{words.title}</div>
        <RatingMark level={rating.level} t={t} />
        <p lang="zh-CN">{rating.reason}</p>
        <p className="soft small">
          {by} · {rating.bySummary ? words.bySummary : words.byVisit}
        </p>
      </div>
      <div>
        <div className="soft small">{words.beside}</div>
        <ComputedLights rating={rating} t={t} />
      </div>
      <div className="rating-answer">
        <div className="soft small">{words.answer}</div>
        <Answer rating={rating} today={today} t={t} />
      </div>
    </div>
  )
}

function ComputedLights({ rating, t }: Omit<Props, 'today'>) {
  if (rating.computedLights.length === 0) return <p className="soft">{t.seen.rating.noLights}</p>
  return (
    <div className="rating-lights">
      {rating.computedLights.map((light) => (
        <RatedLight key={light.kind} light={light} t={t} />
      ))}
    </div>
  )
}

function Answer({ rating: { answer, answerDueOn, current }, today, t }: Props) {
  const words = t.seen.rating
  if (answer && answerDueOn) {
    const said = fill(words.answered, { who: personWords(answer.by, t), day: answer.on })
    return (
      <>
        <p lang="zh-CN">{answer.words}</p>
        <p className="soft small">
          {said}
          {answer.late ? <span className="late"> · {fill(words.late, { days: daysBetween(answerDueOn, answer.on) })}</span> : null}
        </p>
      </>
    )
  }
  if (answerDueOn === null) return <p className="soft">{words.noAnswerAsked}</p>
  if (!current) return <p className="soft">{words.replaced}</p>
  const overdue = daysBetween(answerDueOn, today)
  if (overdue > 0) return <LightMark level="red">{fill(words.overdue, { days: overdue })}</LightMark>
  return <LightMark level="yellow">{fill(words.waits, { day: answerDueOn })}</LightMark>
}
