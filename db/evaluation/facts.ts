import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { EvaluationFacts } from '../../domain/evaluation'
import type { EvaluationKind } from '../../domain/evaluation-kinds'
import { addTotals as addKnown } from '../../domain/money'
import { type Rollup, rollUp } from '../../domain/rollup'
import type { Reader } from '../client'
import { chainHead } from '../events'
import { register } from '../queries/plan'
import { sectorRollups } from '../queries/rollups'
import { boxFacts, chainFacts, investmentFacts, stageCounts } from './facts-library'
import { indicatorFacts } from './indicator-facts'
import { plannedPeriod } from './plan-period'
import { reportedFacts } from './reported-facts'
import { unknownFacts } from './unknown-facts'

export type Wanted = { kind: EvaluationKind; year: number }

/** What the library says of the plan on a day: a year's values and outputs, the works as they stand. */
export function evaluationFacts(db: Reader, actor: Actor, { kind, year }: Wanted, today: Day): EvaluationFacts {
  const whole = wholeLibrary(actor)
  const indicators = indicatorFacts(db, year)
  const chains = chainFacts(db, actor, year)
  const boxes = boxFacts(db, actor)
  const { seq, hash } = chainHead(db)
  return {
    ...{ kind, year, indicators, chains, boxes },
    period: plannedPeriod(db),
    asOf: { day: today, headSeq: seq, headHash: hash },
    works: whole.works,
    stages: stageCounts(whole),
    investment: investmentFacts(whole),
    contradictions: contradictionFacts(db),
    unknown: unknownFacts(db, { indicators, chains, boxes }),
    reported: reportedFacts(db, { indicators, works: whole.works }),
  }
}

const wholeLibrary = (actor: Actor): Rollup => sumOf([...sectorRollups(actor).values()])

function sumOf(rollups: readonly Rollup[]): Rollup {
  return rollups.reduce<Rollup>((sum, next) => addRollups(sum, next), rollUp([]))
}

function addRollups(a: Rollup, b: Rollup): Rollup {
  const both = <K extends 'plan' | 'declared' | 'reported'>(key: K) => addKnown(a[key], b[key])
  const add = <K extends string>(x: Record<K, number>, y: Record<K, number>) =>
    Object.fromEntries(Object.entries<number>(x).map(([key, value]) => [key, value + y[key as K]])) as Record<K, number>
  return {
    works: a.works + b.works,
    byStage: add(a.byStage, b.byStage),
    lights: add(a.lights, b.lights),
    plan: both('plan'),
    declared: both('declared'),
    reported: both('reported'),
    approved: { ...addKnown(a.approved, b.approved), partial: a.approved.partial + b.approved.partial },
  }
}

function contradictionFacts(db: Reader): EvaluationFacts['contradictions'] {
  return register(db).map(({ code, topic, kind, severity, a, b, note }) => ({
    ...{ code, topic, kind, note },
    serious: severity === 'serious',
    a: a.text,
    b: b?.text ?? null,
  }))
}
