import type { Day } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'
import { forecastWords, type MilestoneDates, milestoneLook, originalWords, slipWords } from './milestone-state'

type Props<Milestone extends MilestoneDates> = { milestones: readonly Milestone[]; today: Day; t: Messages }

/** One line from first to last milestone: met, overdue, ahead, without a date; a list from top to bottom on a phone. It is text by itself. */
export function MilestoneLine<Milestone extends MilestoneDates>({ milestones, today, t }: Props<Milestone>) {
  const long = milestones.some(({ name }) => name.length > 6)
  return (
    <ol className={long ? 'milestones milestones-long' : 'milestones'}>
      {milestones.map((milestone) => (
        <Step key={milestone.name} milestone={milestone} today={today} t={t} />
      ))}
    </ol>
  )
}

function Step({ milestone, today, t }: { milestone: MilestoneDates; today: Day; t: Messages }) {
  const look = milestoneLook(milestone, today)
  return (
    <li className={`milestone milestone-${look}`}>
      <span className="milestone-name">{milestone.name}</span>
      <span className="mark" aria-hidden="true" />
      <span className="milestone-day">{milestone.metOn ?? milestone.baselineOn ?? '—'}</span>
      <Line words={slipWords(milestone, today, t)} tone={look === 'overdue' ? 'late' : undefined} />
      <Line words={forecastWords(milestone, t)} tone={forecastIsLate(milestone) ? 'slow' : undefined} />
      {originalWords(milestone, t).map((words) => (
        <Line key={words} words={words} />
      ))}
    </li>
  )
}

const forecastIsLate = ({ forecastOn, baselineOn }: MilestoneDates): boolean => Boolean(forecastOn && baselineOn && forecastOn > baselineOn)

function Line({ words, tone = 'soft' }: { words: string | null; tone?: string | undefined }) {
  return words ? <span className={`milestone-line ${tone}`}>{words}</span> : null
}
