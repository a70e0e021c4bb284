import type { FindingChoices } from '../../db/queries/finding-choices'
import type { FindingCounts } from '../../db/queries/finding-list'
import { addressQuery } from '../../domain/address'
import { findingCategories, findingSeverities, findingSources } from '../../domain/finding'
import { type FindingFilter, findingAges, findingShows } from '../../domain/finding-params'
import { findingStates } from '../../domain/finding-workflow'
import { fill, type Messages } from '../../domain/messages'
import { Chip, ChoiceChip } from '../_components/chip'

/** On a phone one row that is pushed sideways, so that the list begins on the first screen. */
const strip = 'chips *:shrink-0 min-[900px]:contents max-[899px]:w-full max-[899px]:flex-nowrap max-[899px]:overflow-x-auto'

type Named = { id: string; name: string }
type Props = { filter: FindingFilter; choices: FindingChoices; counts: FindingCounts; chains: readonly Named[]; t: Messages }

/** The groups as chips with counts, the rest as choices; all of it stands in the address. */
export function Filters({ filter, choices, counts, chains, t }: Props) {
  const words = t.findings
  const show = filter.show ?? 'open'
  const { show: _show, ...rest } = filter
  const to = (change: Record<string, string | null>) => `/findings${addressQuery({ ...filter, ...change })}`
  const isFiltered = Object.values(rest).some((value) => value !== undefined)
  return (
    <search className="mb-4 block">
      <form action="/findings" className="chips">
        {findingShows.map((name) => (
          <a
            key={name}
            href={to({ show: name === 'open' ? null : name, state: null })}
            className={show === name ? 'chip chip-on' : 'chip'}
            aria-current={show === name}
          >
            {words.shows[name]} {counts[name]}
          </a>
        ))}
        {show === 'open' ? null : <input type="hidden" name="show" value={show} />}
        <div className={strip}>
          <Choices filter={filter} choices={choices} chains={chains} t={t} />
        </div>
        {filter.project ? (
          <>
            <input type="hidden" name="project" value={filter.project} />
            <Chip href={to({ project: null })} on t={t}>
              {fill(words.ofWork, { code: filter.project })}
            </Chip>
          </>
        ) : null}
        {isFiltered ? <a href={`/findings${addressQuery({ show: filter.show })}`}>{words.clear}</a> : null}
        <noscript>
          <button type="submit" className="button">
            {words.apply}
          </button>
        </noscript>
      </form>
    </search>
  )
}

function Choices({ filter, choices, chains, t }: Omit<Props, 'counts'>) {
  return (
    <>
      {choicesOf({ choices, chains, t }).map(({ name, label, options }) => (
        <ChoiceChip key={`${name} ${filter[name] ?? ''}`} name={name} label={label} value={filter[name] ?? null} options={options} t={t} />
      ))}
    </>
  )
}

type ChoiceName = Exclude<keyof FindingFilter, 'show' | 'project'>
type Choice = { name: ChoiceName; label: string; options: { value: string; text: string }[] }

function choicesOf({ choices, chains, t }: Pick<Props, 'choices' | 'chains' | 't'>): Choice[] {
  const { findings: words, labels } = t
  const coded = <C extends string>(codes: readonly C[], texts: Record<C, string>) => codes.map((value) => ({ value, text: texts[value] }))
  const all: Choice[] = [
    { name: 'unit', label: words.filterUnit, options: choices.units.map(({ id, name }) => ({ value: String(id), text: name })) },
    { name: 'severity', label: words.filterSeverity, options: coded(findingSeverities, labels.findingSeverities) },
    { name: 'category', label: words.filterCategory, options: coded(findingCategories, labels.findingCategories) },
    { name: 'age', label: words.filterAge, options: coded(findingAges, words.ages) },
    {
      name: 'chain',
      label: words.filterChain,
      options: [...chains.map(({ id, name }) => ({ value: id, text: name })), { value: 'none', text: words.noChain }],
    },
    { name: 'quarter', label: words.filterQuarter, options: choices.quarters.map((value) => ({ value, text: value })) },
    { name: 'round', label: words.filterRound, options: choices.rounds.map(({ id, title }) => ({ value: String(id), text: title })) },
    { name: 'source', label: words.filterSource, options: coded(findingSources, labels.findingSources) },
    { name: 'state', label: words.filterState, options: coded(findingStates, labels.findingStates) },
  ]
  return all.filter(({ options }) => options.length > 0)
}
