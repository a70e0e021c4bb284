import { fill, type Messages } from '../../domain/messages'
import { type CurvePoint, gapPaths, linePath, placed, rangePath } from './curve-paths'

type Props = {
  /** What is drawn, for the text alternative. */
  name: string
  /** Values up to the end of each month; null = not known, never 0. */
  points: readonly CurvePoint[]
  /** Where the last point is expected to end. */
  expected?: { low: number; high: number } | null
  max?: number
  format: (value: number) => string
  t: Messages
}

/** Plan (dashed) against approved (solid), with the expected end as a pale fan. Lines break where nothing is known. */
export function SCurve({ name, points, expected, max, format, t }: Props) {
  const top = max ?? Math.max(...points.flatMap(({ plan, approved }) => [plan ?? 0, approved ?? 0]), expected?.high ?? 0, 1)
  const plan = placed(points, 'plan', top)
  const approved = placed(points, 'approved', top)
  const last = approved.at(-1)
  return (
    <figure className="curve">
      <div className="curve-plot">
        {[1, 0.5, 0].map((share) => (
          <span key={share} className="curve-y" style={{ bottom: `${share * 100}%` }} aria-hidden="true">
            {format(top * share)}
          </span>
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img">
          <title>{name}</title>
          <desc>
            {points
              .filter(isKnown)
              .map((point) => pointWords(point, format, t))
              .join('; ')}
          </desc>
          <path className="curve-grid" d="M0 0H100M0 50H100M0 100H100" />
          {expected && last ? <path className="curve-range" d={rangePath(last, expected, top)} /> : null}
          <path className="curve-plan" d={linePath(plan, points.length)} />
          <path className="curve-gap" d={gapPaths(approved, points.length)} />
          <path className="curve-approved" d={linePath(approved, points.length)} />
        </svg>
        {last ? <span className="curve-dot" style={{ left: `${last.x}%`, top: `${last.y}%` }} /> : null}
        <Labels points={points} top={top} expected={expected ?? null} format={format} t={t} />
      </div>
      <div className="curve-x" aria-hidden="true">
        {points.map(({ label }, index) => (
          <span key={label} style={{ left: `${((index + 1) / points.length) * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
    </figure>
  )
}

const isKnown = ({ plan, approved }: CurvePoint): boolean => plan !== null || approved !== null

function pointWords({ label, plan, approved }: CurvePoint, format: Props['format'], { common }: Messages): string {
  const said = (value: number | null) => (value === null ? '—' : format(value))
  return fill(common.curvePoint, { label, plan: said(plan), approved: said(approved) })
}

type LabelProps = Required<Pick<Props, 'points' | 'format' | 't'>> & { top: number; expected: Props['expected'] }

/** Words beside the lines; the same as in the text alternative, so hidden from a screen reader. */
function Labels({ points, top, expected, format, t }: LabelProps) {
  const last = placed(points, 'approved', top).at(-1)
  const planned = last ? placed(points, 'plan', top).find(({ index }) => index === last.index) : placed(points, 'plan', top).at(-1)
  return (
    <div aria-hidden="true">
      {planned ? (
        <span className="curve-label curve-label-up" style={{ right: `${100 - planned.x}%`, bottom: `${100 - planned.y}%` }}>
          {t.common.curvePlan} {format(planned.value)}
        </span>
      ) : null}
      {last ? (
        <span
          className="curve-label curve-label-now"
          style={{ left: `${last.x}%`, top: `${last.y}%` }}
          data-end={last.x > 80 ? '' : undefined}
        >
          {points[last.index]?.label} {t.common.curveApproved} {format(last.value)}
        </span>
      ) : null}
      {expected ? (
        <span className="curve-label curve-label-end" style={{ top: `${100 - (expected.low / top) * 100}%` }}>
          {fill(t.common.curveRange, { low: format(expected.low), high: format(expected.high) })}
        </span>
      ) : null}
    </div>
  )
}
