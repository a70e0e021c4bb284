import type { ProjectHead } from '../../../db/queries/project'
import type { ProjectFindings } from '../../../db/queries/project-findings'
import type { ProjectRecord } from '../../../db/queries/project-record'
import type { ProjectVisits } from '../../../db/queries/project-visits'
import type { RatingItem } from '../../../db/queries/ratings'
import type { UpdateRow } from '../../../db/queries/update-facts'
import type { SeenFact } from '../../../db/queries/visit-seen'
import type { UserActor } from '../../../domain/actor'
import type { Day } from '../../../domain/calendar'
import type { Locale, Messages } from '../../../domain/messages'
import type { Layers, SeenLayer } from '../../../domain/project-layers'

/** What every panel of the page is drawn from. */
export type ProjectPageProps = {
  actor: UserActor
  head: ProjectHead
  record: ProjectRecord
  layers: Layers<UpdateRow>
  /** The fourth layer: what was last seen on site. */
  seen: SeenLayer<SeenFact>
  visits: ProjectVisits
  ratings: readonly RatingItem[]
  findings: ProjectFindings
  /** Names of the chains by id. */
  chains: Record<string, string>
  today: Day
  locale: Locale
  t: Messages
}
