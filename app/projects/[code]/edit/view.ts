import type { ProjectHead } from '../../../../db/queries/project'
import type { Day } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'
import type { PlanChain } from '../../../../domain/plan'

/** What every panel of the page is drawn from. */
export type EditProps = Pick<ProjectHead, 'work' | 'chain' | 'units'> & {
  chains: readonly PlanChain[]
  /** What the plan's own text says of its chain. */
  stated: { name: string; line: number; quote: string } | null
  towns: readonly string[]
  choices: readonly { id: number; name: string }[]
  today: Day
  t: Messages
}

export const bothVersions = (t: Messages) => ({ mine: t.common.yourVersion, now: t.common.currentVersion })
