import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Day, yearOf } from '../../domain/calendar'
import { type ChainOutput, rateChain } from '../../domain/chain-output'
import { dueMonth } from '../../domain/duty'
import type { Light } from '../../domain/light'
import type { PlanChain } from '../../domain/plan'
import { canReadAllProjects } from '../../domain/policy'
import { orm } from '../client'
import { publishedYears } from '../locks/published-outputs'
import { outputReturns } from '../schema'
import { statisticsYears } from './chain-statistics'
import { type Published, targetYear, toldOutput } from './chains'
import { lightRules } from './rules'

/** Only the plan's last year is set against the target and rated; other years stand beside it. `output` null = may not be told. */
export type ChainYear = {
  year: number
  targetYuan: number | null
  output: ChainOutput | null
  published: Published | null
  light: Omit<Light, 'kind'> | null
}

/** A chain's output of every year somebody spoke of (for a project unit: that is published), and of the target's year and this one; the latest first. */
export function chainYears(actor: Actor, chain: PlanChain, today: Day): ChainYear[] {
  const aim = targetYear()
  const spoken = canReadAllProjects(actor) ? [...statisticsYears(chain.id), ...returnYears(chain)] : publishedYears()
  const years = new Set([aim, yearOf(dueMonth(today)), ...spoken])
  const rules = lightRules(orm(), today).body
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const { output, published } = toldOutput(actor, chain.id, year)
      const targetYuan = year === aim ? (chain.target?.yuan ?? null) : null
      return { year, targetYuan, output, published, light: output && year === aim ? rateChain(output, targetYuan, rules) : null }
    })
}

function returnYears({ id }: PlanChain): number[] {
  const year = sql<number>`cast(substr(${outputReturns.quarter}, 1, 4) as integer)`
  return orm()
    .selectDistinct({ year })
    .from(outputReturns)
    .where(and(eq(outputReturns.chainId, id), eq(outputReturns.current, true)))
    .all()
    .map((row) => row.year)
}
