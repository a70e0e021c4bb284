import type { MilestonePlan, PlannedMilestone } from '../../../../db/queries/milestone-plan'
import type { UserActor } from '../../../../domain/actor'
import type { Day } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'

/** A milestone with its words in the reader's language where it came from a template. */
export type ShownMilestone = PlannedMilestone & { words: { name: string; definition: string; proof: string } }
export type MilestonesView = {
  actor: UserActor
  work: MilestonePlan['work']
  people: MilestonePlan['people']
  milestones: readonly ShownMilestone[]
  today: Day
  t: Messages
}

export const bothVersions = (t: Messages) => ({ mine: t.common.yourVersion, now: t.common.currentVersion })
