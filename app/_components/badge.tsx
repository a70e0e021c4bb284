import type { ReactNode } from 'react'
import type { ReportState } from '../../domain/duty'
import type { Messages } from '../../domain/messages'
import type { ChainBasisKind, Stage } from '../../domain/project'

export function Badge({ children }: { children: ReactNode }) {
  return <span className="badge">{children}</span>
}

/** A stage nobody has confirmed is soft, never bold. */
export function StageWord({ stage, t }: { stage: Stage; t: Messages }) {
  const word = t.labels.stages[stage]
  return stage === 'unknown' ? <span className="soft">{word}</span> : word
}

/** A chain's name with how the work came to it; names stay Chinese. */
export function ChainWord({ name, basis, t }: { name: string | null; basis: ChainBasisKind; t: Messages }) {
  if (name === null) return <span className="soft">{basis === 'confirmed' ? t.common.none : t.labels.chainBases.unknown}</span>
  return (
    <>
      <span lang="zh-CN">{name}</span> <span className="soft small whitespace-nowrap">{t.labels.chainBases[basis]}</span>
    </>
  )
}

const tones: Partial<Record<ReportState, string>> = { 'on-time': 'good', late: 'slow', due: 'slow', returned: 'late', missing: 'late' }

/** Where a month's report stands: mark, word and colour. */
export function ReportWord({ state, t }: { state: ReportState; t: Messages }) {
  const word = t.labels.reportStates[state]
  return <span className={tones[state] ?? 'soft'}>{state === 'on-time' ? `✓ ${word}` : word}</span>
}
