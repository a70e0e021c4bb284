import type { Day, Instant, Month, Quarter } from './calendar'
import type { FindingCategory, FindingSeverity } from './finding'
import type { FindingState } from './finding-workflow'
import type { RoundKind, ScopeRoute, StrataKind } from './inspection'
import type { LightLevel } from './light'
import type { Total } from './money'
import type { Stage } from './project'
import type { RatingLevel } from './visit'

/** 通报 as data: filled from approved facts when it is drafted, frozen when it is proposed; rendering happens in app/. */
export type BulletinFacts = {
  format: 1
  asOf: AsOf
  round: { id: number; quarter: Quarter; kind: RoundKind; title: string; fromDay: Day | null; toDay: Day | null }
  rules: Record<RuleKind, { version: number; document: string | null }>
  figures: Record<FigureName, Figure>
  groups: Record<GroupKind, Group[]>
  /** Whose works make up each sum; kept to judge what a unit may read, and never shown. */
  contributors: Record<Summed, number[]>
  ratings: Record<RatingLevel | 'unrated', number>
  draws: DrawFact[]
  /** The works of the round's list. */
  works: WorkFact[]
  /** Every work that is counted, so that two quarters can say which entered or left. */
  library: { code: string; name: string }[]
  findings: FindingFact[]
  /** What the system proposes to name; a person chooses. */
  good: string[]
  problems: ProblemFact[]
}

/** The business day of the figures, and the event chain's head when they were taken. */
export type AsOf = { day: Day; headSeq: number; headHash: string }

export const ruleKinds = ['lights', 'duty', 'rectification', 'holidays'] as const
export type RuleKind = (typeof ruleKinds)[number]
export const groupKinds = ['level', 'sector', 'chain'] as const
export type GroupKind = (typeof groupKinds)[number]

export const figureUnits = {
  works: 'works',
  inRound: 'works',
  visited: 'works',
  visits: 'visits',
  totalYuan: 'yuan',
  planYuan: 'yuan',
  doneYuan: 'yuan',
  completion: 'percent',
  timeProgress: 'percent',
  gap: 'points',
  shouldStart: 'works',
  started: 'works',
  startRate: 'percent',
  red: 'works',
  yellow: 'works',
  green: 'works',
  unlit: 'works',
  compared: 'figures',
  agreeing: 'figures',
  unchecked: 'figures',
  agreement: 'percent',
  found: 'findings',
  due: 'findings',
  dueClosed: 'findings',
  closed: 'findings',
  overdueBlue: 'findings',
  overdueYellow: 'findings',
  overdueRed: 'findings',
  carried: 'findings',
} as const
export type FigureName = keyof typeof figureUnits
export type FigureUnit = (typeof figureUnits)[FigureName]
export const figureNames = Object.keys(figureUnits) as FigureName[]

/** A figure with its account: how many of how many it rests on, through which months. `atLeast` = a partial sum. null = not known. */
/** Figures that add up units' money, or follow from such a sum: what a unit reads of them depends on who makes them up. */
export const summed = ['totalYuan', 'planYuan', 'doneYuan', 'completion', 'timeProgress', 'gap'] as const satisfies readonly FigureName[]
export type Summed = (typeof summed)[number]

export type Figure = { value: number | null; atLeast: boolean; known: number; all: number; units: number; months: Span | null }
export type Span = { from: Month; to: Month }

/** What a set of works adds up to by the quarter's end. */
export type Progress = {
  works: number
  total: Total
  plan: Total
  done: Total
  /** Works that have both an annual plan and an approved figure: completion, time progress and gap are theirs. */
  both: number
  completion: number | null
  time: number | null
  gap: number | null
  shouldStart: number
  started: number
  /** Works whose planned start is known. */
  dated: number
  /** Of those that should have started: nobody knows at which stage they are, so neither whether they have. */
  startUnknown: number
  lights: Record<LightLevel, number>
}
/** `key` '' = not entered, in no chain. */
export type Group = Progress & { key: string; name: string; inRound: number }

/** What the bulletin is computed from, a work a row. */
export type BulletinWork = {
  code: string
  name: string
  sector: string
  chainId: string | null
  level: string | null
  stage: Stage
  ownerId: number | null
  ownerName: string | null
  responsibleId: number | null
  responsibleName: string | null
  totalYuan: number | null
  /** The approved plan of the quarter's year. */
  plan: { yuan: number | null; startMonth: Month | null; finishMonth: Month | null } | null
  /** The last approved 本年累计 of that year up to the quarter's end. */
  done: { month: Month; yuan: number } | null
  /** The earliest of its plans' start months and the start milestone's baseline. */
  plannedStart: Month | null
  /** The first day in construction or a later stage. */
  startedOn: Day | null
  light: LightLevel
  listed: Listed | null
}
/** The work in the round's list. */
export type Listed = { route: ScopeRoute; visited: boolean; rating: RatingLevel | null }

export type WorkFact = Listed & {
  code: string
  name: string
  unitIds: number[]
  unit: string | null
  stage: Stage
  planYuan: number | null
  doneYuan: number | null
  month: Month | null
  completion: number | null
  time: number | null
  gap: number | null
  light: LightLevel
}

export type DrawFact = {
  n: number
  /** Title of the earlier round that drew it and was given up; null = drawn by this round itself. */
  abandoned: string | null
  reason: string | null
  version: string
  seed: string
  seedHash: string
  publicValue: string
  publicSource: string
  frozenAt: Instant
  listHash: string
  candidates: number
  count: number
  stratify: StrataKind
  weighted: boolean
  drawn: string[]
  /** Drawn works that were taken out of the list again. */
  removed: { code: string; reason: string }[]
}

export type FindingFact = {
  number: string
  code: string | null
  work: string | null
  unitId: number | null
  unit: string | null
  category: FindingCategory
  severity: FindingSeverity
  facts: string
  dueOn: Day | null
  state: FindingState
}

export const problemReasons = ['red-rating', 'red-light', 'serious', 'major'] as const
export type ProblemReason = (typeof problemReasons)[number]
/** `key` = the finding's number, or the work's code where nobody registered a finding. */
export type ProblemFact = {
  key: string
  code: string | null
  name: string
  unit: string | null
  reasons: ProblemReason[]
  facts: string | null
}

/** What persons write; no figure of the library stands in it. An erratum uses `corrections`, a bulletin the rest. */
export type BulletinTexts = {
  issuer: string
  addressee: string | null
  /** Proposed 签发人; who signs is said at issue. */
  signer: string | null
  opening: string | null
  overall: string | null
  good: Chosen[]
  problems: Chosen[]
  requirements: { words: string; dueOn: Day }[]
  corrections: { at: string; was: string; now: string }[]
  closing: string | null
}
export type Chosen = { key: string; chosen: boolean; words: string | null }

/** What an issued document keeps for good beside its bytes. */
export type FrozenBulletin = {
  format: 1
  title: string
  number: string
  facts: BulletinFacts | null
  texts: BulletinTexts
  signer: string
  day: Day
  /** The document that an erratum corrects. */
  corrects: Corrected | null
}
export type Corrected = { number: string; title: string; day: Day; sha256: string }
