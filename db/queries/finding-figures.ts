import { and, count, desc, eq, gte, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { type Day, monthOf, previousQuarter, type Quarter, quarterOf } from '../../domain/calendar'
import type { FindingCategory, FindingSeverity } from '../../domain/finding'
import { type FindingAge, type FindingFilter, findingAges, foundBetween } from '../../domain/finding-params'
import { canKeepRounds } from '../../domain/policy'
import { orm } from '../client'
import { findings, organisations, projectList } from '../schema'
import { findingCondition, isOpen } from './finding-filter'
import { keptAnswer } from './kept'
import { scopeKey } from './scope'

export type Repeat = { code: string; name: string; category: FindingCategory; rows: number }
export type FindingFigures = {
  open: number
  /** From the day it was found to the day it was closed; null while none is closed. */
  medianDays: number | null
  closed: number
  byUnit: { id: number | null; name: string | null; rows: number }[]
  byAge: Record<FindingAge, number>
  bySeverity: Partial<Record<FindingSeverity, number>>
  byChain: { chainId: string | null; rows: number }[]
  repeats: Repeat[]
}

/** What the register adds up to, with the filter but for the group that is shown. */
export function findingFigures(actor: UserActor, filter: FindingFilter, today: Day): FindingFigures {
  const whole = { ...filter, show: 'all' as const, state: undefined }
  const all = findingCondition(actor, whole, today)
  // The filter by a round tells supervisors more than others who read all works.
  const scope = `${scopeKey(actor)} ${canKeepRounds(actor) ? 'rounds' : 'open'}`
  return keptAnswer(`findings ${scope} ${today} ${JSON.stringify(whole)}`, () => figuresOf(all, today))
}

function figuresOf(all: SQL | undefined, today: Day): FindingFigures {
  const open = and(all, isOpen())
  const ages = findingAges.map((age) => [age, rowsOf(and(open, foundIn(age, today)))] as const)
  return {
    open: rowsOf(open),
    ...timeToClose(all),
    byUnit: byUnit(open),
    byAge: Object.fromEntries(ages) as Record<FindingAge, number>,
    bySeverity: bySeverity(open),
    byChain: byChain(open),
    repeats: repeatsIn(all, today),
  }
}

const rowsOf = (where: SQL | undefined): number => orm().select({ rows: count() }).from(findings).where(where).get()?.rows ?? 0

function foundIn(age: FindingAge, today: Day): SQL {
  const { from, to } = foundBetween(age, today)
  return sql`${findings.foundOn} between ${from ?? '0000'} and ${to ?? '9999'}`
}

/** The middle one, or the mean of the two in the middle. */
function timeToClose(all: SQL | undefined): { medianDays: number | null; closed: number } {
  const where = and(all, eq(findings.state, 'closed'), isNotNull(findings.closedOn))
  const closed = rowsOf(where)
  if (closed === 0) return { medianDays: null, closed }
  const days = sql<number>`cast(julianday(${findings.closedOn}) - julianday(${findings.foundOn}) as integer)`
  const middle = orm()
    .select({ days })
    .from(findings)
    .where(where)
    .orderBy(days)
    .limit(closed % 2 === 0 ? 2 : 1)
    .offset(Math.floor((closed - 1) / 2))
    .all()
  return { medianDays: middle.reduce((sum, row) => sum + row.days, 0) / middle.length, closed }
}

const mostUnits = 12

/** A unit that is only named in the register has not been given anything yet. */
const givenTo = sql<number | null>`case when findings.state = 'registered' then null else findings.unit_id end`

function byUnit(open: SQL | undefined): FindingFigures['byUnit'] {
  return orm()
    .select({ id: givenTo, name: organisations.name, rows: count() })
    .from(findings)
    .leftJoin(organisations, eq(organisations.id, givenTo))
    .where(open)
    .groupBy(givenTo)
    .orderBy(desc(count()))
    .limit(mostUnits)
    .all()
}

function bySeverity(open: SQL | undefined): FindingFigures['bySeverity'] {
  const rows = orm().select({ severity: findings.severity, rows: count() }).from(findings).where(open).groupBy(findings.severity).all()
  return Object.fromEntries(rows.map(({ severity, rows }) => [severity, rows]))
}

function byChain(open: SQL | undefined): FindingFigures['byChain'] {
  return orm()
    .select({ chainId: projectList.chainId, rows: count() })
    .from(findings)
    .leftJoin(projectList, eq(projectList.projectId, findings.projectId))
    .where(open)
    .groupBy(projectList.chainId)
    .orderBy(desc(count()))
    .all()
}

/** The first of the four quarters that are looked at for the same kind of thing at the same work. */
export function repeatsSince(today: Day): Quarter {
  const now = quarterOf(monthOf(today))
  return previousQuarter(previousQuarter(previousQuarter(now)))
}

const mostRepeats = 10

function repeatsIn(all: SQL | undefined, today: Day): Repeat[] {
  return orm()
    .select({ code: projectList.code, name: projectList.name, category: findings.category, rows: count() })
    .from(findings)
    .innerJoin(projectList, eq(projectList.projectId, findings.projectId))
    .where(and(all, gte(findings.quarter, repeatsSince(today)), ne(findings.state, 'withdrawn')))
    .groupBy(findings.projectId, findings.category)
    .having(sql`count(*) > 1`)
    .orderBy(desc(count()))
    .limit(mostRepeats)
    .all()
}
