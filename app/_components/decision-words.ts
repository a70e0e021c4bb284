import type { About } from '../../db/queries/review-queue'
import type { Change, Check, Effect, Value } from '../../domain/decision'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import { monthWords } from '../_lib/locale'

type Texts = Record<string, string>

/** `9月填报`, `里程碑 开工`, `2025 年度计划`, `2025Q3 产出`: what one submission is about. */
export function aboutWords(kind: string, about: About, locale: Locale, t: Messages): string {
  const { reviews, labels } = t
  if (about.update === 'milestone') return fill(reviews.aboutMilestone, { name: about.milestone ?? '' })
  if (about.update === 'completion') return labels.updateKinds.completion
  if (about.period) return fill(reviews.aboutMonth, { month: monthWords(about.period, locale) })
  if (kind === 'funds') return fill(reviews.aboutFunds, { quarter: about.quarter ?? '' })
  if (kind === 'output') return `${about.quarter} · ${about.chain}`
  if (kind === 'milestone-date') return fill(reviews.aboutDates, { count: about.dates ?? 1 })
  return about.year ? fill(reviews.aboutYear, { kind: kindWords(kind, t), year: about.year }) : kindWords(kind, t)
}

export const kindWords = (kind: string, { reviews }: Messages): string => (reviews.kinds as Texts)[kind] ?? kind

/** null = nothing was said: the cell writes “not told” or “—”. */
export function valueWords({ as, value }: Value, locale: Locale, { annual, labels }: Messages): string | null {
  if (value === null) return null
  if (typeof value === 'number') return as === 'wan' ? formatWan(value) : as === 'percent' ? `${value}%` : String(value)
  if (as === 'month') return monthWords(value, locale)
  if (as === 'condition') return (labels.conditionKinds as Texts)[value] ?? value
  if (as === 'construction') return (labels.constructionKinds as Texts)[value] ?? value
  if (as === 'curve') return (annual.shapes as Texts)[value] ?? value
  return value
}

const signed = (value: number, text: string): string => `${value < 0 ? '−' : '+'}${text}`

export function changeWords({ as, value }: Change, { reviews, common }: Messages): string {
  if (as === 'days')
    return value === 0 ? reviews.sameDay : fill(value > 0 ? common.milestoneLate : common.milestoneEarly, { days: Math.abs(value) })
  if (value === 0) return reviews.same
  return signed(value, as === 'wan' ? formatWan(Math.abs(value)) : String(Math.round(Math.abs(value) * 10) / 10))
}

/** Oddities have their sentence in `checks`; everything else in `reviews.checks`. */
export function checkWords({ code, params }: Check, locale: Locale, t: Messages): string {
  const text = (t.reviews.checks as Texts)[code] ?? (t.checks as Texts)[code] ?? code
  const { month } = params
  return fill(text, typeof month === 'string' ? { ...params, month: monthWords(month, locale) } : params)
}

export function effectWords({ code, params }: Effect, t: Messages): string {
  const { labels, reviews } = t
  const names: Texts = {}
  if (code === 'light') {
    names.kind = (labels.lightKinds as Texts)[String(params.kind)] ?? ''
    names.from = (labels.lightLevels as Texts)[String(params.from)] ?? ''
    names.to = (labels.lightLevels as Texts)[String(params.to)] ?? ''
  }
  if (code === 'condition-raised') names.kind = (labels.conditionKinds as Texts)[String(params.kind)] ?? ''
  if (code === 'sector-invested') names.sector = (labels.sectors as Texts)[String(params.sector)] ?? ''
  return fill((reviews.effects as Texts)[code] ?? code, { ...params, ...names })
}
