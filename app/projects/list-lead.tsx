import type { ListTotals } from '../../db/queries/project-list'
import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi } from '../../domain/money'

/** How many, and what is known of their sums: each total beside its coverage. */
export function ListLead({ totals: { rows, plan, total }, t }: { totals: ListTotals; t: Messages }) {
  const words = t.projects
  const approved =
    total.yuan === null
      ? fill(words.totalUnknown, { all: rows })
      : fill(words.totalKnown, { figure: atLeast(total, formatYi), known: total.known, all: rows })
  const planned = plan.yuan === null ? null : fill(words.planKnown, { known: plan.known, figure: formatYi(plan.yuan) })
  return <span>{[fill(words.rows, { rows }), planned, rows > 0 ? approved : null].filter(Boolean).join(' · ')}</span>
}
