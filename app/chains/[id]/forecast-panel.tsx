import type { ChainForecast } from '../../../db/queries/forecast'
import type { ChainGap } from '../../../domain/forecast-chain'
import { fill, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { Panel } from '../../_components/panel'

/** What the chain will lack of its target: a range, of how many enterprises. Nothing without a target. */
export function ChainForecastPanel({ forecast: { gap }, t }: { forecast: ChainForecast; t: Messages }) {
  if (gap.state === 'no-target' || gap.state === 'no-output') return null
  const words = t.rules.forecast
  return (
    <Panel id="gap" title={words.gap} note={fill(words.coverage, { known: gap.known, all: gap.all })}>
      <p>
        <strong>{gapWords(gap, t)}</strong>
      </p>
      {gap.bound ? <p className="soft small">{words.lowerBound}</p> : null}
    </Panel>
  )
}

function gapWords(gap: Exclude<ChainGap, { state: 'no-target' | 'no-output' }>, t: Messages): string {
  const words = t.rules.forecast
  if (gap.state === 'told') return between(gap.gapYuan, gap.gapYuan, t)
  if (gap.state === 'range') return between(gap.leastYuan, gap.mostYuan, t)
  const few = fill(words.gapNotEnough, { points: gap.points, needed: gap.needed })
  return gap.gapNowYuan > 0 ? `${fill(words.gapNow, { gap: formatYi(gap.gapNowYuan) })} · ${few}` : few
}

function between(least: number, most: number, t: Messages): string {
  const words = t.rules.forecast
  if (least >= 0) return fill(words.gapRange, { low: formatYi(least), high: formatYi(most) })
  if (most <= 0) return fill(words.gapMet, { low: formatYi(-most), high: formatYi(-least) })
  return fill(words.gapBetween, { gap: formatYi(most), over: formatYi(-least) })
}
