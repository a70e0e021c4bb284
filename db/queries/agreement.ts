import { and, count, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Agreement, agreementOf, inNameOrder } from '../../domain/agreement'
import type { Quarter } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canReadDifferences } from '../../domain/policy'
import { orm } from '../client'
import { toldFigures } from '../inspection/told-figures'
import { organisations, rounds, visitFigures, visits } from '../schema'
import { countingVisits } from './visit-lines'

export type QuarterAgreement = Agreement & { quarter: Quarter }
/** `unit` = the 业主 (without one the 责任单位) on the day of the visit; null = the work had neither. */
export type UnitAgreement = Agreement & { unit: string | null; works: number }
export type AgreementView = { quarter: Quarter | null; quarters: QuarterAgreement[]; units: UnitAgreement[]; total: number }

export const unitsAPage = 50
const mostQuarters = 12

/** How far what was told agrees with what was seen: by quarter, and by unit within one of them (the newest where none is asked for). */
export function agreement(actor: Actor, { quarter, page }: { quarter: Quarter | null; page: number }): AgreementView {
  allow(canReadDifferences(actor))
  const quarters = byQuarter()
  const chosen = quarter ?? quarters[0]?.quarter ?? null
  const units = chosen === null ? [] : inNameOrder(byUnit(chosen))
  return { quarter: chosen, quarters, units: units.slice((page - 1) * unitsAPage, page * unitsAPage), total: units.length }
}

/** What can be compared at all: counting visits, figures that were told. */
const comparable = and(countingVisits, toldFigures, ne(visitFigures.result, 'seen')) as SQL

function byQuarter(): QuarterAgreement[] {
  const rows = orm()
    .select({ quarter: rounds.quarter, result: visitFigures.result, figures: count() })
    .from(visits)
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .innerJoin(visitFigures, eq(visitFigures.visitId, visits.id))
    .where(comparable)
    .groupBy(rounds.quarter, visitFigures.result)
    .orderBy(desc(rounds.quarter))
    .all()
  const quarters = [...new Set(rows.map(({ quarter }) => quarter))].slice(0, mostQuarters)
  return quarters.map((quarter) => ({ quarter, ...agreementOf(rows.filter((row) => row.quarter === quarter)) }))
}

/** The unit of a kind that answered for the work on the day of the visit. */
const unitOn = (kind: 'owner' | 'responsible') => sql<number | null>`(
  select a.organisation_id from assignments a
  where a.project_id = ${visits.projectId} and a.kind = ${kind} and a.from_day <= ${visits.visitedOn}
    and (a.to_day is null or a.to_day > ${visits.visitedOn})
  order by a.from_day desc limit 1)`

function byUnit(quarter: Quarter): UnitAgreement[] {
  const unit = sql<number | null>`coalesce(${unitOn('owner')}, ${unitOn('responsible')})`
  const rows = orm()
    .select({ unit, projectId: visits.projectId, result: visitFigures.result, figures: count() })
    .from(visits)
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .innerJoin(visitFigures, eq(visitFigures.visitId, visits.id))
    .where(and(comparable, eq(rounds.quarter, quarter)))
    .groupBy(unit, visits.projectId, visitFigures.result)
    .all()
  const ids = [...new Set(rows.map((row) => row.unit))]
  const names = unitNames(ids)
  return ids.map((id) => {
    const ofUnit = rows.filter((row) => row.unit === id)
    const works = new Set(ofUnit.map(({ projectId }) => projectId)).size
    return { unit: names.get(id ?? 0) ?? null, works, ...agreementOf(ofUnit) }
  })
}

function unitNames(ids: readonly (number | null)[]): Map<number, string> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = orm()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, wanted))
    .all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
