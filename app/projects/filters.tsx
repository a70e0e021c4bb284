import type { Facet, ListFacets, NamedFacet } from '../../db/queries/project-facets'
import { everyPeriod, filterNames, type ListParams, listQuery } from '../../domain/list-params'
import { fill, type Messages } from '../../domain/messages'
import { Chip, ChoiceChip } from '../_components/chip'
import { FilterSelect } from '../_components/filter-select'
import { Kbd } from '../_components/kbd'

/** `period` = the one whose library is shown when none is asked for. */
type Props = { path: string; params: ListParams; facets: ListFacets; period?: string | undefined; t: Messages }
type Option = { value: string; text: string }

/** On a phone one row that is pushed sideways, so that the list begins on the first screen. */
const strip = 'chips *:shrink-0 min-[900px]:contents max-[899px]:w-full max-[899px]:flex-nowrap max-[899px]:overflow-x-auto'
const hidden = ['sector', 'class', 'owner', 'light', 'report', 'category', 'level', 'industryClass', 'leader'] as const

/** Asked so often that they are chips of their own. */
const quick = [
  { name: 'light', value: 'red', word: 'redLights' },
  { name: 'report', value: 'missing', word: 'missing' },
  { name: 'owner', value: 'none', word: 'noOwner' },
  { name: 'chain', value: 'unconfirmed', word: 'unconfirmed' },
] as const
const isQuick = (name: string, value: string | undefined): boolean => quick.some((chip) => chip.name === name && chip.value === value)

/** Search, filters with many values, and the questions asked most as chips with counts; everything stands in the address. */
export function Filters({ path, params, facets, period, t }: Props) {
  const words = t.projects
  const choices = optionsOf(facets, t)
  const choice = (name: keyof typeof choices, label: string) => (
    <ChoiceChip key={`${name} ${params[name] ?? ''}`} name={name} label={label} value={params[name]} options={choices[name]} t={t} />
  )
  return (
    <search className="mb-4 block">
      <form action={path} className="chips">
        <SearchBox q={params.q} t={t} />
        <div className={strip}>
          {facets.period.length > 1 ? <PeriodChip facets={facets} asked={params.period} current={period} t={t} /> : null}
          {choice('box', words.filterBox)}
          {choice('chain', words.filterChain)}
          {choice('stage', words.filterStage)}
          {choice('town', words.filterTown)}
          <QuickChips path={path} params={params} facets={facets} t={t} />
        </div>
        {params.sort ? <input type="hidden" name="sort" value={params.sort} /> : null}
        <details className="open:basis-full" open={hidden.some((name) => params[name] && !isQuick(name, params[name])) || undefined}>
          <summary className="chip">{words.more}</summary>
          <div className="chips mt-2">
            {choice('sector', words.filterSector)}
            {choices.class.length > 0 ? choice('class', words.filterClass) : null}
            {choice('owner', words.filterOwner)}
            {choice('light', words.filterLight)}
            {choice('report', words.filterReport)}
            {choice('category', words.filterCategory)}
            {choices.level.length > 0 ? choice('level', t.registers.filterLevel) : null}
            {choices.industryClass.length > 0 ? choice('industryClass', t.registers.filterIndustryClass) : null}
            {choices.leader.length > 0 ? choice('leader', t.registers.filterLeader) : null}
          </div>
        </details>
        {filterNames.some((name) => params[name]) ? <a href={path}>{words.clear}</a> : null}
        <noscript>
          <button type="submit" className="button">
            {words.apply}
          </button>
        </noscript>
      </form>
    </search>
  )
}

function SearchBox({ q, t }: { q: string | undefined; t: Messages }) {
  return (
    <span className="box w-full sm:w-60">
      <input
        key={q ?? ''}
        type="search"
        name="q"
        defaultValue={q}
        maxLength={80}
        placeholder={t.projects.searchHint}
        aria-label={t.projects.searchLabel}
        data-search=""
      />
      <span className="box-aside">
        <Kbd>/</Kbd>
      </span>
    </span>
  )
}

type PeriodProps = { facets: ListFacets; asked: string | undefined; current: string | undefined; t: Messages }

/** Which period's library; nothing chosen is the one that began last. */
function PeriodChip({ facets: { period }, asked, current, t }: PeriodProps) {
  const now = period.find(({ value }) => value === current)
  const others = period.filter(({ value }) => value !== current).map(({ value, name, rows }) => option(name, value, rows, t))
  return (
    <FilterSelect
      key={asked ?? ''}
      name="period"
      label={t.projects.filterPeriod}
      all={now ? fill(t.projects.option, { name: now.name, rows: now.rows }) : t.projects.filterPeriod}
      value={asked === current ? undefined : asked}
      options={[...others, { value: everyPeriod, text: t.projects.everyPeriod }]}
    />
  )
}

function QuickChips({ path, params, facets, t }: Props) {
  const rowsOf = (list: readonly Facet[], value: string) => list.find((facet) => facet.value === value)?.rows ?? 0
  const rows = {
    light: rowsOf(facets.light, 'red'),
    report: rowsOf(facets.report, 'missing'),
    owner: facets.noOwner,
    chain: facets.unconfirmed,
  }
  return quick.map(({ name, value, word }) => {
    const on = params[name] === value
    return (
      <Chip key={name} href={path + listQuery(params, { [name]: on ? null : value })} on={on} count={rows[name]} t={t}>
        {t.projects[word]}
      </Chip>
    )
  })
}

function optionsOf(facets: ListFacets, t: Messages) {
  const words = t.projects
  const { labels } = t
  const named = (list: readonly NamedFacet[]): Option[] => list.map(({ name, value, rows }) => option(name, value, rows, t))
  const plain = (list: readonly Facet[]): Option[] => list.map(({ value, rows }) => option(value, value, rows, t))
  const labelled = (list: readonly Facet[], names: Record<string, string>): Option[] =>
    Object.entries(names).flatMap(([code, name]) =>
      list.filter(({ value }) => value === code).map(({ rows }) => option(name, code, rows, t)),
    )
  return {
    box: named(facets.box),
    chain: [
      ...named(facets.chain),
      { value: 'none', text: words.noChain },
      option(words.unconfirmed, 'unconfirmed', facets.unconfirmed, t),
    ],
    stage: labelled(facets.stage, labels.stages),
    town: plain(facets.town),
    sector: labelled(facets.sector, labels.sectors),
    class: plain(facets.class),
    owner: [option(words.noOwner, 'none', facets.noOwner, t), ...named(facets.owner)],
    light: labelled(facets.light, labels.lightLevels),
    report: [...labelled(facets.report, labels.reportStates), option(words.noReport, 'none', facets.noReport, t)],
    category: labelled(facets.category, labels.categories),
    level: labelled(facets.level, labels.projectLevels),
    industryClass: labelled(facets.industryClass, t.registers.industryClasses),
    leader: plain(facets.leader),
  }
}

const option = (name: string, value: string, rows: number, t: Messages): Option => ({
  value,
  text: fill(t.projects.option, { name, rows }),
})
