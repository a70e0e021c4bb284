import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Day, yearOf } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import { contradictionsOf, type Statement, statementsOf, targetOf } from '../../domain/indicator'
import { type Progress, progressOf } from '../../domain/indicator-standing'
import type { Contradiction, PlanIndicator } from '../../domain/plan'
import { canEnterIndicators, canReadYear, canReview, canWithdraw } from '../../domain/policy'
import { orm } from '../client'
import { choicesInForce, valuesInForce } from '../evaluation/indicator-facts'
import { planYears, yearsOf } from '../evaluation/plan-period'
import { responsibleNow } from '../evaluation/responsible'
import { indicatorTargets, indicatorValues } from '../schema'
import { peopleOf } from './people'
import { indicators, register } from './plan'

/** `last` = the latest year that has a value; `contradictions` = entries of the register that touch the row. */
export type IndicatorRow = {
  indicator: PlanIndicator
  revisedBase: string | null
  target: { text: string; chosen: boolean } | null
  values: { year: number; value: string | null }[]
  last: { year: number; value: string; progress: Progress } | null
  contradictions: Contradiction[]
  responsible: string | null
}
export type IndicatorMatrix = { base: number; years: number[]; over: number[]; rows: IndicatorRow[]; mayEnter: boolean }

/** Indicators × years, with what the plan gives at both ends. */
export function indicatorMatrix(actor: Actor, today: Day): IndicatorMatrix {
  allow(canReadYear(actor))
  const db = orm()
  const period = planYears(db)
  const years = yearsOf(period)
  const all = indicators(db)
  const [values, choices, responsible, entries] = [valuesInForce(db), choicesInForce(db), responsibleNow(db), register(db)]
  const rows = all.map((indicator) => {
    const { no, name, value2020 } = indicator
    const own = values.get(no)
    const target = targetOf(indicator, choices.get(no) ?? null)
    const revisedBase = own?.get(period.base) ?? null
    const told = years.map((year) => ({ year, value: own?.get(year) ?? null }))
    const last = told.findLast(({ value }) => value !== null)
    const asked = { name, base: revisedBase ?? value2020, target: target?.text ?? null, period }
    const progress = last ? progressOf({ ...asked, year: last.year, value: last.value }) : null
    return {
      ...{ indicator, revisedBase, values: told },
      target: target && { text: target.text, chosen: target.chosen },
      last: last?.value && progress ? { year: last.year, value: last.value, progress } : null,
      contradictions: contradictionsOf(no, all, entries),
      responsible: responsible.get(`indicator:${no}`)?.name ?? null,
    }
  })
  return { base: period.base, years, over: years.filter((year) => year < yearOf(today)), rows, mayEnter: canEnterIndicators(actor) }
}

type ValueRow = typeof indicatorValues.$inferSelect
/** A value with who said it and who decided. */
export type IndicatorEntry = Pick<
  ValueRow,
  | 'id'
  | 'indicatorNo'
  | 'year'
  | 'value'
  | 'source'
  | 'document'
  | 'status'
  | 'current'
  | 'revisionReason'
  | 'decisionReason'
  | 'submittedAt'
> & { by: string | null; decider: string | null; may: Record<'decide' | 'withdraw', boolean> }

export const entriesAPage = 50

/** Values that wait for another person, oldest first. */
export function waitingIndicatorValues(actor: Actor, page: number): { rows: (IndicatorEntry & { name: string })[]; total: number } {
  allow(canReadYear(actor))
  const waiting = eq(indicatorValues.status, 'submitted')
  const rows = orm().select().from(indicatorValues).where(waiting).orderBy(asc(indicatorValues.id))
  const names = new Map(indicators().map(({ no, name }) => [no, name]))
  const total = orm().select({ rows: count() }).from(indicatorValues).where(waiting).get()?.rows ?? 0
  const told = entriesOf(
    actor,
    rows
      .limit(entriesAPage)
      .offset((page - 1) * entriesAPage)
      .all(),
  )
  return { rows: told.map((row) => ({ ...row, name: names.get(row.indicatorNo) ?? '' })), total }
}

function entriesOf(actor: Actor, rows: readonly ValueRow[]): IndicatorEntry[] {
  const people = peopleOf(
    orm(),
    rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
  )
  return rows.map((row) => ({
    ...row,
    by: people.get(row.submittedBy)?.name ?? null,
    decider: people.get(row.decidedBy ?? 0)?.name ?? null,
    may: {
      decide: row.status === 'submitted' && canReview(actor, row),
      withdraw: row.status === 'submitted' && canWithdraw(actor, row),
    },
  }))
}

export type TargetEntry = { id: number; statement: string; value: string; reason: string; chosenAt: string; by: string | null }
export type IndicatorDetail = {
  base: number
  years: number[]
  row: IndicatorRow
  statements: Statement[]
  choices: TargetEntry[]
  entries: IndicatorEntry[]
  mayEnter: boolean
}

const mostEntries = 200

/** One indicator: its years, both sides of every contradiction, and everything that was ever entered. */
export function indicatorDetail(actor: Actor, no: string, today: Day): IndicatorDetail {
  const { rows, base, years, mayEnter } = indicatorMatrix(actor, today)
  const row = found(rows.find(({ indicator }) => indicator.no === no))
  const of = and(eq(indicatorValues.indicatorNo, no))
  const entries = orm().select().from(indicatorValues).where(of).orderBy(desc(indicatorValues.year), desc(indicatorValues.id))
  return {
    ...{ base, years, row, mayEnter, choices: choicesOf(no) },
    statements: statementsOf(row.indicator, row.contradictions),
    entries: entriesOf(actor, entries.limit(mostEntries).all()),
  }
}

/** The last one first: it counts. */
function choicesOf(no: string): TargetEntry[] {
  const of = eq(indicatorTargets.indicatorNo, no)
  const rows = orm().select().from(indicatorTargets).where(of).orderBy(desc(indicatorTargets.id)).limit(mostEntries).all()
  const people = peopleOf(
    orm(),
    rows.map(({ chosenBy }) => chosenBy),
  )
  return rows.map(({ id, statement, value, reason, chosenAt, chosenBy }) => ({
    ...{ id, statement, value, reason, chosenAt },
    by: people.get(chosenBy)?.name ?? null,
  }))
}
