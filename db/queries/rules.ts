import { and, desc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { Day, Holidays } from '../../domain/calendar'
import type { DutyRules } from '../../domain/duty'
import type { EscalationRules } from '../../domain/escalation'
import type { ExpectedWeights } from '../../domain/expected'
import type { RectificationRules } from '../../domain/finding'
import type { LightRules } from '../../domain/rating'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { ruleSets } from '../schema'

type Kind = (typeof ruleSets.$inferSelect)['kind']
export type InForce<T> = { version: number; document: string | null; approvedAt: string | null; body: T }

const approved = and(eq(ruleSets.kind, sql.placeholder('kind')), isNotNull(ruleSets.approvedAt))
const head = { id: ruleSets.id, version: ruleSets.version, document: ruleSets.document, approvedAt: ruleSets.approvedAt }
const latestOn = (db: Reader) =>
  db
    .select(head)
    .from(ruleSets)
    .where(and(approved, lte(ruleSets.effectiveFrom, sql.placeholder('day'))))
    .orderBy(desc(ruleSets.version))
    .limit(1)
    .prepare()
const first = (db: Reader) => db.select(head).from(ruleSets).where(approved).orderBy(ruleSets.version).limit(1).prepare()
const bodyOf = (db: Reader) =>
  db
    .select({ body: ruleSets.body })
    .from(ruleSets)
    .where(eq(ruleSets.id, sql.placeholder('id')))
    .prepare()

/** What an approved version says never changes, so it is read from its JSON once a connection. */
const bodies = (_: Reader) => new Map<string, unknown>()

/** The approved version in force on a day; the first one when the day lies before all of them. */
function inForce<T>(db: Reader, kind: Kind, day: Day): InForce<T> {
  const row = prepared(db, latestOn).get({ kind, day }) ?? prepared(db, first).get({ kind })
  if (!row) throw new Error(`no ${kind} rules in this library`)
  const { id, ...inForceHead } = row
  const known = prepared(db, bodies)
  const name = `${id} ${row.version} ${row.approvedAt}`
  if (!known.has(name)) known.set(name, prepared(db, bodyOf).get({ id })?.body)
  return { ...inForceHead, body: known.get(name) as T }
}

/** Any kind, for what treats them all alike. */
export const ruleInForce = (db: Reader, kind: Kind, day: Day) => inForce<unknown>(db, kind, day)

export const dutyRules = (db: Reader, day: Day) => inForce<DutyRules>(db, 'duty', day)
export const lightRules = (db: Reader, day: Day) => inForce<LightRules & { expected: ExpectedWeights }>(db, 'lights', day)
export const rectificationRules = (db: Reader, day: Day) => inForce<RectificationRules>(db, 'rectification', day)
export const escalationRules = (db: Reader, day: Day) => inForce<EscalationRules>(db, 'escalation', day)
export const holidays = (db: Reader, day: Day) => inForce<Holidays>(db, 'holidays', day)

/** The three together, as the rules of a day. */
export function rulesOn(db: Reader, day: Day) {
  return { duty: dutyRules(db, day).body, lights: lightRules(db, day), holidays: holidays(db, day).body }
}
export type Rules = ReturnType<typeof rulesOn>
