import type { ListFacets } from '../../db/queries/project-facets'
import { everyPeriod, type ListFilter } from '../../domain/list-params'
import { fill, type Messages } from '../../domain/messages'

/** “乡镇：吴集镇”; nothing where the filter does not ask. */
export const told = (head: string, value: string | null | undefined, t: Messages): string[] =>
  value === null || value === undefined || value === '' ? [] : [`${head}${t.common.colon}${value}`]

export const named = (names: Record<string, string>, code: string | null | undefined): string | null =>
  code === null || code === undefined ? null : (names[code] ?? code)

type Names = {
  chains: Record<string, string>
  owners?: ListFacets['owner']
  /** None while there is one: then it is not said. */
  periods?: readonly { id: string; name: string }[] | undefined
}

/** The library's filter in words, as its chips say it. */
export function worksFilter(filter: ListFilter, { chains, owners = [], periods }: Names, t: Messages): string[] {
  const { projects: words, labels } = t
  const chainNames = { ...chains, none: words.noChain, unconfirmed: words.unconfirmed }
  const owner = filter.owner === 'none' ? words.noOwner : owners.find(({ value }) => value === filter.owner)?.name
  const period = filter.period === everyPeriod ? words.everyPeriod : periods?.find(({ id }) => id === filter.period)?.name
  const said: [string, string | null | undefined][] = [
    [words.filterPeriod, periods && (period ?? filter.period)],
    [words.filterBox, filter.box],
    [words.filterSector, named(labels.sectors, filter.sector)],
    [words.filterClass, filter.class],
    [words.filterChain, named(chainNames, filter.chain)],
    [words.filterTown, filter.town],
    [words.filterOwner, owner ?? filter.owner],
    [words.filterStage, named(labels.stages, filter.stage)],
    [words.filterCategory, named(labels.categories, filter.category)],
    [t.registers.filterLevel, named(labels.projectLevels, filter.level)],
    [t.registers.filterIndustryClass, named(t.registers.industryClasses, filter.industryClass)],
    [t.registers.filterLeader, filter.leader],
    [words.filterLight, named(labels.lightLevels, filter.light)],
    [words.filterReport, filter.report === 'none' ? words.noReport : named(labels.reportStates, filter.report)],
  ]
  const search = filter.q ? [fill(words.filterSearch, { words: filter.q })] : []
  return [...search, ...said.flatMap(([head, value]) => told(head, value, t))]
}
