import { inArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { FindingState } from '../../domain/finding-workflow'
import type { ScopeRule } from '../../domain/inspection'
import { type Light, worstLight } from '../../domain/light'
import { canKeepRounds } from '../../domain/policy'
import { countByRules, scopeByRules, takesTeam, takesWorks } from '../../domain/round-rules'
import { orm, type Reader } from '../client'
import { findingsLeftBefore } from '../inspection/round-findings'
import { projectList } from '../schema'
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
  /** What the rules asked for would bring in together: the first of them, by code. */
  preview: Chosen[]
  previewTotal: number
  /** Works looked for by code or name that are not in the list yet. */
  found: Chosen[]
  left: LeftFinding[]
}

type Ask = { rules: readonly ScopeRule[]; q?: string | null; page: number; today: Day }
const foundAtMost = 30
const previewAtMost = 200

/** The desk where the list of a round is made. */
export function scopeView(actor: UserActor, id: number, ask: Ask): ScopeView {
  allow(canKeepRounds(actor))
  const db = orm()
  const read = readableRound(db, actor, id)
  const { round } = read
  const candidates = scopeCandidates(db, ask.today)
  const listed = listedCodes(db, id)
  const rest = candidates.filter(({ code }) => !listed.has(code))
  const would = ask.rules.length === 0 ? new Map<string, ScopeRule[]>() : scopeByRules(candidates, ask.rules, listed)
  const preview = rest.filter(({ code }) => would.has(code))
  const found = ask.q ? lookedFor(rest, ask.q) : []
  return {
    ...{ round, takesWorks: takesWorks(round), takesTeam: takesTeam(round) },
    works: roundWorkRows(db, read, ask.page),
    total: worksIn(db, id, true),
    withoutGroup: worksWithoutGroup(db, id),
    groups: groupsOf(db, id),
    rest: rest.length,
    alone: countByRules(candidates, listed),
    preview: lit(db, preview.slice(0, previewAtMost), would),
    previewTotal: preview.length,
    found: lit(db, found, would),
    left: findingsLeftBefore(db, round).map(({ id: findingId, number, facts, state, dueOn }) => ({
      id: findingId,
      number,
      facts,
      state,
      dueOn,
    })),
  }
}

/** Only the works that are shown are asked for their lights. */
function lit(db: Reader, works: readonly ScopeCandidate[], why: ReadonlyMap<string, ScopeRule[]>): Chosen[] {
  const { projectId, lights } = projectList
  const ids = works.map((work) => work.projectId)
  const rows = db.select({ projectId, lights }).from(projectList).where(inArray(projectId, ids)).all()
  const byId = new Map(rows.map((row) => [row.projectId, worstLight(row.lights)]))
  return works.map(({ projectId: id, code, name }) => ({ code, name, light: byId.get(id) ?? null, rules: why.get(code) ?? [] }))
}

function lookedFor(works: readonly ScopeCandidate[], q: string): ScopeCandidate[] {
  const words = q.normalize('NFC').toUpperCase().split(/\s+/)
  const matches = ({ code, name }: ScopeCandidate): boolean => {
    const text = `${code} ${name}`.toUpperCase()
    return words.every((word) => text.includes(word))
  }
  return works.filter(matches).slice(0, foundAtMost)
}
