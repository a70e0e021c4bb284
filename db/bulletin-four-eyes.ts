import { type Ctx, isSelf } from '../domain/actor'
import { allow, refuse } from '../domain/errors'
import { canIssueBulletin } from '../domain/policy'
import type { BulletinRow } from './bulletin-row'

/** Four eyes: who drafted or proposed it is told why; everybody else without the permission is refused. */
export function allowIssue({ actor }: Ctx, row: Pick<BulletinRow, 'draftedBy' | 'proposedBy'>): void {
  if (isSelf(actor, row.draftedBy) || isSelf(actor, row.proposedBy)) refuse('not-self')
  allow(canIssueBulletin(actor, row))
}
