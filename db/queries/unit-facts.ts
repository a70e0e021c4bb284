import { sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { nothing } from '../../domain/money'
import { canReadYear } from '../../domain/policy'
import type { ResponsibilityKind } from '../../domain/responsibility'
import { type Counted, noMonths, type UnitFacts } from '../../domain/unit-facts'
import { orm, type Reader } from '../client'
import { heldBy, moneyOf, monthsOf } from '../evaluation/unit-works'

export const unitsAPage = 20
export type UnitSheet = { rows: UnitFacts[]; total: number }

/** A year's facts of every unit that had anything to do in it, in order of names: nobody is ranked. */
export function unitFacts(actor: Actor, year: number, page: number, today: Day): UnitSheet {
  allow(canReadYear(actor))
  const db = orm()
  const all = db.all<{ id: number; name: string }>(unitsOf(year))
  const units = all.slice((page - 1) * unitsAPage, page * unitsAPage)
  const ids = units.map(({ id }) => id)
  const held = ids.length === 0 ? [] : heldBy(db, ids, year)
  const [months, money] = [monthsOf(db, held, year, today), moneyOf(db, held, year)]
  const [findings, conditions, answers] = [findingsOf(db, ids, year), conditionsOf(db, ids, year), answersOf(db, ids, year)]
  const none: Counted = { known: 0, all: 0 }
  const rows = units.map(({ id, name }) => ({
    ...{ id, name },
    works: new Set(held.filter(({ unitId }) => unitId === id).map(({ projectId }) => projectId)).size,
    months: months.get(id) ?? noMonths,
    ...(money.get(id) ?? { planned: nothing, done: nothing }),
    findings: findings.get(id) ?? none,
    conditions: conditions.get(id) ?? none,
    answersFor: answers.get(id) ?? [],
  }))
  return { rows, total: all.length }
}

const first = (year: number): Day => `${year}-01-01`
const last = (year: number): Day => `${year}-12-31`

const unitsOf = (year: number) => sql`
  select o.id, o.name from organisations o where o.id in (
    select organisation_id from assignments where kind in ('owner', 'responsible') and from_day <= ${last(year)} and (to_day is null or to_day > ${first(year)})
    union select unit_id from findings where found_on between ${first(year)} and ${last(year)}
    union select asked_of_id from conditions where raised_on between ${first(year)} and ${last(year)}
    union select organisation_id from responsibilities where from_day <= ${last(year)} and (to_day is null or to_day > ${first(year)})
  ) order by o.name, o.id`

type Row = Counted & { id: number }
const byId = (rows: readonly Row[]): Map<number, Counted> => new Map(rows.map(({ id, known, all }) => [id, { known, all }]))
const among = (ids: readonly number[]) =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )

/** Found in the year; how many of them are closed by now. Withdrawn ones were none. */
const findingsOf = (db: Reader, ids: readonly number[], year: number): Map<number, Counted> =>
  byId(
    db.all<Row>(sql`select unit_id as id, count(closed_on) as known, count(*) as "all" from findings
      where unit_id in (${among(ids)}) and found_on between ${first(year)} and ${last(year)} and state <> 'withdrawn' group by unit_id`),
  )

/** Asked of the unit in the year, of those that have a clock: how many were answered by their day. */
const conditionsOf = (db: Reader, ids: readonly number[], year: number): Map<number, Counted> =>
  byId(
    db.all<Row>(sql`select asked_of_id as id, sum(answered_on is not null and answered_on <= unit_due_on) as known, count(*) as "all" from conditions
      where asked_of_id in (${among(ids)}) and raised_on between ${first(year)} and ${last(year)} and unit_due_on is not null group by asked_of_id`),
  )

function answersOf(db: Reader, ids: readonly number[], year: number): Map<number, UnitFacts['answersFor']> {
  const rows = db.all<{
    id: number
    kind: ResponsibilityKind
    code: string
  }>(sql`select distinct organisation_id as id, kind, code from responsibilities
    where organisation_id in (${among(ids)}) and from_day <= ${last(year)} and (to_day is null or to_day > ${first(year)}) order by kind, code`)
  const answers = new Map<number, UnitFacts['answersFor']>()
  for (const { id, kind, code } of rows) answers.set(id, [...(answers.get(id) ?? []), { kind, code }])
  return answers
}
