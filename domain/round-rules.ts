import { isRoundOpen, type RoundState, type ScopeRoute, type ScopeRule, scopeRules } from './inspection'
import type { LightLevel } from './light'
import type { Stage } from './project'

type Standing = { state: RoundState; announced: boolean }

/** Title, notice and materials are still words on a desk. */
export const takesWords = ({ state }: Standing): boolean => state === 'drafted' || state === 'scoped'
/** An announced list stands with its notice; an unannounced one may grow on the way. */
export const takesWorks = (round: Standing): boolean => takesWords(round) || (round.state === 'under-way' && !round.announced)
export const takesTeam = (round: Standing): boolean => isRoundOpen(round) || round.state === 'under-way'
/** Until the round is closed a unit may still hand in what was asked, late as it is. */
export const takesMaterials = ({ state }: Standing): boolean => state !== 'closed' && state !== 'abandoned'

/** What the rules of scope look at. `silentMonths` = due months since the last approved one; null = none was ever approved. */
export type ScopeWork = {
  code: string
  stage: Stage
  level: LightLevel
  silentMonths: number | null
  chainId: string | null
  sector: string
  overdueRectification: boolean
  lastVisitOn: string | null
}

const running = ({ stage }: ScopeWork): boolean => stage === 'preparatory' || stage === 'construction'

const single: Partial<Record<ScopeRule, (work: ScopeWork) => boolean>> = {
  red: ({ level }) => level === 'red',
  paused: ({ stage }) => stage === 'paused',
  unrated: (work) => running(work) && work.level === 'none' && (work.silentMonths === null || work.silentMonths >= 2),
  'overdue-rectification': ({ overdueRectification }) => overdueRectification,
}

/** Rules for which one work stands for many: the groups that it may stand for. */
const groupOf = {
  'every-chain': ({ chainId }) => chainId,
  'every-sector': ({ sector }) => sector,
} as const satisfies Partial<Record<ScopeRule, (work: ScopeWork) => string | null>>
type GroupRule = keyof typeof groupOf
const groupRules: readonly GroupRule[] = ['every-chain', 'every-sector']

/** Code → the rules that bring it in. `listed` = works in the list already: they represent their chain and sector too. */
export function scopeByRules(
  works: readonly ScopeWork[],
  rules: readonly ScopeRule[],
  listed: ReadonlySet<string>,
): Map<string, ScopeRule[]> {
  const chosen = new Map<string, ScopeRule[]>()
  const choose = (code: string, rule: ScopeRule) => chosen.set(code, [...(chosen.get(code) ?? []), rule])
  const eligible = works.filter(({ stage }) => stage !== 'withdrawn')
  for (const rule of rules) for (const work of eligible) if (single[rule]?.(work)) choose(work.code, rule)
  const isIn = ({ code }: ScopeWork): boolean => listed.has(code) || chosen.has(code)
  for (const rule of groupRules)
    if (rules.includes(rule)) for (const work of missingOnes(eligible, groupOf[rule], isIn)) choose(work.code, rule)
  return chosen
}

/** How many works each rule alone would bring in. */
export function countByRules(works: readonly ScopeWork[], listed: ReadonlySet<string>): Record<ScopeRule, number> {
  const eligible = works.filter(({ stage }) => stage !== 'withdrawn')
  const isIn = ({ code }: ScopeWork): boolean => listed.has(code)
  const counted = scopeRules.map((rule) => {
    const isChosen = single[rule]
    if (isChosen) return [rule, eligible.filter((work) => isChosen(work) && !isIn(work)).length]
    return [rule, missingOnes(eligible, groupOf[rule as GroupRule], isIn).length]
  })
  return Object.fromEntries(counted)
}

/** For each chain (sector) that nobody in the list stands for, the work that most deserves a look. */
function missingOnes(works: readonly ScopeWork[], of: (work: ScopeWork) => string | null, isIn: (work: ScopeWork) => boolean): ScopeWork[] {
  const represented = new Set(works.filter(isIn).map(of))
  const neediest = new Map<string, ScopeWork>()
  for (const work of works) {
    const group = of(work)
    if (group === null || represented.has(group)) continue
    const other = neediest.get(group)
    if (!other || byNeed(work, other) < 0) neediest.set(group, work)
  }
  return [...neediest.values()]
}

const rank = (work: ScopeWork): number => (work.level === 'red' ? 0 : work.level === 'yellow' ? 1 : running(work) ? 2 : 3)

/** Red, yellow, works under way, the rest; among equals the one longest not visited, then by code. */
function byNeed(a: ScopeWork, b: ScopeWork): number {
  return rank(a) - rank(b) || compare(a.lastVisitOn ?? '', b.lastVisitOn ?? '') || compare(a.code, b.code)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A work that a rule brought in keeps every rule that would; one that came another way keeps that. */
export const mergedRules = (route: ScopeRoute, before: readonly ScopeRule[], rules: readonly ScopeRule[]): ScopeRule[] =>
  route === 'rule' ? [...new Set([...before, ...rules])] : [...before]
