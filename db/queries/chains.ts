import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Day, yearOf } from '../../domain/calendar'
import { type ChainOutput, rateChain } from '../../domain/chain-output'
import { allow } from '../../domain/errors'
import { type Expected, expectedOutput } from '../../domain/expected'
import type { Light, LightLevel } from '../../domain/light'
import { totalOf } from '../../domain/money'
import type { ChainId, PlanChain } from '../../domain/plan'
import { canReadAllProjects, canReadPublished, canReadRollups } from '../../domain/policy'
import type { Stage } from '../../domain/project'
import type { PublishedOutput } from '../../domain/published-output'
import type { Rollup } from '../../domain/rollup'
import { chainOutputOf, enterprisesOf, returnsOf, statisticsOf } from '../chain-summaries'
import { orm } from '../client'
import { publishedOutput } from '../locks/published-outputs'
import { planPeriods, projectList } from '../schema'
import { keptAnswer } from './kept'
import { planChains, thePlan } from './plan'
import { chainRollups } from './rollups'
import { lightRules } from './rules'
import { scopeKey } from './scope'

/**
 * `output` is null where nothing is published that the reader may be told, which is not the same as unknown. `published` = the lock it comes from,
 * for a reader who is told published totals only.
 */
export type ChainRow = {
  chain: PlanChain
  targetYear: number
  output: ChainOutput | null
  published: Published | null
  expected: Expected | null
  light: Omit<Light, 'kind'>
  works: Rollup | null
}

export type Published = Pick<PublishedOutput, 'period' | 'revision'>

/** The plan's targets are of its last year; only that year's output is set against them. */
export function targetYear(): number {
  const planned = isNull(planPeriods.openedBy)
  const last = orm().select({ toDay: planPeriods.toDay }).from(planPeriods).where(planned).orderBy(desc(planPeriods.toDay)).limit(1).get()
  return yearOf(last?.toDay ?? '2025-12-31')
}

/** The nine chains in the plan's order. */
export function chainOverview(actor: Actor, today: Day): ChainRow[] {
  allow(canReadRollups(actor))
  return keptAnswer(`chains ${scopeKey(actor)} ${canReadAllProjects(actor)} ${today}`, () => {
    const rollups = chainRollups(actor)
    return planChains().map((chain) => chainRow(actor, chain, today, rollups.get(chain.id) ?? null))
  })
}

export function chainRow(actor: Actor, chain: PlanChain, today: Day, works: Rollup | null): ChainRow {
  const rules = lightRules(orm(), today).body
  const { output, published } = toldOutput(actor, chain.id, targetYear())
  const light = output
    ? rateChain(output, chain.target?.yuan ?? null, rules)
    : { level: 'none' as const, reason: 'output-not-told', params: {}, inputs: {} }
  const expected = canReadAllProjects(actor) ? expectedOf(chain.id, today) : null
  return { chain, targetYear: targetYear(), output, published, light, works, expected }
}

/**
 * A chain's output of a year: as it stands for those who read all works, for a project unit as it was last published. What stands now would tell
 * it, before and after a decision, what one enterprise handed in.
 */
export function toldOutput(actor: Actor, chainId: ChainId, year: number): { output: ChainOutput | null; published: Published | null } {
  allow(canReadRollups(actor))
  if (canReadAllProjects(actor)) return { output: chainOutputOf(orm(), chainId, year), published: null }
  allow(canReadPublished(actor))
  const told = publishedOutput(chainId, year)
  return { output: told?.output ?? null, published: told && { period: told.period, revision: told.revision } }
}

/** What the chain's works would add at full production, by the weights of the rules in force. */
export function expectedOf(chainId: ChainId, today: Day): Expected | null {
  const { works, known } = fullOutputs(chainId)
  const expected = expectedOutput(known, lightRules(orm(), today).body.expected)
  return expected && { ...expected, unknown: works - known.length }
}

/** The works of a chain that gave their full output, and how many works there are. */
export function fullOutputs(chainId: ChainId) {
  const inChain = eq(projectList.chainId, chainId)
  const works = orm().select({ works: count() }).from(projectList).where(inChain).get()?.works ?? 0
  const known = orm()
    .select({
      projectId: projectList.projectId,
      code: projectList.code,
      name: projectList.name,
      stage: sql<Stage>`${projectList.stage}`,
      worst: sql<LightLevel>`${projectList.lightLevel}`,
      fullOutputYuan: projectList.fullOutputYuan,
    })
    .from(projectList)
    .where(and(inChain, isNotNull(projectList.fullOutputYuan)))
    .orderBy(desc(projectList.fullOutputYuan), asc(projectList.code))
    .all()
  return { works, known }
}

/** Where a chain's output stands: the statistics' own source, or the numbers of the returns that make the sum; not for a project unit. */
export function outputRef(actor: Actor, { chain, output }: ChainRow): string | null {
  if (!output || !seesEnterprises(actor)) return null
  if (output.source === 'statistics') return statisticsOf(orm(), chain.id, output.year)?.source ?? null
  const last = new Map<number, { quarter: string; id: number }>()
  for (const { organisationId, quarter, id } of returnsOf(orm(), chain.id, output.year)) {
    if ((last.get(organisationId)?.quarter ?? '') < quarter) last.set(organisationId, { quarter, id })
  }
  const tied = enterprisesOf(orm(), chain.id).flatMap((id) => last.get(id)?.id ?? [])
  return tied.length === 0 ? null : tied.join(',')
}

/** Sum over chains: derived, of mixed measures; both sides say how many chains they cover. */
export function chainSum(rows: readonly ChainRow[]) {
  const targets = rows.map((row) => row.chain.target?.yuan ?? null)
  const outputs = rows.map((row) => row.output?.yuan ?? null)
  const told = rows.flatMap((row) => (row.output ? [row.output] : []))
  const enterprises = {
    known: told.reduce((n, output) => n + output.known, 0),
    all: told.reduce((n, output) => n + output.known + output.unknown, 0),
  }
  return {
    target: totalOf(targets),
    output: totalOf(outputs),
    enterprises,
    partial: told.some((output) => output.unknown > 0 || output.uneven),
  }
}

export const seesEnterprises = canReadAllProjects
export const chainById = (id: string): PlanChain | null => thePlan().chains.find((chain) => chain.id === id) ?? null
