import { type SQL, sql } from 'drizzle-orm'
import type { comparedGroups } from '../../domain/months-params'
import { type Bridge, type ComparedMeasure, comparedMeasures, noPart, type Part } from '../../domain/period-compare'
import { orm } from '../client'

export type ComparedGroup = (typeof comparedGroups)[number] | 'all'
export type GroupBridges = { key: string; measures: Record<ComparedMeasure, Bridge> }

const columns = { planYuan: 'plan_yuan', yearToDateYuan: 'year_to_date_yuan', investedYuan: 'invested_yuan' } as const satisfies Record<
  ComparedMeasure,
  string
>
const groups = { all: `''`, sector: 'sector', chain: 'chain_id' } as const

const names = ['from', 'to', 'entered', 'left', 'changed', 'movedIn', 'movedOut'] as const
type Name = (typeof names)[number]
type Row = { name: Name; key: string; works: number } & Record<`${ComparedMeasure}${'Sum' | 'Known'}`, number>

/** Sum and count of one measure, of a lock's row or of the difference between two. */
const one = (measure: ComparedMeasure, alias: string): SQL =>
  sql.raw(`coalesce(sum(${alias}.${columns[measure]}), 0) as ${measure}Sum, count(${alias}.${columns[measure]}) as ${measure}Known`)
const difference = (measure: ComparedMeasure): SQL =>
  sql.raw(
    `coalesce(sum(b.${columns[measure]}), 0) - coalesce(sum(a.${columns[measure]}), 0) as ${measure}Sum, count(b.${columns[measure]}) - count(a.${columns[measure]}) as ${measure}Known`,
  )
const all = (part: (measure: ComparedMeasure) => SQL): SQL => sql.join(comparedMeasures.map(part), sql`, `)

/** Sums of two locks and of what lies between, by group; each part is added up on its own, so that the bridge can be checked. */
export function bridgesBetween(from: number, to: number, group: ComparedGroup): GroupBridges[] {
  const column = groups[group]
  const key = (alias: string) => sql.raw(group === 'all' ? `''` : `coalesce(${alias}.${column}, '')`)
  const same = sql`${key('a')} = ${key('b')}`
  const whole = (name: Name, lock: number) =>
    sql`select ${name} as name, ${key('a')} as key, count(*) as works, ${all((m) => one(m, 'a'))} from lock_works a where a.lock_id = ${lock} group by 2`
  const only = (name: Name, lock: number, other: number) =>
    sql`select ${name} as name, ${key('a')} as key, count(*) as works, ${all((m) => one(m, 'a'))} from lock_works a
      where a.lock_id = ${lock} and not exists (select 1 from lock_works b where b.lock_id = ${other} and b.project_id = a.project_id) group by 2`
  const both = sql`from lock_works a join lock_works b on b.lock_id = ${to} and b.project_id = a.project_id where a.lock_id = ${from}`
  const changed = sql`select ${'changed'} as name, ${key('a')} as key, 0 as works, ${all(difference)} ${both} and ${same} group by 2`
  const moved = (name: Name, side: string) =>
    sql`select ${name} as name, ${key(side)} as key, count(*) as works, ${all((m) => one(m, side))} ${both} and not ${same} group by 2`
  const parts = [
    whole('from', from),
    whole('to', to),
    only('entered', to, from),
    only('left', from, to),
    changed,
    moved('movedIn', 'b'),
    moved('movedOut', 'a'),
  ]
  return assemble(orm().all<Row>(sql.join(parts, sql` union all `)))
}

function assemble(rows: readonly Row[]): GroupBridges[] {
  const keys = [...new Set(rows.map(({ key }) => key))].sort()
  return keys.map((key) => {
    const of = (measure: ComparedMeasure, name: Name): Part => {
      const row = rows.find((one) => one.key === key && one.name === name)
      return row ? { works: row.works, yuan: row[`${measure}Sum`], known: row[`${measure}Known`] } : noPart
    }
    const bridge = (measure: ComparedMeasure) => Object.fromEntries(names.map((name) => [name, of(measure, name)])) as Bridge
    return { key, measures: Object.fromEntries(comparedMeasures.map((measure) => [measure, bridge(measure)])) as GroupBridges['measures'] }
  })
}
