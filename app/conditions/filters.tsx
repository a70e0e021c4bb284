import type { ConditionCounts } from '../../db/queries/conditions'
import { addressQuery } from '../../domain/address'
import { conditionKinds } from '../../domain/condition'
import { type ConditionFilter, conditionLevels, conditionShows } from '../../domain/condition-params'
import { fill, type Messages } from '../../domain/messages'
import { Chip, ChoiceChip } from '../_components/chip'

type Props = { filter: ConditionFilter; counts: ConditionCounts; units: readonly { id: number; name: string }[]; t: Messages }

/** The groups and levels with counts, the rest as choices; all of it stands in the address. */
export function Filters({ filter, counts, units, t }: Props) {
  const words = t.desk
  const { show = 'open' } = filter
  const to = (change: Record<string, string | null>) => `/conditions${addressQuery({ ...filter, ...change })}`
  return (
    <search className="mb-4 block">
      <form action="/conditions" className="chips">
        {conditionShows.map((name) => (
          <a
            key={name}
            href={to({ show: name === 'open' ? null : name })}
            className={show === name ? 'chip chip-on' : 'chip'}
            aria-current={show === name}
          >
            {words.shows[name]} {counts[name]}
          </a>
        ))}
        {show === 'open' ? null : <input type="hidden" name="show" value={show} />}
        {conditionLevels.map((level) => (
          <Chip
            key={level}
            href={to({ level: filter.level === level ? null : level })}
            on={filter.level === level}
            count={counts.levels[level] ?? 0}
            t={t}
          >
            {words.levels[level] ?? level}
          </Chip>
        ))}
        {filter.level ? <input type="hidden" name="level" value={filter.level} /> : null}
        <Choices filter={filter} units={units} t={t} />
        {filter.project ? (
          <>
            <input type="hidden" name="project" value={filter.project} />
            <Chip href={to({ project: null })} on t={t}>
              {fill(t.facts.conditions.ofWork, { code: filter.project })}
            </Chip>
          </>
        ) : null}
        <noscript>
          <button type="submit" className="button">
            {words.filterApply}
          </button>
        </noscript>
      </form>
    </search>
  )
}

function Choices({ filter, units, t }: Omit<Props, 'counts'>) {
  const words = t.desk
  const kinds = conditionKinds.map((value) => ({ value, text: t.labels.conditionKinds[value] }))
  const unitOptions = [...units.map(({ id, name }) => ({ value: String(id), text: name })), { value: 'none', text: words.filterNoUnit }]
  return (
    <>
      <ChoiceChip key={`kind ${filter.kind}`} name="kind" label={words.filterKind} value={filter.kind ?? null} options={kinds} t={t} />
      <ChoiceChip
        key={`unit ${filter.unit}`}
        name="unit"
        label={words.filterUnit}
        value={filter.unit ?? null}
        options={unitOptions}
        t={t}
      />
    </>
  )
}
