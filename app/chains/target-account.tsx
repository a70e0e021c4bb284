import { fill, type Messages } from '../../domain/messages'
import { formatYi } from '../../domain/money'
import type { PlanChain } from '../../domain/plan'
import { Account } from '../_components/account'
import { ClauseQuote } from '../_components/clause'

/** The plan's target with its clause; a chain without one says so, which is not 0. */
export function Target({ chain, year, t }: { chain: PlanChain; year: number; t: Messages }) {
  const words = t.chains
  const { target, clause } = chain
  const text = target ? formatYi(target.yuan) : null
  return (
    <Account figure={text ?? <span className="soft">{words.noTarget}</span>} title={text ? undefined : words.noTargetWhy} t={t}>
      {target ? <p>{fill(words.targetFrom, { year, measure: t.labels.measures[target.measure] })}</p> : null}
      <ClauseQuote line={clause.line} quote={clause.quote} t={t} />
    </Account>
  )
}
