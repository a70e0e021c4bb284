import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import { orm } from '../client'
import { findings } from '../schema'
import { type FindingLine, findingLine, findingRows } from './finding-list'
import { visibleFindings } from './finding-scope'
import type { ProjectHead } from './project'

export type { FindingLine }
export type ProjectFindings = { rows: FindingLine[]; total: number; open: number }

const mostFindings = 6
const isDone = sql`${findings.state} in ${findingStates.filter(isFindingDone)}`

/** What was found at a work: open ones first, by their deadline; then the latest. */
export function projectFindings(actor: Actor, { work }: Pick<ProjectHead, 'work'>, today: Day): ProjectFindings {
  const where = and(visibleFindings(actor), eq(findings.projectId, work.id))
  const { total, open } = countsOf(where)
  if (total === 0) return { rows: [], total, open }
  const rows = findingRows(where)
    .orderBy(isDone, sql`${findings.dueOn} is null`, asc(findings.dueOn), desc(findings.id))
    .limit(mostFindings)
    .all()
  return { rows: rows.map((row) => findingLine(row, actor, today)), total, open }
}

function countsOf(where: SQL | undefined): { total: number; open: number } {
  const open = sql<number>`coalesce(sum(not ${isDone}), 0)`
  return orm().select({ total: count(), open }).from(findings).where(where).get() ?? { total: 0, open: 0 }
}
