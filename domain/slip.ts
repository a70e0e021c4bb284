import { type Day, daysBetween } from './calendar'

/** An unmet milestone: its first date, the date in force, and the last approved word on when it will be met. */
export type SlipDates = { originalOn: Day | null; baselineOn: Day; forecastOn: Day | null }

/** `forecast` = somebody said until when; `open` = the date is past and nobody did: it is late by at least as much. */
export type Slip = { endOn: Day; days: number; fromOriginal: number | null; basis: 'forecast' | 'open' }

/** How far an unmet milestone slips from the date in force on a day; null = nothing says that it does. A forecast that is past says nothing more. */
export function slipOf({ originalOn, baselineOn, forecastOn }: SlipDates, today: Day): Slip | null {
  const told = forecastOn !== null && forecastOn >= today
  const endOn = told ? forecastOn : today
  const days = daysBetween(baselineOn, endOn)
  if (days <= 0) return null
  const fromOriginal = originalOn === null || originalOn === baselineOn ? null : daysBetween(originalOn, endOn)
  return { endOn, days, fromOriginal, basis: told ? 'forecast' : 'open' }
}
