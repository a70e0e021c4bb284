import type { Actor, Ctx } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import { type BulletinWriters, canIssueBulletin, wroteBulletin } from '../../domain/policy'
import { submitter } from '../review'

/** Four eyes: who drafted it, proposed it or wrote in it is told why; everybody else without the permission is refused. */
export function allowIssue(
  { actor }: Ctx,
  row: BulletinWriters,
  mayIssue: (actor: Actor, row: BulletinWriters) => boolean = canIssueBulletin,
): void {
  if (wroteBulletin(actor, row)) refuse('not-self')
  allow(mayIssue(actor, row))
}

/** Who has written in it so far, with whoever does now; a step back takes nobody off. */
export function withWriter(ctx: Ctx, { draftedBy, proposedBy, editors }: BulletinWriters): { editors: number[] } {
  const before = editors ?? [draftedBy, proposedBy].filter((by) => by !== null)
  return { editors: [...new Set([...before, submitter(ctx)])] }
}
