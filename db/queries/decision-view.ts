import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canReadReviewQueue } from '../../domain/policy'
import type { ReviewKind } from '../../domain/review-order'
import { orm } from '../client'
import type { Decision } from './decision'
import { outputDecision, statisticsDecision } from './decision-chains'
import { datesDecision, planDecision, sheetDecision } from './decision-works'
import { fundsDecision, statisticsInvestmentDecision } from './fund-decision'
import { updateDecision } from './update-view'

/** For the reviewers' page: null when there is no such submission. */
export function decisionFor(actor: UserActor, { kind, id }: { kind: ReviewKind; id: number }, today: Day): Decision | null {
  allow(canReadReviewQueue(actor))
  const db = orm()
  const views: Record<ReviewKind, () => Decision | null> = {
    update: () => updateDecision(db, actor, id, today),
    'fact-sheet': () => sheetDecision(db, actor, id),
    'annual-plan': () => planDecision(db, actor, id, today),
    'milestone-date': () => datesDecision(db, actor, id, today),
    output: () => outputDecision(db, actor, id),
    statistics: () => statisticsDecision(db, actor, id),
    funds: () => fundsDecision(db, actor, id),
    'statistics-investment': () => statisticsInvestmentDecision(db, actor, id),
  }
  return views[kind]()
}
