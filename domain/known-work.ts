import type { Day, Instant, Month } from './calendar'
import type { FundFacts } from './fund'
import type { Opening } from './investment'
import type { ChainId, Sector } from './plan'
import type { CurvedPlan } from './plan-curve'
import type { ProjectLevel, Stage } from './project'
import type { RegistrationState } from './registration'
import type { ReviewStatus } from './review-workflow'

export type ToldUpdate = {
  id: number
  status: ReviewStatus
  current: boolean
  kind: 'monthly' | 'milestone' | 'completion'
  period: Month
  submittedOn: Day
  decidedOn: Day | null
  yearToDateYuan: number | null
  step: string | null
  percent: number | null
  completedOn: Day | null
  finalYuan: number | null
  backfilled: boolean
  /** Corrects an approved figure: not a try. */
  correction: boolean
}
export type PlanRow = CurvedPlan & { id: number; status: ReviewStatus; current: boolean }

/** Everything known of a work at a moment that a locked row is computed from. */
export type KnownWork = {
  project: {
    id: number
    code: string
    name: string
    sector: Sector
    chainId: ChainId | null
    level: ProjectLevel | null
    town: string | null
  }
  sources: readonly { itemCode: string; position: number }[]
  stages: readonly { id: number; stage: Stage; fromDay: Day }[]
  units: readonly {
    kind: 'owner' | 'responsible' | 'leader'
    name: string | null
    accountAt: Instant | null
    fromDay: Day
    toDay: Day | null
  }[]
  milestones: readonly { name: string; baselineOn: Day | null; metOn: Day | null }[]
  updates: readonly ToldUpdate[]
  plans: readonly PlanRow[]
  opening: Opening
  funds: readonly (FundFacts & { current: boolean })[]
  registrations: readonly { id: number; state: RegistrationState; onDay: Day; current: boolean }[]
}
