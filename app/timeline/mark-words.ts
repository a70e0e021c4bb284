import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { markKind, type TimelineMilestone } from '../../domain/picture/timeline'

/** A milestone in a sentence: where it stands, and its dates. */
export function milestoneWords(milestone: TimelineMilestone, today: Day, { outlook }: Messages): string {
  const { name, baselineOn, forecastOn, metOn } = milestone
  const dates = [
    ...(baselineOn === null ? [] : [fill(outlook.markPlanned, { day: baselineOn })]),
    ...(metOn === null ? [] : [fill(outlook.markMet, { day: metOn })]),
    ...(metOn !== null || forecastOn === null || forecastOn === baselineOn ? [] : [fill(outlook.markForecast, { day: forecastOn })]),
  ]
  const kind = markKind(milestone, today)
  const state = kind === 'met' || kind === 'ahead' ? [] : [outlook.marks[kind]]
  return fill(outlook.timelineMark, { name, words: [...state, ...dates].join(', ') })
}
