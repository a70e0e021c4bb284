import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi } from '../../domain/money'
import type { PlanItem } from '../../domain/plan'
import { statedInvestment } from '../../domain/plan-totals'

/** What the plan's few amounts add up to, with their coverage; where an amount is stated twice, both sums stand. */
export function InvestmentSums({ works, t }: { works: readonly PlanItem[]; t: Messages }) {
  const { total, withParts, split } = statedInvestment(works)
  if (total.yuan === null) return <>{fill(t.common.nothingKnown, { all: total.unknown })}</>
  const counts = { known: total.known, all: total.known + total.unknown, unit: t.common.yi }
  const more = { ...total, yuan: withParts }
  return (
    <>
      {fill(t.plan.investmentTotal, { total: atLeast(total, formatYi), ...counts })}
      {withParts === null ? null : (
        <>
          <br />
          {fill(t.plan.investmentWithParts, { items: split.join('、'), total: atLeast(more, formatYi), unit: t.common.yi })}
        </>
      )}
    </>
  )
}
