import { fill, type Messages } from '../../domain/messages'
import { formatYi, type Total } from '../../domain/money'
import { Unknown } from './money'

type Props = {
  total: Total
  /** True where the sum is a lower bound although every work has a figure. */
  partial?: boolean
  t: Messages
}

/** One layer of investment in 亿元 over how many works know theirs; nothing known is “—”, never 0. */
export function LayerYi({ total, partial = false, t }: Props) {
  const all = total.known + total.unknown
  const counts = { known: total.known, all }
  if (all === 0) return <Unknown why={t.chains.noWorksYet} />
  if (total.yuan === null) return <Unknown why={fill(t.chains.noneKnown, counts)} />
  const text = formatYi(total.yuan)
  return (
    <>
      {total.unknown > 0 || partial ? <abbr title={fill(t.common.atLeast, { figure: text })}>≥ </abbr> : null}
      {text}
      <small className="coverage block">{fill(t.chains.ofWorks, counts)}</small>
    </>
  )
}
