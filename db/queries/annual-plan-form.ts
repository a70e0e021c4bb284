import { desc, eq } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canDraftAnnualPlan } from '../../domain/policy'
import { orm } from '../client'
import { annualPlans } from '../schema'
import { type People, peopleOf } from './people'
import { readableWork } from './readable-work'
import type { Work } from './work'

export type AnnualPlanRow = typeof annualPlans.$inferSelect
export type AnnualPlanForm = {
  work: Work
  /** All years, the latest first. */
  plans: AnnualPlanRow[]
  people: People
  current: AnnualPlanRow | null
  waiting: AnnualPlanRow | null
  /** The last try of that year when it was returned, or withdrawn by the reader: the form goes on from it. */
  cameBack: AnnualPlanRow | null
  /** How many were approved for that year: what the form was shown. */
  version: number
}

export function annualPlanForm(actor: UserActor, code: string, year: number): AnnualPlanForm {
  const db = orm()
  const work = readableWork(db, actor, code)
  allow(canDraftAnnualPlan(actor, work))
  const plans = db
    .select()
    .from(annualPlans)
    .where(eq(annualPlans.projectId, work.id))
    .orderBy(desc(annualPlans.year), desc(annualPlans.id))
    .all()
  const ofYear = plans.filter((plan) => plan.year === year)
  const last = ofYear[0]
  const cameBack = last?.status === 'returned' || (last?.status === 'withdrawn' && isSelf(actor, last.submittedBy))
  return {
    work,
    plans,
    people: peopleOf(
      db,
      plans.flatMap((plan) => [plan.submittedBy, plan.decidedBy]),
    ),
    current: ofYear.find((plan) => plan.current) ?? null,
    waiting: ofYear.find((plan) => plan.status === 'submitted') ?? null,
    cameBack: last && cameBack ? last : null,
    version: ofYear.filter((plan) => plan.status === 'approved').length,
  }
}
