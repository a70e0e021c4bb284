import type { RegistrationToRate } from '../../domain/rating-support'
import type { RegistrationFacts } from '../../domain/registration'
import type { ProjectFacts } from '../../domain/summary'
import type { Reader } from '../client'
import { fundFacts, registrationFacts } from '../funds/facts'

/** Funds in place and the entry in the statistics, as the lights beside progress need them; null = nobody told. */
export function supportFacts(db: Reader, projectId: number): Pick<ProjectFacts, 'funds' | 'registration'> {
  const { quarter, inPlaceYuan, paidYuan, unknown } = fundFacts(db, projectId)
  return {
    funds: quarter === null ? null : { quarter, inPlaceYuan, inPlacePartial: unknown > 0, paidYuan },
    registration: toRate(registrationFacts(db, projectId)),
  }
}

const settled = ['registered', 'exempt', 'removed'] as const

function toRate({ state, since, constructionSince }: RegistrationFacts): RegistrationToRate | null {
  if (state === null) return null
  return { state: settled.find((each) => each === state) ?? 'open', since, constructionSince }
}
