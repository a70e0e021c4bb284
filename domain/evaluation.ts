import type { Day, Month } from './calendar'
import type { EvaluationKind } from './evaluation-kinds'
import type { Standing } from './indicator-standing'
import type { Total } from './money'
import type { Stage } from './project'

/** What the library says when an evaluation is drawn up; every sum with how much of it is known. */
export type EvaluationFacts = {
  kind: EvaluationKind
  year: number
  period: { id: string; name: string; from: Day; to: Day }
  asOf: { day: Day; headSeq: number; headHash: string }
  indicators: IndicatorFact[]
  chains: ChainFact[]
  boxes: BoxFact[]
  stages: StageCount[]
  works: number
  investment: InvestmentFact[]
  contradictions: ContradictionFact[]
  unknown: UnknownFacts
  reported: ReportedFact[]
}

export type IndicatorFact = {
  no: string
  group: string
  name: string
  unit: string
  kind: string
  base: string | null
  /** An approved revision of the base beside the printed one. */
  revisedBase: string | null
  target: string | null
  /** The plan's own words where another statement was chosen, with the reason. */
  chosen: { printed: string | null; reason: string } | null
  values: { year: number; value: string | null }[]
  standing: Standing
  share: number | null
  responsible: string | null
}

export type ChainFact = {
  id: string
  name: string
  targetYuan: number | null
  measure: string | null
  output: Total
  source: 'statistics' | 'enterprises' | 'none'
  through: Month | null
  works: number
  responsible: string | null
}

export type StageCount = { stage: Stage; works: number }
export type BoxFact = {
  id: string
  title: string
  works: number
  stages: StageCount[]
  plan: Total
  approved: Total & { partial: number }
  responsible: string | null
}

export const investmentLayers = ['plan', 'declared', 'reported', 'approved'] as const
export type InvestmentLayer = (typeof investmentLayers)[number]
export type InvestmentFact = { layer: InvestmentLayer } & Total & { partial: number }

export type ContradictionFact = { code: string; topic: string; kind: string; serious: boolean; a: string; b: string | null; note: string }

export const workGaps = ['owner', 'responsible', 'stage', 'investment', 'chain', 'report'] as const
export type WorkGap = (typeof workGaps)[number]
export type UnknownWork = { code: string; name: string; sector: string; gaps: WorkGap[] }

export type UnknownFacts = {
  /** Years of the period without a value, by indicator. */
  indicatorValues: { no: string; name: string; years: number[] }[]
  indicatorTargets: { no: string; name: string }[]
  indicatorBases: { no: string; name: string }[]
  chainTargets: { id: string; name: string }[]
  chainOutputs: { id: string; name: string }[]
  works: UnknownWork[]
  responsible: { kind: 'chain' | 'indicator' | 'box'; code: string; name: string }[]
}

/** Of what is there to be told, how much anybody ever told; `known` 0 = nobody ever did. */
export const reportedThings = [
  'monthly',
  'milestones',
  'fact-sheets',
  'annual-plans',
  'funds',
  'registration',
  'chain-returns',
  'chain-statistics',
  'indicators',
  'visits',
] as const
export type ReportedThing = (typeof reportedThings)[number]
export type ReportedFact = { thing: ReportedThing; known: number; all: number }

/** The words of persons; a part left empty is printed as a gap to be filled. */
export type EvaluationTexts = {
  issuer: string
  addressee: string | null
  opening: string | null
  measures: string | null
  problems: string | null
  proposals: string | null
  closing: string | null
}

export type FrozenEvaluation = {
  format: 1
  title: string
  number: string
  facts: EvaluationFacts
  texts: EvaluationTexts
  signer: string
  day: Day
}
