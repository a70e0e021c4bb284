import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { FindingState } from '../../domain/finding-workflow'
import { type ScopeRule, scopeRules } from '../../domain/inspection'
import { type Light, worstLight } from '../../domain/light'
import { canKeepRounds } from '../../domain/policy'
import { scopeByRules, takesTeam, takesWorks } from '../../domain/round-rules'
import { orm } from '../client'
import { findingsLeftBefore } from '../round-findings'
import { type RoundRow, readableRound } from './round-access'
import { listedCodes, type ScopeCandidate, scopeCandidates } from './round-candidates'
import { type GroupRow, groupsOf } from './round-team'
import { type RoundWorkRow, roundWorkRows, worksWithoutGroup } from './round-works'
import { worksIn } from './rounds'

export type Chosen = { code: string; name: string; light: Light | null; rules: ScopeRule[] }
export type LeftFinding = { id: number; number: string; facts: string; state: FindingState; dueOn: Day | null }
export type ScopeView = {
  round: RoundRow
  takesWorks: boolean
  takesTeam: boolean
  works: RoundWorkRow[]
  total: number
  withoutGroup: number
  groups: GroupRow[]
  /** Works that can be inspected and are not in the list yet. */
  rest: number
  /** How many works each rule alone would bring in. */
  alone: Record<ScopeRule, number>
  /** What the rules asked for would bring in together. */
  preview: Chosen[]
  /** Works looked for by code or name that are not in the list yet. */
  found: Chosen[]
  left: LeftFinding[]
}

type Ask = { rules: readonly ScopeRule[]; q?: string | null; page: number; today: Day }
const foundAtMost = 30

/** The desk where the list of a round is made. */
export function scopeView(actor: UserActor, id: number, ask: Ask): ScopeView {
  allow(canKeepRounds(actor))
  const db = orm()
  const read = readableRound(db, actor, id)
  const { round } = read
  const candidates = scopeCandidates(db, ask.today)
  const listed = listedCodes(db, id)
  const newOnes = (rules: readonly ScopeRule[]) => [...scopeByRules(candidates, rules, listed)].filter(([code]) => !listed.has(code))
  const byCode = new Map(candidates.map((work) => [work.code, work]))
  const counts = scopeRules.map((rule) => [rule, newOnes([rule]).length])
  return {
    ...{ round, takesWorks: takesWorks(round), takesTeam: takesTeam(round) },
    works: roundWorkRows(db, read, ask.page),
    total: worksIn(db, id, true),
    withoutGroup: worksWithoutGroup(db, id),
    groups: groupsOf(db, id),
    rest: candidates.filter(({ code }) => !listed.has(code)).length,
    alone: Object.fromEntries(counts) as Record<ScopeRule, number>,
    preview: newOnes(ask.rules)
      .flatMap(([code, rules]) => chosen(byCode.get(code), rules))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    found: ask.q ? lookedFor(candidates, ask.q, listed).flatMap((work) => chosen(work, [])) : [],
    left: findingsLeftBefore(db, round).map(({ id: findingId, number, facts, state, dueOn }) => ({
      id: findingId,
      number,
      facts,
      state,
      dueOn,
    })),
  }
}

const chosen = (work: ScopeCandidate | undefined, rules: ScopeRule[]): Chosen[] =>
  work ? [{ code: work.code, name: work.name, light: worstLight(work.lights), rules }] : []

function lookedFor(works: readonly ScopeCandidate[], q: string, listed: ReadonlySet<string>): ScopeCandidate[] {
  const words = q.normalize('NFC').toUpperCase().split(/\s+/)
  const matches = ({ code, name }: ScopeCandidate): boolean => words.every((word) => `${code} ${name}`.toUpperCase().includes(word))
  return works.filter((work) => !listed.has(work.code) && matches(work)).slice(0, foundAtMost)
}
