import type { ProjectHead } from '../../../db/queries/project'
import type { ProjectRecord } from '../../../db/queries/project-record'
import type { UpdateRow } from '../../../db/queries/update-facts'
import type { UserActor } from '../../../domain/actor'
import type { Day } from '../../../domain/calendar'
import type { Locale, Messages } from '../../../domain/messages'
import type { Layers } from '../../../domain/project-layers'

/** What every panel of the page is drawn from. */
export type ProjectPageProps = {
  actor: UserActor
  head: ProjectHead
  record: ProjectRecord
  layers: Layers<UpdateRow>
  /** Names of the chains by id. */
  chains: Record<string, string>
  today: Day
  locale: Locale
  t: Messages
}
