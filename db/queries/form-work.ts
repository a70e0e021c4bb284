import { asc, eq } from 'drizzle-orm'
import { type Actor, hasRole } from '../../domain/actor'
import { countedQuantity } from '../../domain/counted-quantity'
import { allow, refuse } from '../../domain/errors'
import type { PlanItem, Quantity } from '../../domain/plan'
import { canEnterOnBehalf, canSubmitUpdate, isOwn } from '../../domain/policy'
import type { Words } from '../../domain/template'
import type { Reader } from '../client'
import { milestoneTemplates } from '../reference/milestone-templates'
import { projectSources } from '../schema'
import { planItem } from './plan'
import { type Work, workByCode } from './work'

/** A work for somebody who may report on it; for another unit's owner there is none. */
export function formWork(db: Reader, actor: Actor, code: string): Work {
  const work = workByCode(db, code)
  if (hasRole(actor, 'owner') && !isOwn(actor, work)) refuse('not-found')
  allow(canSubmitUpdate(actor, work) || canEnterOnBehalf(actor))
  return work
}

/** The steps of physical progress to choose from; none while a work has no template: then they are written freely. */
export function stepWords(templateCode: string | null): readonly Words[] {
  return milestoneTemplates.find((template) => template.code === templateCode)?.steps ?? []
}

export function mainItem(db: Reader, projectId: number): PlanItem | null {
  const source = db.select().from(projectSources).where(eq(projectSources.projectId, projectId)).orderBy(asc(projectSources.position)).get()
  return source ? planItem(source.itemCode, db) : null
}

export const quantityOf = (db: Reader, projectId: number): Quantity | null => countedQuantity(mainItem(db, projectId))
