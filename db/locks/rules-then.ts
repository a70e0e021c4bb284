import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Moment } from '../../domain/as-of'
import type { Day, Holidays } from '../../domain/calendar'
import type { DutyRules } from '../../domain/duty'
import type { LightRules } from '../../domain/rating'
import type { SummaryRules } from '../../domain/summary'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { ruleSets } from '../schema'

const byThen = (db: Reader) =>
  db
    .select({ version: ruleSets.version, body: ruleSets.body })
    .from(ruleSets)
    .where(
      and(
        eq(ruleSets.kind, sql.placeholder('kind')),
        lte(ruleSets.approvedAt, sql.placeholder('at')),
        lte(ruleSets.effectiveFrom, sql.placeholder('day')),
      ),
    )
    .orderBy(desc(ruleSets.version))
    .limit(1)
    .prepare()
const first = (db: Reader) =>
  db
    .select({ version: ruleSets.version, body: ruleSets.body })
    .from(ruleSets)
    .where(eq(ruleSets.kind, sql.placeholder('kind')))
    .orderBy(ruleSets.version)
    .limit(1)
    .prepare()

/** The rules in force on a day, as they had been approved by the moment; the first version for days before all of them. */
export function rulesThen(db: Reader, { at }: Moment, day: Day): SummaryRules & { version: number } {
  const of = (kind: 'duty' | 'lights' | 'holidays') => {
    const row = prepared(db, byThen).get({ kind, at, day }) ?? prepared(db, first).get({ kind })
    if (!row) throw new Error(`no ${kind} rules in this library`)
    return row
  }
  const lights = of('lights')
  return {
    version: lights.version,
    lights: lights.body as LightRules,
    duty: of('duty').body as DutyRules,
    holidays: of('holidays').body as Holidays,
  }
}
