import { nextQuarter, type Quarter } from '../../domain/calendar'
import type { FundParams } from '../../domain/fund-params'
import type { Messages } from '../../domain/messages'
import { sectors } from '../../domain/plan'
import { projectLevels } from '../../domain/project'
import { ChoiceChip } from '../_components/chip'

type Props = { params: FundParams & { quarter: Quarter }; first: Quarter; last: Quarter; t: Messages }

/** Which quarter, and of which works; everything stands in the address. */
export function FundFilters({ params: { quarter, sector, level }, first, last, t }: Props) {
  const words = t.funds
  const levels = [
    ...projectLevels.map((value) => ({ value: value as string, text: t.labels.projectLevels[value] })),
    { value: 'none', text: words.levelNone },
  ]
  return (
    <search className="mb-4 block">
      <form action="/funds" className="chips">
        <label className="chip chip-on">
          <span className="sr">{words.quarter}</span>
          <select name="quarter" defaultValue={quarter} data-sends="">
            {quartersDown(first, last).map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <ChoiceChip
          key={`sector ${sector ?? ''}`}
          name="sector"
          label={words.sector}
          value={sector ?? null}
          options={sectors.map((value) => ({ value, text: t.labels.sectors[value] }))}
          t={t}
        />
        <ChoiceChip key={`level ${level ?? ''}`} name="level" label={words.level} value={level ?? null} options={levels} t={t} />
        <noscript>
          <button type="submit" className="button">
            {t.common.choose}
          </button>
        </noscript>
      </form>
    </search>
  )
}

function quartersDown(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = []
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) quarters.unshift(quarter)
  return quarters
}
