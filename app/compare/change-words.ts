import type { ComparedGroup } from '../../db/queries/compare-sums'
import type { Reason } from '../../db/queries/compare-why'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import { type Change, type ComparedMeasure, comparedMeasures } from '../../domain/period-compare'
import { minuteWords } from '../_lib/instant'

export type Chains = readonly { id: string; name: string }[]

export const isMeasure = (field: Change['field']): field is ComparedMeasure => (comparedMeasures as readonly string[]).includes(field)

/** `阶段：前期 → 在建`. */
export function changeWords(change: Change, chains: Chains, t: Messages): string {
  const { field, from, to } = change
  const name = isMeasure(field) ? `${t.months.measures[field]}（${t.common.wan}）` : t.months.facts[field]
  const of = (value: Change['from']) => valueWords(field, value, chains, t)
  const difference =
    isMeasure(field) && typeof from === 'number' && typeof to === 'number' ? `（${to > from ? '+' : ''}${formatWan(to - from)}）` : ''
  return `${name}${t.common.colon}${of(from)} → ${of(to)}${difference}`
}

function valueWords(field: Change['field'], value: Change['from'], chains: Chains, t: Messages): string {
  if (value === null) return '—'
  if (isMeasure(field)) return formatWan(Number(value))
  const labels: Partial<Record<Change['field'], Record<string, string>>> = {
    stage: t.labels.stages,
    sector: t.labels.sectors,
    lightLevel: t.labels.lightLevels,
    reportState: t.labels.reportStates,
  }
  if (field === 'chainId') return chains.find(({ id }) => id === value)?.name ?? String(value)
  return labels[field]?.[String(value)] ?? String(value)
}

/** The record that explains a change. */
export const reasonWords = (reason: Reason, t: Messages): string =>
  reason.kind === 'month' ? fill(t.months.whyMonth, { month: reason.month }) : `${t.audit.actions[reason.action]} ${minuteWords(reason.at)}`

export function groupName(group: ComparedGroup, key: string, chains: Chains, t: Messages): string {
  if (key === '') return t.months.noKey[group]
  return group === 'chain' ? (chains.find(({ id }) => id === key)?.name ?? key) : ((t.labels.sectors as Record<string, string>)[key] ?? key)
}
