import type { UserActor } from '../../domain/actor'
import { type Comparison, compareBulletins } from '../../domain/bulletin-comparison'
import { found } from '../../domain/errors'
import { orm, type Reader } from '../client'
import { frozenBulletin } from '../inspection/bulletin-frozen'
import { readableBulletin } from './bulletin'

export type ComparedBulletin = { id: number; title: string; number: string; day: string; quarter: string }
export type BulletinComparison = Comparison & { bulletins: { a: ComparedBulletin; b: ComparedBulletin } }

/** Any two issued bulletins side by side, from what was frozen of each. */
export function bulletinComparison(actor: UserActor, a: number, b: number): BulletinComparison {
  const db = orm()
  const [before, now] = [issuedFacts(db, actor, a), issuedFacts(db, actor, b)]
  return { ...compareBulletins(before.facts, now.facts), bulletins: { a: before.bulletin, b: now.bulletin } }
}

function issuedFacts(db: Reader, actor: UserActor, id: number) {
  const { documentId } = readableBulletin(db, actor, id)
  const { facts, title, number, day } = frozenBulletin(db, found(documentId))
  const frozen = found(facts)
  return { facts: frozen, bulletin: { id, title, number, day, quarter: frozen.round.quarter } satisfies ComparedBulletin }
}
