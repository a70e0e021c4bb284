import { asc, eq } from 'drizzle-orm'
import type { FindingFact } from '../domain/bulletin'
import type { OpenFinding } from '../domain/bulletin-rectification'
import type { Reader } from './client'
import { findings, organisations, projectList } from './schema'

/** The findings of the round by number, and how every finding of the register stands. */
export function bulletinFindings(db: Reader, roundId: number): { findings: FindingFact[]; open: OpenFinding[] } {
  const rows = db
    .select({ finding: findings, unit: organisations.name, work: projectList })
    .from(findings)
    .leftJoin(organisations, eq(organisations.id, findings.unitId))
    .leftJoin(projectList, eq(projectList.projectId, findings.projectId))
    .orderBy(asc(findings.quarter), asc(findings.id))
    .all()
  const own = rows.filter(({ finding }) => finding.roundId === roundId && finding.state !== 'withdrawn')
  return { findings: own.map(findingFact), open: rows.map(({ finding }) => openFinding(finding, roundId)) }
}

type Row = { finding: typeof findings.$inferSelect; unit: string | null; work: typeof projectList.$inferSelect | null }

/** Where nobody is named yet, the unit of the work. */
function findingFact({ finding, unit, work }: Row): FindingFact {
  const { number, unitId, category, severity, facts, dueOn, state } = finding
  const whose = unit ?? work?.ownerName ?? work?.responsibleName ?? null
  return { number, code: work?.code ?? null, work: work?.name ?? null, unitId, unit: whose, category, severity, facts, dueOn, state }
}

const openFinding = ({ state, dueOn, closedOn, carriedToId, roundId: of }: Row['finding'], roundId: number): OpenFinding => ({
  ...{ state, dueOn, closedOn },
  carriedHere: carriedToId === roundId,
  ofRound: of === roundId,
})
