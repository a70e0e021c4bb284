import { fill, type Messages } from '../../domain/messages'

type Props = {
  /** What is measured, for the text alternative: the chain's name. */
  name: string
  target: number | null
  approved: number | null
  /** The sum is not complete: said with ≥. */
  partial?: boolean
  expected?: { low: number; high: number } | null
  /** The value at the right edge; made from the figures when absent. Give one scale to bars that are compared. */
  scale?: number
  format: (value: number) => string
  t: Messages
}

/** Black line = target, dark bar = approved, pale band = expected. No target and no data look different from zero. */
export function BulletBar({ name, target, approved, partial, expected, scale, format, t }: Props) {
  const full =
    scale ??
    Math.max((target ?? 0) * 1.15, (expected?.high ?? 0) * 1.05, approved === null ? 0 : approved * (target === null ? 4 : 1.05), 1)
  const at = (value: number) => `${Math.round((Math.min(value, full) / full) * 10_000) / 100}%`
  const words = bulletWords({ target, approved, partial, expected, format, t })
  return (
    <svg className="bullet" width="100%" height="24" role="img">
      <title>{`${name}: ${words.join(', ')}`}</title>
      {target === null || approved === null ? null : <rect className="bullet-track" y="5" width="100%" height="14" rx="1" />}
      {expected ? <rect className="bullet-range" x={at(expected.low)} y="5" width={at(expected.high - expected.low)} height="14" /> : null}
      {approved === null ? <NoData target={target === null ? '100%' : at(target)} words={t.common.bulletNoData} /> : null}
      {approved === null ? null : (
        <rect
          className={target === null ? 'bullet-alone' : 'bullet-done'}
          y="8"
          width={at(Math.max(approved, full * 0.006))}
          height="8"
          rx="1"
        />
      )}
      {target === null && approved !== null ? (
        <text className="bullet-words" x={at(approved)} dx="8" y="16.5">
          {t.common.bulletNoTarget}
        </text>
      ) : null}
      {target === null ? null : <rect className="bullet-target" x={at(target)} y="1" width="2" height="22" />}
    </svg>
  )
}

function NoData({ target, words }: { target: string; words: string }) {
  return (
    <>
      <rect className="bullet-empty" x="0.5" y="5.5" width={target} height="13" />
      <text className="bullet-words" x="9" y="16.5">
        {words}
      </text>
    </>
  )
}

function bulletWords({ target, approved, partial, expected, format, t }: Omit<Props, 'name' | 'scale'>): string[] {
  const { common } = t
  return [
    target === null ? common.bulletNoTarget : fill(common.bulletTarget, { figure: format(target) }),
    approved === null ? common.bulletNoData : fill(common.bulletApproved, { figure: `${partial ? '≥ ' : ''}${format(approved)}` }),
    expected ? fill(common.bulletExpected, { low: format(expected.low), high: format(expected.high) }) : '',
  ].filter(Boolean)
}

/** A year's completion in one element, for long lists: bar, tick at the time progress, figure. */
export function YearBar({ done, due, t }: { done: number; due: number | null; t: Messages }) {
  const said = due === null ? '' : ` ${fill(t.common.bulletTimeProgress, { figure: `${due}%` })}`
  const look = { '--done': `${Math.min(done, 100)}%`, '--due': due === null ? -1 : Math.min(due, 100) / 100 } as React.CSSProperties
  return (
    <span className="year-bar" style={look} title={`${done}%${said}`}>
      {done}
    </span>
  )
}
