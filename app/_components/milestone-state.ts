import { type Day, daysBetween } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'

export type MilestoneDates = {
  name: string
  originalOn: Day | null
  baselineOn: Day | null
  forecastOn: Day | null
  metOn: Day | null
}

export type MilestoneLook = 'met' | 'overdue' | 'ahead' | 'undated'

/** What a milestone looks like on a day, and what is said under it; slip stands against the current and the original baseline. */
export function milestoneLook(milestone: MilestoneDates, today: Day): MilestoneLook {
  if (milestone.metOn) return 'met'
  if (!milestone.baselineOn) return 'undated'
  return milestone.baselineOn < today ? 'overdue' : 'ahead'
}

export function slipWords(milestone: MilestoneDates, today: Day, { common }: Messages): string | null {
  const { baselineOn, metOn } = milestone
  if (!baselineOn) return metOn ? common.milestoneMet : common.milestoneNoDate
  if (!metOn) return baselineOn < today ? fill(common.milestoneOverdue, { days: daysBetween(baselineOn, today) }) : null
  const days = daysBetween(baselineOn, metOn)
  if (days === 0) return common.milestoneOnTime
  return days > 0 ? fill(common.milestoneLate, { days }) : fill(common.milestoneEarly, { days: -days })
}

/** Said only where the baseline has moved: the first date, and how far the end is from it. */
export function originalWords(milestone: MilestoneDates, { common }: Messages): string[] {
  const { originalOn, baselineOn, metOn, forecastOn } = milestone
  if (!originalOn || originalOn === baselineOn) return []
  const end = metOn ?? forecastOn ?? baselineOn
  const days = end ? daysBetween(originalOn, end) : 0
  const first = fill(common.milestoneOriginal, { day: originalOn })
  return days > 0 ? [first, fill(common.milestoneSlipOriginal, { days })] : [first]
}

export function forecastWords({ forecastOn, baselineOn, metOn }: MilestoneDates, { common }: Messages): string | null {
  return forecastOn && !metOn && forecastOn !== baselineOn ? fill(common.milestoneForecast, { day: forecastOn }) : null
}
