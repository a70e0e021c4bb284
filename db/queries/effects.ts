import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { Effect } from '../../domain/decision'
import type { Light } from '../../domain/light'
import { formatWan, formatYi } from '../../domain/money'
import type { ChainId, Sector } from '../../domain/plan'
import { type ProjectFacts, type ProjectSummary, summariseProject } from '../../domain/summary'
import { chainOutputOf } from '../chain-summaries'
import type { Reader } from '../client'
import { projectList } from '../schema'
import { planChains } from './plan'
import { projectFacts } from './project-facts'
import { rulesOn } from './rules'
import type { Work } from './work'

type Change = (facts: ProjectFacts) => ProjectFacts

/** What a work, its lights and its chain (or sector) will be once the change is approved: the same computation as the approval's own, dry. */
export function effectsOn(db: Reader, work: Work, today: Day, change: Change): Effect[] {
  const rules = rulesOn(db, today)
  const summaryOf = (facts: ProjectFacts) =>
    summariseProject(facts, today, { duty: rules.duty, lights: rules.lights.body, holidays: rules.holidays })
  const facts = projectFacts(db, work.id)
  const [was, is] = [summaryOf(facts), summaryOf(change(facts))]
  return [...investedEffects(db, work, was, is), ...lightEffects(was.lights, is.lights)]
}

function investedEffects(db: Reader, work: Work, was: ProjectSummary, is: ProjectSummary): Effect[] {
  if (was.approvedYuan === is.approvedYuan && was.approvedPartial === is.approvedPartial) return []
  const bound = (summary: ProjectSummary) =>
    `${summary.approvedPartial && summary.approvedYuan !== null ? '≥ ' : ''}${formatWan(summary.approvedYuan)}`
  return [{ code: 'project-invested', params: { before: bound(was), after: bound(is) } }, groupEffect(db, work, was, is)]
}

/** The sum the work is part of, before and after, with its coverage. */
function groupEffect(
  db: Reader,
  { chainId, sector }: { chainId: ChainId | null; sector: Sector },
  was: ProjectSummary,
  is: ProjectSummary,
): Effect {
  const group = chainId ? eq(projectList.chainId, chainId) : and(eq(projectList.sector, sector), sql`${projectList.chainId} is null`)
  const sums = {
    yuan: sql<number>`coalesce(sum(${projectList.approvedYuan}), 0)`,
    known: sql<number>`count(${projectList.approvedYuan})`,
    all: sql<number>`count(*)`,
    partial: sql<number>`coalesce(sum(${projectList.approvedPartial} and ${projectList.approvedYuan} is not null), 0)`,
  }
  const sum = db.select(sums).from(projectList).where(group).get() ?? { yuan: 0, known: 0, all: 1, partial: 0 }
  const change = (is.approvedYuan ?? 0) - (was.approvedYuan ?? 0)
  const known = sum.known + (was.approvedYuan === null ? 1 : 0)
  const partial = sum.partial - Number(was.approvedPartial && was.approvedYuan !== null) + Number(is.approvedPartial) > 0
  const total = `${known < sum.all || partial ? '≥ ' : ''}${formatYi(sum.yuan + change)}`
  const params = { change: `${change < 0 ? '−' : '+'}${formatYi(Math.abs(change))}`, total, known, all: sum.all }
  return chainId
    ? { code: 'chain-invested', params: { ...params, chain: chainName(db, chainId) } }
    : { code: 'sector-invested', params: { ...params, sector } }
}

export const chainName = (db: Reader, id: ChainId): string => planChains(db).find((chain) => chain.id === id)?.name ?? id

function lightEffects(was: readonly Light[], is: readonly Light[]): Effect[] {
  return is.flatMap((light, index) => {
    const before = was[index]
    if (!before || before.level === light.level) return []
    return [{ code: 'light', params: { kind: light.kind, from: before.level, to: light.level } }]
  })
}

/** A chain's output of a year as it is, and as it will be with `extra` beside (or instead of) what counts now. */
export function outputEffect(
  db: Reader,
  chainId: ChainId,
  year: number,
  after: { yuan: number | null; known: number; all: number; bound: boolean },
): Effect {
  const now = chainOutputOf(db, chainId, year)
  const bound = now.source === 'enterprises' && (now.unknown > 0 || now.uneven)
  return {
    code: 'chain-output',
    params: {
      chain: chainName(db, chainId),
      year,
      before: `${bound ? '≥ ' : ''}${formatYi(now.yuan)}`,
      after: `${after.bound ? '≥ ' : ''}${formatYi(after.yuan)}`,
      known: after.known,
      all: after.all,
    },
  }
}
