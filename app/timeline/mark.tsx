import type { MarkKind } from '../../domain/picture/timeline'

/** A shape a state, so that no colour has to say it: disc, disc with a bar, square, open diamond, triangle. */
export function Mark({ kind, x, y }: { kind: MarkKind; x: number; y: number }) {
  if (kind === 'met') return <circle className="pic-met" cx={x} cy={y} r="5" />
  if (kind === 'late')
    return (
      <>
        <circle className="pic-met" cx={x} cy={y} r="5" />
        <path className="pic-late-bar" d={`M${x - 6} ${y + 8}H${x + 6}`} />
      </>
    )
  if (kind === 'overdue') return <rect className="pic-late-mark" x={x - 5} y={y - 5} width="10" height="10" />
  if (kind === 'forecast') return <path className="pic-forecast" d={`M${x - 5} ${y - 5}L${x + 5} ${y}L${x - 5} ${y + 5}Z`} />
  return <path className="pic-ahead" d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} />
}
