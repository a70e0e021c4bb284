import { eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import type { InvestmentYear } from '../../domain/investment-years'
import type { PlanChain } from '../../domain/plan'
import { canReadAllProjects, canReadRollups } from '../../domain/policy'
import { projectList } from '../schema'
import { type EnterpriseRow, enterprisesPage, missingEnterprises } from './chain-enterprises'
import { type StatisticsRow, statisticsOf } from './chain-statistics'
import { type ChainWork, chainGaps, chainWorks, type ExpectedWork, expectedWorks, type Gap } from './chain-works'
import { type ChainYear, chainYears } from './chain-years'
import { type ChainRow, chainById, chainRow, targetYear } from './chains'
import { investmentByYear } from './investment-years'
import { chainRollups } from './rollups'

export type ChainDetail = {
  chain: PlanChain
  head: ChainRow
  years: ChainYear[]
  investment: InvestmentYear[]
  enterprises: { rows: EnterpriseRow[]; total: number }
  works: { rows: ChainWork[]; total: number }
  /** null where single enterprises and works of others are not the reader's to know. */
  inside: {
    missing: string[]
    gaps: Gap[]
    statistics: StatisticsRow[]
    expected: ReturnType<typeof expectedWorks>
  } | null
}
export type { ExpectedWork }

/** One chain with everything its figures are made of. */
export function chainDetail(actor: Actor, id: string, today: Day, page: number): ChainDetail {
  allow(canReadRollups(actor))
  const chain = found(chainById(id))
  return {
    chain,
    head: chainRow(actor, chain, today, chainRollups(actor).get(chain.id) ?? null),
    years: chainYears(actor, chain, today),
    investment: investmentByYear(actor, eq(projectList.chainId, chain.id)),
    enterprises: enterprisesPage(actor, chain, page),
    works: chainWorks(actor, chain.id),
    inside: canReadAllProjects(actor) ? insideOf(actor, chain, today) : null,
  }
}

function insideOf(actor: Actor, chain: PlanChain, today: Day): NonNullable<ChainDetail['inside']> {
  return {
    missing: missingEnterprises(actor, chain.id, targetYear()),
    gaps: chainGaps(actor, chain.id),
    statistics: statisticsOf(actor, [chain.id]),
    expected: expectedWorks(chain.id, today),
  }
}
