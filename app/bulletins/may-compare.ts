import { forbidden } from 'next/navigation'
import type { Actor } from '../../domain/actor'
import { canReadBulletin } from '../../domain/policy'

/** A unit reads extracts, never two whole bulletins side by side. */
export function mayCompare(actor: Actor): void {
  if (!canReadBulletin(actor, { issued: true })) forbidden()
}
