import { and, asc, between, eq, max, ne, sql } from 'drizzle-orm'
import type { FindingFact } from '../../domain/bulletin'
import type { OpenFinding, Period } from '../../domain/bulletin-rectification'
import type { Day } from '../../domain/calendar'
import type { Reader } from '../client'
import { findingSteps, findings, organisations, projectList } from '../schema'

/** The findings of the round by number, and how every finding of the register stands. */
export function bulletinFindings(db: Reader, roundId: number, period: Period): { findings: FindingFact[]; open: OpenFinding[] } {
  return { findings: ownFindings(db, roundId), open: registerRows(db, roundId, period) }
}

/** Where nobody is named yet, the unit of the work. */
function ownFindings(db: Reader, roundId: number): FindingFact[] {
  const { number, unitId, category, severity, facts, dueOn, state } = findings
  return db
    .select({
      ...{ number, unitId, category, severity, facts, dueOn, state },
      unit: sql<string | null>`coalesce(${organisations.name}, ${projectList.ownerName}, ${projectList.responsibleName})`,
      code: projectList.code,
      work: projectList.name,
    })
    .from(findings)
    .leftJoin(organisations, eq(organisations.id, findings.unitId))
    .leftJoin(projectList, eq(projectList.projectId, findings.projectId))
    .where(and(eq(findings.roundId, roundId), ne(findings.state, 'withdrawn')))
    .orderBy(asc(findings.quarter), asc(findings.id))
    .all()
}

function registerRows(db: Reader, roundId: number, period: Period): OpenFinding[] {
  const { id, state, dueOn, closedOn, carriedToId, roundId: of } = findings
  const dueIn = deadlinesIn(db, period)
  const rows = db.select({ id, state, dueOn, closedOn, carriedToId, of }).from(findings).where(ne(state, 'withdrawn')).all()
  return rows.map((row) => ({
    ...{ state: row.state, dueOn: row.dueOn, closedOn: row.closedOn },
    dueIn: dueIn.get(row.id) ?? null,
    carriedHere: row.carriedToId === roundId,
    ofRound: row.of === roundId,
  }))
}

/** The last deadline in the period of every finding that had one there: steps keep each that was ever set. */
function deadlinesIn(db: Reader, { from, to }: Period): Map<number, Day> {
  const rows = db
    .select({ id: findingSteps.findingId, on: max(findingSteps.dueOn) })
    .from(findingSteps)
    .where(between(findingSteps.dueOn, from, to))
    .groupBy(findingSteps.findingId)
    .all()
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])))
}
