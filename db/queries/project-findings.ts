import { and, asc, count, desc, eq, notInArray, sql } from 'drizzle-orm'
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
const done = findingStates.filter(isFindingDone)

/** What was found at a work: open ones first, by their deadline; then the latest. */
export function projectFindings(actor: Actor, { work }: Pick<ProjectHead, 'work'>, today: Day): ProjectFindings {
  const where = and(visibleFindings(actor), eq(findings.projectId, work.id))
  const isDone = sql`${findings.state} in ${done}`
  const rows = findingRows(where)
    .orderBy(isDone, sql`${findings.dueOn} is null`, asc(findings.dueOn), desc(findings.id))
    .limit(mostFindings)
    .all()
  const total = orm().select({ rows: count() }).from(findings).where(where).get()?.rows ?? 0
  const open = orm()
    .select({ rows: count() })
    .from(findings)
    .where(and(where, notInArray(findings.state, done)))
    .get()
  return { rows: rows.map((row) => findingLine(row, actor, today)), total, open: open?.rows ?? 0 }
}
