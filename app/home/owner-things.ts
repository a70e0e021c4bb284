import type { AskedCondition, DueMilestone, DueOutput, DueReport } from '../../db/queries/home-owner'
import type { Returned } from '../../db/queries/home-returned'

/** What every month asks of a project unit. */
export type MonthThings = {
  organisationId: number
  returned: readonly Returned[]
  due: readonly DueReport[]
  milestones: readonly DueMilestone[]
  asked: readonly AskedCondition[]
  outputs: readonly DueOutput[]
}
