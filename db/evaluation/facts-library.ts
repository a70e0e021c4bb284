import type { Actor } from '../../domain/actor'
import type { BoxFact, ChainFact, InvestmentFact, StageCount } from '../../domain/evaluation'
import { stages } from '../../domain/project'
import type { Rollup } from '../../domain/rollup'
import { chainOutputOf } from '../chain-summaries'
import type { Reader } from '../client'
import { planBoxes, planChains } from '../queries/plan'
import { boxRollups, chainRollups, noWorks } from '../queries/rollups'
import { responsibleNow } from './responsible'

/** Stages that no work has are left out; the unknown ones are always said. */
export const stageCounts = ({ byStage }: Pick<Rollup, 'byStage'>): StageCount[] =>
  stages.flatMap((stage) => (byStage[stage] > 0 || stage === 'unknown' ? [{ stage, works: byStage[stage] }] : []))

/** Output of the year against the target of the plan's last one. */
export function chainFacts(db: Reader, actor: Actor, year: number): ChainFact[] {
  const rollups = chainRollups(actor)
  const responsible = responsibleNow(db)
  return planChains(db).map(({ id, name, target }) => {
    const { yuan, known, unknown, source, through } = chainOutputOf(db, id, year)
    return {
      ...{ id, name, source, through },
      targetYuan: target?.yuan ?? null,
      measure: target?.measure ?? null,
      output: { yuan, known, unknown },
      works: rollups.get(id)?.works ?? 0,
      responsible: responsible.get(`chain:${id}`)?.name ?? null,
    }
  })
}

export function boxFacts(db: Reader, actor: Actor): BoxFact[] {
  const rollups = boxRollups(actor)
  const responsible = responsibleNow(db)
  return planBoxes(db).map(({ id, title }) => {
    const rollup = rollups.get(id) ?? noWorks
    const { works, plan, approved } = rollup
    return { id, title, works, plan, approved, stages: stageCounts(rollup), responsible: responsible.get(`box:${id}`)?.name ?? null }
  })
}

export function investmentFacts({ plan, declared, reported, approved }: Rollup): InvestmentFact[] {
  return [
    { layer: 'plan', ...plan, partial: 0 },
    { layer: 'declared', ...declared, partial: 0 },
    { layer: 'reported', ...reported, partial: 0 },
    { layer: 'approved', ...approved },
  ]
}
