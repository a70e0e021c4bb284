import type { FindingFilter } from '../../../domain/finding-params'
import type { Messages } from '../../../domain/messages'
import { named, told } from '../../_lib/sheet-filter'

/** The register's filter, as its chips say it. */
export function filterWords(filter: FindingFilter, chains: Record<string, string>, t: Messages): string[] {
  const { findings: words, labels } = t
  return [
    ...told(words.filterState, named(words.shows, filter.show ?? 'open'), t),
    ...told(words.filterState, named(labels.findingStates, filter.state), t),
    ...told(words.filterUnit, filter.unit, t),
    ...told(words.filterSeverity, named(labels.findingSeverities, filter.severity), t),
    ...told(words.filterCategory, named(labels.findingCategories, filter.category), t),
    ...told(words.filterSource, named(labels.findingSources, filter.source), t),
    ...told(words.filterChain, named({ ...chains, none: words.noChain }, filter.chain), t),
    ...told(words.filterQuarter, filter.quarter, t),
    ...told(words.filterRound, filter.round, t),
    ...told(t.exports.sheets.work, filter.project, t),
    ...told(words.filterAge, named(words.ages, filter.age), t),
  ]
}
