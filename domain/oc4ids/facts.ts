import type { Day, Instant, Month } from '../calendar'
import type { constructionKinds } from '../fact-sheet'
import type { Sector } from '../plan'
import type { Stage } from '../project'

/** Of an organisation only what it is called and of which kind it is. */
export type OcUnit = { id: number; name: string; isPublic: boolean }
export type OcMilestone = {
  id: number
  name: string
  templateKey: string | null
  originalOn: Day
  baselineOn: Day
  metOn: Day | null
}
export type OcClause = { item: string; boxId: string; boxTitle: string; line: number; description: string | null }

/** Approved facts of a public work, and nothing else of it: what is not here cannot be given out. null = not known. */
export type OcFacts = {
  code: string
  name: string
  sector: Sector
  /** With the stages it had, in their order. */
  stage: Stage
  stages: readonly { stage: Stage; from: Day }[]
  /** One of the plan's towns; a free text is none. */
  town: string | null
  nationalCode: string | null
  constructionKind: (typeof constructionKinds)[number] | null
  content: string | null
  startMonth: Month | null
  finishMonth: Month | null
  totalYuan: number | null
  /** `partial` = the sum is a lower bound. */
  invested: { yuan: number; partial: boolean; month: Month | null } | null
  percent: { value: number; month: Month } | null
  plans: readonly { year: number; yuan: number }[]
  milestones: readonly OcMilestone[]
  completedOn: Day | null
  finalYuan: number | null
  /** 责任单位 and 业主 in force. */
  units: readonly OcUnit[]
  clauses: readonly OcClause[]
}

/** What the package says of itself. */
export type OcSetting = { prefix: string; publisher: string; origin: string; today: Day; demo: boolean; changedAt: Instant }
