import { planDocumentOf } from '../../domain/api/plan-document'
import { orm, type Reader } from '../client'
import { thePlan } from './plan'

export type PlanAnswer = { etag: string; body: string }

/** Written once for each load of the plan: its hash is the tag. */
let kept: PlanAnswer | null = null

export function planDocument(db: Reader = orm()): PlanAnswer {
  const plan = thePlan(db)
  const etag = `"${plan.dataHash.slice(0, 32)}"`
  if (kept?.etag !== etag) kept = { etag, body: JSON.stringify(planDocumentOf(plan)) }
  return kept
}
