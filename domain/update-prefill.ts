import type { Day, Month } from './calendar'
import { wanFieldText } from './money'

/** What the form begins with, as typed texts: a draft first, then the try that was returned, then what is approved. */
export type Told = {
  period: Month
  yearToDateYuan: number | null
  step: string | null
  progressText: string | null
  percent: number | null
  quantityDone: number | null
  conditionKind: string | null
  conditionAsk: string | null
  conditionUnitId: number | null
  forecastOn: Day | null
  remark: string | null
  onBehalfSource: string | null
  onBehalfOn: Day | null
  revisionReason: string | null
}
export type Asked = { kind: string; ask: string; askedOfId: number | null }
export type Prefill = {
  today: Day
  /** This month's own last try, or the approved one that is being corrected. */
  tried: Told | null
  before: Told | null
  /** 本年累计 up to the month before; null = unknown, so that only this year's sum can be typed. */
  beforeYuan: number | null
  openCondition: Asked | null
  nextForecastOn: Day | null
}
export type Values = Record<string, string>

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value))

export function prefilled({ tried, before, beforeYuan, openCondition, nextForecastOn, today }: Prefill): Values {
  if (tried) return again(tried, today)
  return {
    investmentBasis: beforeYuan === null ? 'year' : 'month',
    investment: '',
    step: text(before?.step),
    progressText: text(before?.progressText),
    percent: text(before?.percent),
    quantityDone: text(before?.quantityDone),
    conditionKind: text(openCondition?.kind),
    conditionAsk: text(openCondition?.ask),
    conditionUnitId: text(openCondition?.askedOfId),
    forecastOn: stillAhead(nextForecastOn, today),
  }
}

function again(tried: Told, today: Day): Values {
  const { period: _, yearToDateYuan, forecastOn, ...rest } = tried
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, text(value)]))
  return { ...texts, investmentBasis: 'year', investment: wanFieldText(yearToDateYuan), forecastOn: stillAhead(forecastOn, today) }
}

/** A forecast that has passed is no answer any more. */
const stillAhead = (day: Day | null, today: Day): string => (day !== null && day >= today ? day : '')
