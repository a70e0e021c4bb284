import { asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type CandidateOutcome, type CandidateState, candidateState, candidateStates } from '../../domain/candidate'
import { allow, found } from '../../domain/errors'
import type { PlanCandidate } from '../../domain/plan'
import { canReadCandidates } from '../../domain/policy'
import { orm } from '../client'
import { candidateDecisions, projectList, projectSources, users } from '../schema'
import { planCandidates } from './plan'

export type CandidateStep = {
  outcome: CandidateOutcome
  work: string | null
  workName: string | null
  reason: string | null
  by: string
  at: string
}
export type CandidateRow = PlanCandidate & { state: CandidateState; steps: CandidateStep[] }
export type CandidateList = { rows: CandidateRow[]; counts: Record<CandidateState, number> }

/** Every candidate in the text's order with what was decided of it; some two hundred, bounded by the plan's text. */
export function candidateList(actor: Actor, state: CandidateState | null): CandidateList {
  allow(canReadCandidates(actor))
  const steps = stepsByCode()
  const all = planCandidates().map((candidate): CandidateRow => {
    const own = steps.get(candidate.code) ?? []
    return { ...candidate, steps: own, state: candidateState(own.at(-1)?.outcome ?? null) }
  })
  const counts = Object.fromEntries(candidateStates.map((each) => [each, all.filter((row) => row.state === each).length]))
  return { rows: state ? all.filter((row) => row.state === state) : all, counts: counts as CandidateList['counts'] }
}

/** One candidate, and the works that came from the box item it resembles. */
export function candidateView(actor: Actor, code: string): { row: CandidateRow; close: { code: string; name: string }[] } {
  const row = found(candidateList(actor, null).rows.find((candidate) => candidate.code === code))
  return { row, close: row.like === null ? [] : worksOfItem(row.like) }
}

const mostDecisions = 2000

function stepsByCode(): Map<string, CandidateStep[]> {
  const rows = orm()
    .select({ decision: candidateDecisions, by: users.name })
    .from(candidateDecisions)
    .innerJoin(users, eq(users.id, candidateDecisions.decidedBy))
    .orderBy(asc(candidateDecisions.code), asc(candidateDecisions.id))
    .limit(mostDecisions)
    .all()
  const works = worksById(rows.flatMap(({ decision }) => (decision.projectId === null ? [] : [decision.projectId])))
  const steps = new Map<string, CandidateStep[]>()
  for (const { decision, by } of rows) {
    const { code, outcome, reason, decidedAt: at } = decision
    const work = works.get(decision.projectId ?? 0)
    steps.set(code, [...(steps.get(code) ?? []), { outcome, reason, by, at, work: work?.code ?? null, workName: work?.name ?? null }])
  }
  return steps
}

function worksById(ids: readonly number[]): Map<number, { code: string; name: string }> {
  if (ids.length === 0) return new Map()
  const rows = orm()
    .select()
    .from(projectList)
    .where(inArray(projectList.projectId, [...new Set(ids)]))
    .all()
  return new Map(rows.map(({ projectId, code, name }) => [projectId, { code, name }]))
}

const worksOfItem = (item: string) =>
  orm()
    .select({ code: projectList.code, name: projectList.name })
    .from(projectSources)
    .innerJoin(projectList, eq(projectList.projectId, projectSources.projectId))
    .where(eq(projectSources.itemCode, item))
    .limit(10)
    .all()
