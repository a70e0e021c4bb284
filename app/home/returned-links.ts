import type { Returned } from '../../db/queries/home-returned'
import { fill, type Locale, type Messages } from '../../domain/messages'
import { monthName } from '../_lib/locale'

/** Where what was sent back is corrected. */
export function returnedLink({ kind, code, update, period, milestone, chainId, organisationId }: Returned): string {
  const work = `/projects/${code}`
  switch (kind) {
    case 'fact-sheet':
      return `${work}/fact-sheet`
    case 'annual-plan':
      return `${work}/annual-plan?year=${period}`
    case 'milestone-date':
      return `${work}/milestones`
    case 'funds':
      return `${work}/funds?quarter=${period}`
    case 'output':
      return `/outputs/new?chain=${chainId}&quarter=${period}&organisation=${organisationId}`
    default:
      break
  }
  if (update === 'milestone') return `${work}/milestone?id=${milestone?.id}`
  return update === 'completion' ? `${work}/completion` : `${work}/update?period=${period}`
}

/** What was sent back, in a few words. */
export function returnedWords({ kind, update, period, milestone }: Returned, locale: Locale, t: Messages): string {
  const words = t.home.kinds
  const what = kind === 'update' ? (update ?? 'monthly') : kind === 'statistics' || kind === 'statistics-investment' ? 'output' : kind
  const month = period && what === 'monthly' ? monthName(period, locale) : (period ?? '')
  return fill(words[what], { month, year: period ?? '', quarter: period ?? '', name: milestone?.name ?? '' })
}
