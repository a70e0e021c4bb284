import type { FundSums } from '../../domain/fund-totals'
import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi, type Total } from '../../domain/money'

type Props = { name: string; sums: FundSums; scale: number; t: Messages }

/** Paid, in place and planned of one source on a common scale; what is not known is not drawn, and the label says so. */
export function FundBar({ name, sums, scale, t }: Props) {
  const words = t.funds
  const parts = partsOf(sums).filter(({ yuan }) => yuan > 0)
  if (parts.length === 0) return <span className="soft small">{isTold(sums) ? words.barNone : words.barUnknown}</span>
  const told = (total: Total) => (total.yuan === null ? words.barUnknown : atLeast(total, formatYi))
  const said = fill(words.bar, { planned: told(sums.planned), inPlace: told(sums.inPlace), paid: told(sums.paid) })
  return (
    <span className="fund-bar" role="img" aria-label={`${name}${t.common.colon}${said}`}>
      {parts.map(({ tone, yuan }) => (
        <span key={tone} className={`part part-${tone}`} style={{ width: `${Math.round((yuan / scale) * 1000) / 10}%` }} />
      ))}
    </span>
  )
}

const isTold = ({ planned, inPlace, paid }: FundSums): boolean => [planned, inPlace, paid].some(({ yuan }) => yuan !== null)

/** Each part is what goes beyond the one before it: more paid than in place leaves nothing in between. */
function partsOf({ planned, inPlace, paid }: FundSums) {
  const [a, b, c] = [paid.yuan ?? 0, inPlace.yuan ?? 0, planned.yuan ?? 0]
  return [
    { tone: 'done', yuan: a },
    { tone: 'part', yuan: Math.max(0, b - a) },
    { tone: 'rest', yuan: Math.max(0, c - Math.max(a, b)) },
  ]
}

export function FundLegend({ t }: { t: Messages }) {
  const { barPaid, barInPlace, barPlanned } = t.funds
  const parts = [
    ['done', barPaid],
    ['part', barInPlace],
    ['rest', barPlanned],
  ] as const
  return (
    <ul className="legend panel-body">
      {parts.map(([tone, text]) => (
        <li key={tone}>
          <span className={`part part-${tone}`} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  )
}
