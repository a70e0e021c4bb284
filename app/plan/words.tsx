import { fill, type Messages } from '../../domain/messages'
import type { Clause } from '../../domain/plan'

/** Where words stand: opens everything quoted from that line. */
export function AtLine({ clause, t }: { clause: Clause; t: Messages }) {
  return (
    <a className="opens soft small whitespace-nowrap" href={`/plan?line=${clause.line}#L${clause.line}`} title={clause.quote}>
      {fill(t.plan.line, { line: clause.line })}
    </a>
  )
}

/** The plan's words and where they stand, in one short line. */
export function Quoted({ clause, t }: { clause: Clause; t: Messages }) {
  return (
    <>
      <q lang="zh-CN">{clause.quote}</q> <AtLine clause={clause} t={t} />
    </>
  )
}

/** A blank of the plan is said, never filled and never 0. */
export function Blank({ t }: { t: Messages }) {
  return (
    <span className="soft" title={t.plan.blankWhy}>
      {t.plan.blank}
    </span>
  )
}

/** Names and words of the plan stay Chinese in every language. */
export function Chinese({ children }: { children: string }) {
  return <span lang="zh-CN">{children}</span>
}
