import {
  type BulletinFacts,
  type Figure,
  type FigureName,
  figureNames,
  figureUnits,
  type Group,
  type GroupKind,
  groupKinds,
} from './bulletin'
import type { Quarter } from './calendar'

/**
 * `difference` is later less earlier; null where one is unknown or a lower bound. `why` says so, and `partial` also stands beside a difference of
 * two figures of which one rests on a part of the works.
 */
export type ComparedFigure = { name: FigureName; a: Figure; b: Figure; difference: number | null; why: 'unknown' | 'partial' | null }
export type ComparedGroup = { kind: GroupKind; key: string; name: string; a: Group | null; b: Group | null }
export type Named = { code: string; name: string }
export type Comparison = {
  quarters: { a: Quarter; b: Quarter }
  figures: ComparedFigure[]
  groups: ComparedGroup[]
  round: { entered: Named[]; left: Named[] }
  library: { entered: Named[]; left: Named[] }
}

/** Two quarters side by side, by what was frozen of each. */
export function compareBulletins(a: BulletinFacts, b: BulletinFacts): Comparison {
  return {
    quarters: { a: a.round.quarter, b: b.round.quarter },
    figures: figureNames.map((name) => comparedFigure(name, a.figures[name], b.figures[name])),
    groups: groupKinds.flatMap((kind) => comparedGroups(kind, a.groups[kind], b.groups[kind])),
    round: turnover(a.works, b.works),
    library: turnover(a.library, b.library),
  }
}

function comparedFigure(name: FigureName, a: Figure, b: Figure): ComparedFigure {
  if (a.value === null || b.value === null) return { name, a, b, difference: null, why: 'unknown' }
  // Two lower bounds say nothing about how far what they bound lies apart.
  if (a.atLeast || b.atLeast) return { name, a, b, difference: null, why: 'partial' }
  const exact = b.value - a.value
  const decimal = figureUnits[name] === 'percent' || figureUnits[name] === 'points'
  return { name, a, b, difference: decimal ? Math.round(exact * 10) / 10 : exact, why: isPart(a) || isPart(b) ? 'partial' : null }
}

const isPart = ({ known, all }: Figure): boolean => known < all

function comparedGroups(kind: GroupKind, a: readonly Group[], b: readonly Group[]): ComparedGroup[] {
  const keys = [...new Set([...a, ...b].map(({ key }) => key))]
  return keys.map((key) => {
    const [before, now] = [a.find((group) => group.key === key) ?? null, b.find((group) => group.key === key) ?? null]
    return { kind, key, name: (now ?? before)?.name ?? '', a: before, b: now }
  })
}

function turnover(a: readonly Named[], b: readonly Named[]): { entered: Named[]; left: Named[] } {
  const [before, now] = [new Set(a.map(({ code }) => code)), new Set(b.map(({ code }) => code))]
  const named = ({ code, name }: Named): Named => ({ code, name })
  return { entered: b.filter(({ code }) => !before.has(code)).map(named), left: a.filter(({ code }) => !now.has(code)).map(named) }
}
