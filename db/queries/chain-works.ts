import { and, asc, count, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { ExpectedWeights, FullOutput } from '../../domain/expected'
import { weightOf } from '../../domain/expected'
import type { ChainId, Clause } from '../../domain/plan'
import type { ChainBasisKind } from '../../domain/project'
import { orm } from '../client'
import { factSheets, projectList, projects } from '../schema'
import { type SeenShare, seenShares } from './chain-seen'
import { fullOutputs } from './chains'
import { maskedQuote } from './mask'
import { planProject } from './plan'
import type { ProjectRow } from './project-list'
import { lightRules } from './rules'
import { visibleProjects } from './scope'

/** Why a work counts in the chain: the plan's clause, our reason, or the bureau's words; `seen` = what its last visit found. */
export type ChainWork = { row: ProjectRow; basis: ChainBasisKind; clause: Clause | null; reason: string | null; seen: SeenShare | null }

export const worksAPage = 50

export function chainWorks(actor: Actor, chainId: ChainId): { rows: ChainWork[]; total: number } {
  const where = and(visibleProjects(actor), eq(projectList.chainId, chainId))
  const rows = orm()
    .select({ row: projectList, basis: projects.chainBasis, reason: projects.chainReason })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(where)
    .orderBy(asc(projectList.code))
    .limit(worksAPage)
    .all()
  const total = orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0
  const seen = seenShares(rows.map(({ row }) => row.projectId))
  const told = rows.map((work) => ({
    ...work,
    reason: work.reason && maskedQuote(work.reason),
    clause: statedClause(work),
    seen: seen.get(work.row.projectId) ?? null,
  }))
  return { rows: told, total }
}

function statedClause({ row, basis }: { row: ProjectRow; basis: ChainBasisKind }): Clause | null {
  const chain = basis === 'stated' ? planProject(row.code)?.chain : undefined
  return chain?.basis === 'stated' ? { ...chain.clause, quote: maskedQuote(chain.clause.quote) } : null
}

/** What is not known of the chain's works, with the first of them by name; `filter` leads to all of them where the list can be asked. */
export type Gap = {
  kind: 'owner' | 'stage' | 'basis' | 'plan' | 'invested' | 'output'
  count: number
  names: string[]
  filter: string | null
}

const inHand: SQL = inArray(projectList.stage, ['construction', 'completed', 'operation'])
const gaps: { kind: Gap['kind']; where: SQL | undefined; filter: string | null }[] = [
  { kind: 'owner', where: isNull(projectList.ownerId), filter: 'owner=none' },
  { kind: 'stage', where: eq(projectList.stage, 'unknown'), filter: 'stage=unknown' },
  { kind: 'basis', where: eq(projectList.chainBasis, 'suggested'), filter: null },
  { kind: 'plan', where: and(eq(projectList.stage, 'construction'), isNull(projectList.annualPlanYuan)), filter: null },
  { kind: 'invested', where: and(inHand, isNull(projectList.approvedYuan)), filter: null },
  { kind: 'output', where: and(ne(projectList.stage, 'withdrawn'), isNull(projectList.fullOutputYuan)), filter: null },
]
const namesShown = 5

export function chainGaps(actor: Actor, chainId: ChainId): Gap[] {
  const visible = and(visibleProjects(actor), eq(projectList.chainId, chainId))
  return gaps.flatMap(({ kind, where, filter }) => {
    const which = and(visible, where)
    const rows = orm().select({ rows: count() }).from(projectList).where(which).get()?.rows ?? 0
    if (rows === 0) return []
    const named = orm()
      .select({ name: projectList.name })
      .from(projectList)
      .where(which)
      .orderBy(asc(projectList.code))
      .limit(namesShown)
      .all()
    return [{ kind, count: rows, names: named.map((row) => row.name), filter: filter && `chain=${chainId}&${filter}` }]
  })
}

export type ExpectedWork = FullOutput & {
  fullOutputYuan: number
  code: string
  name: string
  low: number
  high: number
  source: string | null
}

/** The works behind the expected range, with their weights and the document that gives the figure. For those who read all works. */
export function expectedWorks(chainId: ChainId, today: Day): { works: ExpectedWork[]; weights: ExpectedWeights; version: number } {
  const rules = lightRules(orm(), today)
  const { known } = fullOutputs(chainId)
  const shown = known.slice(0, worksAPage)
  const sheets = orm()
    .select({ id: factSheets.projectId, body: factSheets.body })
    .from(factSheets)
    .where(
      and(
        eq(factSheets.current, true),
        inArray(
          factSheets.projectId,
          shown.map((work) => work.projectId),
        ),
      ),
    )
    .all()
  const source = new Map(sheets.map(({ id, body }) => [id, body.fullOutputSource]))
  const works = shown.flatMap(({ fullOutputYuan, ...work }) =>
    fullOutputYuan === null
      ? []
      : [{ ...work, fullOutputYuan, ...weightOf(work, rules.body.expected), source: source.get(work.projectId) ?? null }],
  )
  return { works, weights: rules.body.expected, version: rules.version }
}
