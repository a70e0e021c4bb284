import type { Change, Plain } from '../../../domain/event-changes'
import type { Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'

/** Names of codes by the field they stand in. */
function wordsOf(field: string, t: Messages): Record<string, string> | null {
  const { labels } = t
  const tables: Record<string, Record<string, string>> = {
    '': { ...labels.stages, ...labels.differenceStates },
    stage: labels.stages,
    sector: labels.sectors,
    category: labels.categories,
    industryClass: t.registers.industryClasses,
    result: t.registers.results,
    registration: t.funds.states,
    level: { ...labels.projectLevels, ...labels.ratingLevels },
    computed: labels.ratingLevels,
    conflict: labels.visitConflicts,
    settled: t.seen.settle.outcomes,
    figure: labels.seenFigures,
    chainBasis: labels.chainBases,
    basis: labels.chainBases,
    constructionKind: labels.constructionKinds,
    curveShape: t.annual.shapes,
    conditionKind: labels.conditionKinds,
    state: labels.conditionStates,
    kind: { ...labels.conditionKinds, ...labels.updateKinds, ...labels.assignmentKinds },
  }
  return tables[field] ?? null
}

/** A value of an event as a person reads it: money in 万元, codes by their words. */
export function valueWords(field: string, value: Plain | undefined, chains: Record<string, string>, t: Messages): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? t.common.yes : t.common.no
  if (field.endsWith('Yuan') && typeof value === 'number') return `${formatWan(value)} ${t.common.wan}`
  const text = String(value)
  const code = field === 'figure' ? text.replace(/:\d+$/, '') : text
  return (field === 'chainId' || field === 'chain' ? chains[code] : wordsOf(field, t)?.[code]) ?? text
}

export const fieldWords = (field: string, t: Messages): string => (t.project.fields as Record<string, string>)[field] ?? field

export const changeWords = ({ field, before, after }: Change, chains: Record<string, string>, t: Messages): string => {
  const now = valueWords(field, after, chains, t)
  const name = field === 'level' && String(after) in t.labels.ratingLevels ? t.project.siteRating : fieldWords(field, t)
  return `${name}${t.common.colon}${before === undefined ? now : `${valueWords(field, before, chains, t)} → ${now}`}`
}
