import type { Messages } from '../../../domain/messages'
import { registerResults } from '../../../domain/registers'
import type { BidParams } from '../../../domain/registers-params'
import { ChoiceChip } from '../../_components/chip'
import type { Option } from '../../_components/form'

type Props = { filter: Omit<BidParams, 'page'>; bids: readonly Option[]; t: Messages }

export function BidFilters({ filter, bids, t }: Props) {
  const words = t.registers
  const results = registerResults.map((value) => ({ value, text: words.results[value] }))
  return (
    <search className="block">
      <form action="/registers/bids" className="chips">
        <ChoiceChip name="bid" label={words.bid} value={filter.bid} options={bids} t={t} />
        <ChoiceChip name="result" label={words.result} value={filter.result} options={results} t={t} />
        {filter.bid || filter.result ? <a href="/registers/bids">{t.projects.clear}</a> : null}
        <noscript>
          <button type="submit" className="button">
            {t.common.filter}
          </button>
        </noscript>
      </form>
    </search>
  )
}
