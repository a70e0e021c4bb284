import { addressQuery } from '../../domain/address'
import { applicationLevels } from '../../domain/list-application'
import { fill, type Messages } from '../../domain/messages'
import { registerResults } from '../../domain/registers'
import type { ApplicationParams } from '../../domain/registers-params'
import { Chip, ChoiceChip } from '../_components/chip'

type Props = { filter: Omit<ApplicationParams, 'page'>; years: readonly number[]; t: Messages }

/** Level, year and result; all of it stands in the address. */
export function ApplicationFilters({ filter, years, t }: Props) {
  const words = t.registers
  const named = <T extends string>(values: readonly T[], names: Record<T, string>) => values.map((value) => ({ value, text: names[value] }))
  const yearOptions = years.map((year) => ({ value: String(year), text: fill(words.yearOf, { year }) }))
  return (
    <search className="block">
      <form action="/registers" className="chips">
        <ChoiceChip name="level" label={words.level} value={filter.level} options={named(applicationLevels, words.levels)} t={t} />
        <ChoiceChip name="year" label={words.year} value={filter.year ? String(filter.year) : null} options={yearOptions} t={t} />
        <ChoiceChip name="result" label={words.result} value={filter.result} options={named(registerResults, words.results)} t={t} />
        {filter.project ? (
          <>
            <input type="hidden" name="project" value={filter.project} />
            <Chip href={`/registers${addressQuery({ ...filter, project: null })}`} on t={t}>
              {fill(words.ofWork, { code: filter.project })}
            </Chip>
          </>
        ) : null}
        {Object.values(filter).some((value) => value !== undefined) ? <a href="/registers">{t.projects.clear}</a> : null}
        <noscript>
          <button type="submit" className="button">
            {t.common.filter}
          </button>
        </noscript>
      </form>
    </search>
  )
}
