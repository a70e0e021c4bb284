import type { Moment } from '../../domain/as-of'
import type { LockSpan } from '../../domain/lock'
import { type LockWork, lockWork } from '../../domain/lock-work'
import type { Reader } from '../client'
import { houseThen } from './house-then'
import { knownWork } from './known-work'
import { rulesThen } from './rules-then'

/**
 * The figures of a period as they were known at a moment, work by work; null for a work that did not count. The one computation behind a lock:
 * asked again later for the moment it was read at, it gives what was published then.
 */
export function factsAsOf(db: Reader, moment: Moment, span: LockSpan): (projectId: number) => LockWork | null {
  const then = houseThen(db, moment, span)
  const rules = rulesThen(db, moment, span.standsOn)
  return (projectId) => {
    const known = knownWork(db, projectId, moment, then)
    return known && lockWork(known, span, rules)
  }
}
