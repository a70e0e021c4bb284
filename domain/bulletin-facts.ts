import type {
  AsOf,
  BulletinFacts,
  BulletinWork,
  DrawFact,
  Figure,
  FigureName,
  FindingFact,
  Group,
  GroupKind,
  Progress,
  RuleKind,
  Span,
  Summed,
  WorkFact,
} from './bulletin'
import { goodWorks, problemsOf } from './bulletin-choice'
import { completionOfWorks, isCompared, monthsOf, progressOf, rateOf, unitsOf } from './bulletin-progress'
import { bulletinPeriod, type OpenFinding, rectificationOf } from './bulletin-rectification'
import { type Month, quarterEnd } from './calendar'
import type { RectificationRules } from './finding'
import type { Total } from './money'
import { ratingLevels } from './visit'

/** Rows as the library holds them; `names` = how each group is called, in the order to print, '' for those in none. */
export type BulletinRows = {
  asOf: AsOf
  round: BulletinFacts['round']
  rules: Record<RuleKind, { version: number; document: string | null }>
  rectification: RectificationRules
  works: BulletinWork[]
  names: Record<GroupKind, { key: string; name: string }[]>
  visits: number
  seen: { compared: number; agreeing: number; unchecked: number }
  draws: DrawFact[]
  findings: FindingFact[]
  open: OpenFinding[]
}

/** Everything a bulletin says in figures; pure, so that the same rows always give the same facts. */
export function bulletinFacts(rows: BulletinRows): BulletinFacts {
  const listed = rows.works.filter(({ listed }) => listed !== null)
  const works = listed.flatMap(workFact)
  const contributors = contributorsOf(rows.works)
  return {
    format: 1,
    asOf: rows.asOf,
    round: rows.round,
    rules: rows.rules,
    figures: figuresOf(rows, contributors),
    groups: groupsOf(rows),
    contributors,
    ratings: ratingsOf(works),
    draws: rows.draws,
    works,
    library: rows.works.map(({ code, name }) => ({ code, name })),
    findings: rows.findings,
    good: goodWorks(works),
    problems: problemsOf(works, rows.findings),
  }
}

function figuresOf(rows: BulletinRows, makesUp: BulletinFacts['contributors']): Record<FigureName, Figure> {
  const { works, round, asOf } = rows
  const progress = progressOf(works, quarterEnd(round.quarter))
  const rectified = rectificationOf(rows.open, bulletinPeriod(round.quarter, asOf.day), asOf.day, rows.rectification)
  const { all: findings, ...rectification } = rectified
  return {
    ...workFigures(progress, works, makesUp),
    ...startFigures(progress),
    ...seenFigures(rows),
    ...(Object.fromEntries(Object.entries(rectification).map(([name, value]) => [name, counted(value, findings)])) as Record<
      keyof typeof rectification,
      Figure
    >),
  }
}

const counted = (value: number | null, all: number, known = all): Figure => ({ value, atLeast: false, known, all, units: 0, months: null })

function workFigures(progress: Progress, works: readonly BulletinWork[], makesUp: BulletinFacts['contributors']) {
  const { total, plan, done, both, completion, time, gap, lights } = progress
  const months = monthsOf(works.filter(({ done }) => done !== null))
  const compared = works.filter(isCompared)
  const share = (value: number | null): Figure => ({
    ...counted(value, works.length, both),
    units: makesUp.completion.length,
    months: monthsOf(compared),
  })
  return {
    works: counted(works.length, works.length),
    totalYuan: sumOf(total, makesUp.totalYuan, null),
    planYuan: sumOf(plan, makesUp.planYuan, null),
    doneYuan: sumOf(done, makesUp.doneYuan, months),
    completion: share(completion),
    timeProgress: share(time),
    gap: share(gap),
    red: counted(lights.red, works.length),
    yellow: counted(lights.yellow, works.length),
    green: counted(lights.green, works.length),
    unlit: counted(lights.none, works.length),
  }
}

const sumOf = ({ yuan, known, unknown }: Total, units: readonly number[], months: Span | null): Figure => ({
  value: yuan,
  atLeast: yuan !== null && unknown > 0,
  known,
  all: known + unknown,
  units: units.length,
  months,
})

function contributorsOf(works: readonly BulletinWork[]): Record<Summed, number[]> {
  const compared = unitsOf(works.filter(isCompared))
  return {
    totalYuan: unitsOf(works.filter(({ totalYuan }) => totalYuan !== null)),
    planYuan: unitsOf(works.filter(({ plan }) => plan?.yuan != null)),
    doneYuan: unitsOf(works.filter(({ done }) => done !== null)),
    ...{ completion: compared, timeProgress: compared, gap: compared },
  }
}

/** Works without a planned start may be due too, and some of those that are due may have started unseen: both counts are lower bounds. */
function startFigures({ shouldStart, started, startUnknown, dated, works }: Progress) {
  const seen = shouldStart - startUnknown
  const isPart = dated > 0 && dated < works
  const known = (count: number) => (dated === 0 && works > 0 ? null : count)
  return {
    shouldStart: { ...counted(known(shouldStart), works, dated), atLeast: isPart },
    started: { ...counted(known(started), shouldStart, seen), atLeast: isPart || startUnknown > 0 },
    startRate: counted(rateOf(started, seen), works, dated - startUnknown),
  }
}

function seenFigures({ works, visits, seen }: BulletinRows) {
  const listed = works.filter(({ listed }) => listed !== null)
  const visited = listed.filter(({ listed }) => listed?.visited)
  const looked = seen.compared + seen.unchecked
  return {
    inRound: counted(listed.length, works.length),
    visited: counted(visited.length, listed.length),
    visits: counted(visits, visits),
    compared: counted(seen.compared, looked),
    agreeing: counted(seen.agreeing, seen.compared),
    unchecked: counted(seen.unchecked, looked),
    agreement: counted(rateOf(seen.agreeing, seen.compared), looked, seen.compared),
  }
}

const keyOf: Record<GroupKind, (work: BulletinWork) => string> = {
  level: ({ level }) => level ?? '',
  sector: ({ sector }) => sector,
  chain: ({ chainId }) => chainId ?? '',
}

const groupsOf = ({ works, names, round }: BulletinRows): Record<GroupKind, Group[]> => groupWorks(works, names, quarterEnd(round.quarter))

/** Works by level, sector and chain, and what each group adds up to by the end of a month. */
export function groupWorks(works: readonly BulletinWork[], names: BulletinRows['names'], through: Month): Record<GroupKind, Group[]> {
  const by = (kind: GroupKind): Group[] => {
    const members = byKey(works, keyOf[kind])
    return names[kind].flatMap(({ key, name }) => groupOf(key, name, members.get(key) ?? [], through))
  }
  return { level: by('level'), sector: by('sector'), chain: by('chain') }
}

function byKey(works: readonly BulletinWork[], keyOf: (work: BulletinWork) => string): Map<string, BulletinWork[]> {
  const members = new Map<string, BulletinWork[]>()
  for (const work of works) {
    const key = keyOf(work)
    const group = members.get(key)
    if (group) group.push(work)
    else members.set(key, [work])
  }
  return members
}

function groupOf(key: string, name: string, works: readonly BulletinWork[], through: Month): Group[] {
  const inRound = works.filter(({ listed }) => listed !== null).length
  return works.length === 0 ? [] : [{ key, name, inRound, ...progressOf(works, through) }]
}

function workFact(work: BulletinWork): WorkFact[] {
  if (work.listed === null) return []
  const { code, name, stage, light, ownerId, ownerName, responsibleId, responsibleName, plan, done } = work
  const { completion, time, gap } = completionOfWorks([work])
  const unitIds = [...new Set([ownerId, responsibleId].filter((id) => id !== null))]
  const figures = { planYuan: plan?.yuan ?? null, doneYuan: done?.yuan ?? null, month: done?.month ?? null, completion, time, gap }
  const { route, visited, rating } = work.listed
  return [{ route, visited, rating, code, name, stage, light, unitIds, unit: ownerName ?? responsibleName, ...figures }]
}

function ratingsOf(works: readonly WorkFact[]): BulletinFacts['ratings'] {
  const counts = ratingLevels.map((level) => [level, works.filter(({ rating }) => rating === level).length])
  return { ...Object.fromEntries(counts), unrated: works.filter(({ rating }) => rating === null).length }
}
