import { addressQuery } from '../../domain/address'
import { type AnnualParams, planShows } from '../../domain/annual-plan-params'
import type { YearCounts } from '../../domain/annual-plan-totals'
import type { Messages } from '../../domain/messages'
import { sectors } from '../../domain/plan'
import { projectLevels } from '../../domain/project'
import { Chip, ChoiceChip } from '../_components/chip'
import { Kbd } from '../_components/kbd'

type Props = {
  asked: Omit<AnnualParams, 'page'> & { year: number }
  counts: YearCounts
  towns: readonly string[]
  chains: readonly { id: string; name: string }[]
  t: Messages
}

/** Which works of the year: search, level, sector, chain, town, and what they have for a plan; all in the address. */
export function YearFilter({ asked, counts, towns, chains, t }: Props) {
  const words = t.annual
  const { show, ...kept } = asked
  const options = {
    level: [...projectLevels.map((value) => ({ value, text: t.labels.projectLevels[value] })), { value: 'none', text: words.levelNone }],
    sector: sectors.map((value) => ({ value, text: t.labels.sectors[value] })),
    chain: chains.map(({ id, name }) => ({ value: id, text: name })),
    town: towns.map((value) => ({ value, text: value })),
  }
  const labels = { level: words.levelShort, sector: t.projects.filterSector, chain: t.projects.filterChain, town: t.projects.filterTown }
  return (
    <search className="block no-print">
      <form action="/annual" className="chips">
        <input type="hidden" name="year" value={asked.year} />
        {show ? <input type="hidden" name="show" value={show} /> : null}
        <span className="box w-full sm:w-52">
          <input
            key={asked.q ?? ''}
            type="search"
            name="q"
            defaultValue={asked.q}
            maxLength={80}
            placeholder={t.projects.searchHint}
            aria-label={t.projects.searchLabel}
            data-search=""
          />
          <span className="box-aside">
            <Kbd>/</Kbd>
          </span>
        </span>
        {(['level', 'sector', 'chain', 'town'] as const).map((name) => (
          <ChoiceChip
            key={`${name} ${asked[name] ?? ''}`}
            name={name}
            label={labels[name]}
            value={asked[name] ?? null}
            options={options[name]}
            t={t}
          />
        ))}
        {planShows.map((value) => (
          <Chip
            key={value}
            href={`/annual${addressQuery({ ...kept, show: show === value ? null : value })}`}
            on={show === value}
            count={counts[value]}
            t={t}
          >
            {words.shows[value]}
          </Chip>
        ))}
        <noscript>
          <button type="submit" className="button">
            {t.projects.apply}
          </button>
        </noscript>
      </form>
    </search>
  )
}
