import type { Day, Instant } from './calendar'
import type { FindingCategory, FindingSeverity } from './finding'
import type { FindingState } from './finding-workflow'
import type { RoundKind } from './inspection'
import type { Light } from './light'
import type { Locale } from './locale'
import type { Stage } from './project'
import type { SeenFigure } from './visit'

/** What an inspector takes along (`GET /api/field/package?round=3`): enough to work a day without a network. Money in 元; null = not known. */
export type FieldPackage = {
  format: 1
  /** Made-up history: the phone says so on every page, as the library does. */
  demo: boolean
  user: { id: number; name: string; organisation: string; mayRate: boolean }
  locale: Locale
  serverTime: Instant
  today: Day
  round: { id: number; title: string; kind: RoundKind; quarter: string; fromDay: Day | null; toDay: Day | null; announced: boolean }
  works: FieldWork[]
}

export type FieldSaid = { value: number | string | null; month: string | null; on: Day | null }
export type FieldFigure = {
  figure: SeenFigure
  /** Name of a milestone, unit of a quantity; null for the figures that messages name. */
  name: string | null
  unit: string | null
  approved: FieldSaid | null
  /** What waits for the bureau's decision, if anything does. */
  reported: FieldSaid | null
}
export type FieldFindingInHand = {
  number: string
  state: FindingState
  category: FindingCategory
  severity: FindingSeverity
  facts: string
  dueOn: Day | null
}
export type FieldWork = {
  code: string
  name: string
  sector: string
  stage: Stage
  town: string | null
  owner: string | null
  responsible: string | null
  group: string | null
  visitOn: Day | null
  clauses: { item: string; line: number; text: string }[]
  content: string | null
  planYuan: number | null
  totalYuan: number | null
  figures: FieldFigure[]
  milestones: { id: number; name: string; baselineOn: Day | null; forecastOn: Day | null; metOn: Day | null }[]
  lights: Light[]
  findings: FieldFindingInHand[]
  /** Visits of this round that were handed in before, by anybody. */
  visits: number
  materials: { name: string; handedIn: boolean }[]
  basis: { packagedAt: Instant; version: number; approvedUpdateId: number | null; reportedUpdateId: number | null }
}
