import { and, asc, gt } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { FindingFilter } from '../../domain/finding-params'
import { findings } from '../schema'
import { findingCondition } from './finding-filter'
import { type FindingLine, findingLine, findingRows } from './finding-list'

export type FindingSheetRow = FindingLine & {
  quarter: string
  basis: string | null
  foundBy: string
  firstDueOn: Day | null
  plan: string | null
  requestedOn: Day | null
}

const rowsAStep = 200

/** The register as the filter shows it, a step at a time in the order of registration; `after` = the last id of the step before. */
export function findingSheet(actor: UserActor, filter: FindingFilter, today: Day, after: number): FindingSheetRow[] {
  const rows = findingRows(and(findingCondition(actor, filter, today), gt(findings.id, after)))
    .orderBy(asc(findings.id))
    .limit(rowsAStep)
    .all()
  return rows.map((row) => {
    const { quarter, basis, foundBy, firstDueOn, plan, requestedOn } = row.finding
    return { ...findingLine(row, actor, today), quarter, basis, foundBy, firstDueOn, plan, requestedOn }
  })
}
