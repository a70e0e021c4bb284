import { fill, type Messages } from '../../domain/messages'
import { formatWan, formatYi, type Total } from '../../domain/money'

type Format = (yuan: number | null) => string

/** 万元 without the unit, which stands in the head; unknown is “—” and says why. A known figure is plain text: lists stay light. */
export const Wan = ({ yuan, why }: { yuan: number | null; why: string }) => figure(yuan, why, formatWan)

/** 亿元, two decimals. */
export const Yi = ({ yuan, why }: { yuan: number | null; why: string }) => figure(yuan, why, formatYi)

function figure(yuan: number | null, why: string, format: Format) {
  return yuan === null ? <Unknown why={why} /> : format(yuan)
}

/** “—”, never 0: the reason on hover and for a screen reader. */
export function Unknown({ why }: { why: string }) {
  return (
    <span className="unknown" role="img" title={why}>
      —
    </span>
  )
}

type TotalProps = { total: Total; t: Messages; coverage?: boolean }

export const WanTotal = (props: TotalProps) => sum(props, formatWan)
export const YiTotal = (props: TotalProps) => sum(props, formatYi)

/** A sum beside how much of it is known: `≥ 14.83 4/12 项已知`. */
function sum({ total, t, coverage = true }: TotalProps, format: Format) {
  const all = total.known + total.unknown
  const counts = { known: total.known, all }
  if (total.yuan === null) return <Unknown why={fill(t.common.nothingKnown, counts)} />
  const text = format(total.yuan)
  return (
    <>
      {total.unknown > 0 ? <abbr title={fill(t.common.atLeast, { figure: text })}>≥ </abbr> : null}
      {text}
      {coverage ? <span className="coverage"> {fill(t.common.coverage, counts)}</span> : null}
    </>
  )
}
