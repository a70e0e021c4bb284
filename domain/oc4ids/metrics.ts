import { type Day, type Instant, lastDay, type Month } from '../calendar'
import type { OcFacts } from './facts'
import type { OcProject } from './shape'

type Metric = NonNullable<OcProject['metrics']>[number]

export const moneyOf = (yuan: number) => ({ amount: yuan, currency: 'CNY' as const })
/** A county day as OC4IDS wants it: the instant at which it begins in Shanghai. */
export const dayStart = (day: Day): Instant => `${day}T00:00:00+08:00`
const until = (month: Month) => ({ endDate: dayStart(lastDay(month)) })

/** Approved figures only: the year's plans as forecasts, investment done and percentage as metrics. */
export function metricsOf(facts: OcFacts): { forecasts: Metric[]; metrics: Metric[] } {
  const { plans } = facts
  const planned = plans.map(({ year, yuan }) => ({ id: String(year), period: wholeYear(year), value: moneyOf(yuan) }))
  return {
    forecasts: planned.length > 0 ? [{ id: 'financialProgress', title: '年度计划投资（审定）', observations: planned }] : [],
    metrics: [...invested(facts), ...physical(facts)],
  }
}

const wholeYear = (year: number) => ({ startDate: dayStart(`${year}-01-01`), endDate: dayStart(`${year}-12-31`) })

/** A partial sum says that it is one. */
function invested({ invested: sum }: OcFacts): Metric[] {
  if (sum === null) return []
  const observation = {
    id: sum.month ?? 'total',
    ...(sum.month ? { period: until(sum.month) } : {}),
    value: moneyOf(sum.yuan),
    ...(sum.partial ? { notes: '下限：以前年度或部分月份不详，实际不少于此数。 A lower bound: some earlier months are not known.' } : {}),
  }
  return [{ id: 'financialProgress', title: '累计完成投资（审定）', observations: [observation] }]
}

function physical({ percent }: OcFacts): Metric[] {
  if (percent === null) return []
  const unit = { name: '%', scheme: 'UNCEFACT', id: 'P1' }
  const observation = { id: percent.month, period: until(percent.month), measure: percent.value, unit }
  return [{ id: 'physicalProgress', title: '形象进度（审定）', observations: [observation] }]
}
