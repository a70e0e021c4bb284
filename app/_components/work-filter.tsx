import type { ListFilter } from '../../domain/list-params'
import type { Messages } from '../../domain/messages'
import { sectors } from '../../domain/plan'
import { stages } from '../../domain/project'
import { ChoiceChip } from './chip'
import { Kbd } from './kbd'

type Named = { id: string; name: string }
type Props = {
  path: string
  filter: ListFilter
  /** Parameters that stay while the filter changes. */
  keep?: Record<string, string | undefined>
  boxes: readonly { id: string; title: string }[]
  chains: readonly Named[]
  t: Messages
}

/** Which works a page is about: a few words and four choices, all in the address. */
export function WorkFilter({ path, filter, keep = {}, boxes, chains, t }: Props) {
  const words = t.projects
  const options = {
    box: boxes.map(({ id, title }) => ({ value: id, text: `${id} ${title}` })),
    sector: sectors.map((value) => ({ value, text: t.labels.sectors[value] })),
    chain: [
      ...chains.map(({ id, name }) => ({ value: id, text: name })),
      { value: 'none', text: words.noChain },
      { value: 'unconfirmed', text: words.unconfirmed },
    ],
    stage: stages.map((value) => ({ value, text: t.labels.stages[value] })),
    owner: [{ value: 'none', text: words.noOwner }],
  }
  const labels = {
    box: words.filterBox,
    sector: words.filterSector,
    chain: words.filterChain,
    stage: words.filterStage,
    owner: words.filterOwner,
  }
  const names = ['box', 'sector', 'chain', 'stage', 'owner'] as const
  return (
    <search className="block">
      <form action={path} className="chips">
        {Object.entries(keep).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
        <span className="box w-full sm:w-52">
          <input
            key={filter.q ?? ''}
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={80}
            placeholder={words.searchHint}
            aria-label={words.searchLabel}
            data-search=""
          />
          <span className="box-aside">
            <Kbd>/</Kbd>
          </span>
        </span>
        {names.map((name) => (
          <ChoiceChip
            key={`${name} ${filter[name] ?? ''}`}
            name={name}
            label={labels[name]}
            value={filter[name] ?? null}
            options={options[name]}
            t={t}
          />
        ))}
        <noscript>
          <button type="submit" className="button">
            {words.apply}
          </button>
        </noscript>
      </form>
    </search>
  )
}
