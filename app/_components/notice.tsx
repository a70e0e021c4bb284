import type { ReactNode } from 'react'

/** Something said in place: good news, a warning that asks for a sentence, or why something is refused. */
export function Notice({ tone, children }: { tone?: 'good' | 'slow' | 'late'; children: ReactNode }) {
  return <div className={tone ? `said said-${tone}` : 'said'}>{children}</div>
}
