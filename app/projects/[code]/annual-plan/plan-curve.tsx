import { fill, type Messages } from '../../../../domain/messages'
import { onePlace } from '../../../../domain/rating'

type Props = { name: string; shares: readonly number[]; t: Messages }

/** The cumulative share of the year's plan at each month's end, small. */
export function PlanCurve({ name, shares, t }: Props) {
  const points = shares.map((share, at) => `${onePlace(((at + 1) / 12) * 100)} ${onePlace(100 - share * 100)}`)
  const words = shares.map((share, at) => fill(t.annual.curvePreviewPoint, { month: at + 1, percent: onePlace(share * 100) }))
  return (
    <svg className="plan-curve" viewBox="0 0 100 100" preserveAspectRatio="none" role="img">
      <title>{`${name} · ${t.annual.curvePreview}`}</title>
      <desc>{words.join('; ')}</desc>
      <path d={`M0 100L${points.join('L')}`} />
    </svg>
  )
}
