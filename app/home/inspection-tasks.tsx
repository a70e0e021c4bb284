import type { DifferenceTask as AskedCorrection } from '../../db/queries/differences'
import type { RatingTask as AskedAnswer } from '../../db/queries/ratings'
import type { MaterialRequest } from '../../db/queries/round-materials'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { milestoneIdOf, valueSeen, valueTold } from '../../domain/visit-compare'
import { type FigureLook, figureWords, seenWords } from '../_components/seen-words'
import { dayWords, monthWords } from '../_lib/locale'
import { Step, Task } from './task'

type Dated = { main: boolean; locale: Locale; t: Messages }

const Chinese = ({ children }: { children: string }) => <span lang="zh-CN">{children}</span>

/** What a round wants to see before somebody comes. */
export function MaterialTask({ request, overdueDays, main, locale, t }: Dated & { request: MaterialRequest; overdueDays: number }) {
  const words = t.home
  const { dueOn, visitOn, asked, left } = request
  return (
    <Task
      mark={overdueDays > 0 ? fill(words.overdueBy, { days: overdueDays }) : words.materialMark}
      level={overdueDays > 0 ? 'red' : 'yellow'}
      when={dueOn ? fill(words.dueBy, { day: dayWords(dueOn, locale) }) : undefined}
      title={
        <>
          {fill(words.materialTitle, { round: request.round })} · <Chinese>{request.work}</Chinese>
        </>
      }
      steps={
        <Step href={`/materials/${request.roundWorkId}`} main={main}>
          {words.materialHandIn}
        </Step>
      }
    >
      <p className="soft">
        {fill(words.materialText, { asked, left })} {visitOn ? fill(words.materialVisit, { day: dayWords(visitOn, locale) }) : null}
      </p>
    </Task>
  )
}

/** A rating worse than the lights is answered in words. */
export function RatingTask({ rating, main, locale, t }: Dated & { rating: AskedAnswer }) {
  const words = t.home
  const due = fill(words.answerBy, { day: dayWords(rating.answerDueOn, locale) })
  const late = rating.overdueDays > 0
  return (
    <Task
      mark={late ? fill(words.overdueBy, { days: rating.overdueDays }) : due}
      level={late ? 'red' : 'yellow'}
      when={late ? due : undefined}
      title={
        <>
          {fill(words.ratingTitle, { level: t.labels.ratingLevels[rating.level] })} · <Chinese>{rating.work}</Chinese>
        </>
      }
      steps={
        <Step href={`/ratings/${rating.id}`} main={main}>
          {words.ratingAnswer}
        </Step>
      }
    >
      <p className="soft">{words.ratingText}</p>
    </Task>
  )
}

const lookOf = ({ line, name, unit }: AskedCorrection): FigureLook => ({ figure: line.figure, name, unit })

/** Figures of one month of a work (or one milestone) that the bureau wants corrected after a visit. */
export function CorrectionTask({ figures, main, locale, t }: Dated & { figures: readonly [AskedCorrection, ...AskedCorrection[]] }) {
  const words = t.home
  const [first] = figures
  const names = figures.map((figure) => [figureWords(lookOf(figure), t), lookOf(figure).name].filter(Boolean).join(' '))
  return (
    <Task
      mark={words.differenceMark}
      level="yellow"
      when={dayWords(first.askedOn, locale)}
      title={
        <>
          {fill(words.differenceTitle, { figure: names.join(words.lateSeparator) })} · <Chinese>{first.work}</Chinese>
        </>
      }
      steps={<CorrectionSteps first={first} main={main} locale={locale} t={t} />}
    >
      {figures.map((figure) => (
        <Told key={figure.id} figure={figure} locale={locale} t={t} />
      ))}
    </Task>
  )
}

function Told({ figure, locale, t }: { figure: AskedCorrection; locale: Locale; t: Messages }) {
  const words = t.home
  const say = (value: Parameters<typeof seenWords>[0]) => seenWords(value, lookOf(figure), t) ?? words.unknown
  const unit = figure.line.figure === 'investment' ? ` ${t.common.wan}` : ''
  const day = dayWords(figure.visitedOn, locale)
  return (
    <>
      <p>
        {fill(words.differenceText, { told: `${say(valueTold(figure.line))}${unit}`, day, seen: `${say(valueSeen(figure.line))}${unit}` })}
      </p>
      {figure.reason ? (
        <p className="soft" lang="zh-CN">
          {fill(words.returnedReason, { reason: figure.reason })}
        </p>
      ) : null}
    </>
  )
}

/** A month by its form, a milestone by its own; what neither told is read at the visit. */
function CorrectionSteps({ first: { code, line, month, visitId }, main, locale, t }: Dated & { first: AskedCorrection }) {
  const words = t.home
  const milestone = milestoneIdOf(line.figure)
  const address = milestone === null ? `/projects/${code}/update?period=${month}&revise=1` : `/projects/${code}/milestone?id=${milestone}`
  const correctable = month !== null || milestone !== null
  return (
    <>
      {correctable ? (
        <Step href={address} main={main}>
          {month === null ? t.seen.differences.correct : fill(words.differenceCorrect, { month: monthWords(month, locale) })}
        </Step>
      ) : null}
      <Step href={`/visits/${visitId}`} main={main && !correctable}>
        {words.differenceLook}
      </Step>
    </>
  )
}
