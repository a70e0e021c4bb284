import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Instant, Month } from '../../domain/calendar'
import { fewestEnterprises } from '../../domain/rollup'
import { type House, house } from '../client'
import { locks, lockTotals } from '../schema'
import type { LockRow } from './row'

/** `invested` = approved investment since the year's beginning; null while it is held back. */
export type PublishedMonth = {
  period: Month
  revision: number
  publishedAt: Instant
  works: number
  invested: { yuan: number | null; known: number; unknown: number } | null
}

const mostMonths = 36
/** Locks only ever follow each other: what was told of the ones before stays so. */
const kept = new WeakMap<House, Map<number, boolean>>()

/** The newest revision of each locked month, the latest month first. A month held back keeps what an earlier revision of it told. */
export function publishedMonths(): PublishedMonth[] {
  const rows = confirmedMonths()
  const told = new Set(toldLocks(rows).map(({ id }) => id))
  const periods = [...new Set(rows.map(({ period }) => period))].sort().reverse().slice(0, mostMonths)
  return periods.map((period) => {
    const ofPeriod = rows.filter((row) => row.period === period)
    const shown = ofPeriod.findLast(({ id }) => told.has(id)) ?? ofPeriod.at(-1)
    return monthOf(shown as LockRow, told)
  })
}

const confirmedMonths = (): LockRow[] =>
  house()
    .orm.select()
    .from(locks)
    .where(and(eq(locks.kind, 'month'), eq(locks.state, 'confirmed')))
    .orderBy(asc(locks.decidedAt), asc(locks.id))
    .all()

function monthOf({ id, period, revision, decidedAt, at }: LockRow, told: ReadonlySet<number>): PublishedMonth {
  const whole = house()
    .orm.select()
    .from(lockTotals)
    .where(and(eq(lockTotals.lockId, id), eq(lockTotals.dimension, 'all')))
    .orderBy(desc(lockTotals.key))
    .get()
  const works = whole?.works ?? 0
  const known = whole?.yearToDateKnown ?? 0
  const invested = whole && told.has(id) ? { yuan: whole.yearToDateYuan, known, unknown: works - known } : null
  return { period, revision, publishedAt: decidedAt ?? at, works, invested }
}

/** The rule of `toldOf` (domain/published-output.ts), with the works' units as those whose figure must not come out; a year is a matter of its own. */
function toldLocks(rows: readonly LockRow[]): LockRow[] {
  const answers = kept.get(house()) ?? new Map<number, boolean>()
  kept.set(house(), answers)
  const told: LockRow[] = []
  for (const row of rows) {
    const before = told.filter(({ period }) => period.slice(0, 4) === row.period.slice(0, 4)).map(({ id }) => id)
    const tells = answers.get(row.id) ?? freshUnits(row.id, before) >= fewestEnterprises
    answers.set(row.id, tells)
    if (tells) told.push(row)
  }
  return told
}

/** Units with a work whose figure stood in none of those told before; counted no further than is asked. */
function freshUnits(lockId: number, before: readonly number[]): number {
  const unit = sql`coalesce(w.owner_name, w.responsible_name, w.code)`
  const fresh = sql`select distinct ${unit} as unit from lock_works w where w.lock_id = ${lockId} and w.year_to_date_yuan is not null
    and not exists (select 1 from json_each(${JSON.stringify(before)}) b join lock_works e on e.lock_id = b.value and e.project_id = w.project_id
      where e.year_to_date_yuan = w.year_to_date_yuan) limit ${fewestEnterprises}`
  return house().orm.get<{ units: number }>(sql`select count(*) as units from (${fresh})`).units
}
