import { asc, eq, isNotNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canKeepEvaluation, canReadYear } from '../../domain/policy'
import type { ResponsibilityKind } from '../../domain/responsibility'
import { orm, type Reader } from '../client'
import { type Responsible, responsibleNow } from '../evaluation/responsible'
import { organisations, responsibilities } from '../schema'
import { indicators, planBoxes, planChains } from './plan'

export type Earlier = { name: string; fromDay: Day; toDay: Day }
export type Answered = { kind: ResponsibilityKind; code: string; name: string; now: Responsible | null; earlier: Earlier[] }

/** Every chain's target, indicator and box with who answers for it now and who did: as many as the plan has. */
export function responsibilityList(actor: Actor): { rows: Answered[]; mayChange: boolean } {
  allow(canReadYear(actor))
  const db = orm()
  const [now, earlier] = [responsibleNow(db), earlierOf(db)]
  const row = (kind: ResponsibilityKind, code: string, name: string): Answered => {
    const key = `${kind}:${code}`
    return { kind, code, name, now: now.get(key) ?? null, earlier: earlier.get(key) ?? [] }
  }
  const rows = [
    ...planChains(db).map(({ id, name }) => row('chain', id, name)),
    ...indicators(db).map(({ no, name }) => row('indicator', no, name)),
    ...planBoxes(db).map(({ id, title }) => row('box', id, title)),
  ]
  return { rows, mayChange: canKeepEvaluation(actor) }
}

const mostEarlier = 2000

function earlierOf(db: Reader): Map<string, Earlier[]> {
  const { kind, code, fromDay, toDay } = responsibilities
  const rows = db
    .select({ kind, code, fromDay, toDay, name: organisations.name })
    .from(responsibilities)
    .innerJoin(organisations, eq(organisations.id, responsibilities.organisationId))
    .where(isNotNull(toDay))
    .orderBy(asc(responsibilities.id))
    .limit(mostEarlier)
    .all()
  const earlier = new Map<string, Earlier[]>()
  for (const row of rows) {
    const key = `${row.kind}:${row.code}`
    earlier.set(key, [...(earlier.get(key) ?? []), { name: row.name, fromDay: row.fromDay, toDay: row.toDay ?? '' }])
  }
  return earlier
}
