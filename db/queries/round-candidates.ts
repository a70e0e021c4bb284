import { and, asc, eq, gte, inArray, isNotNull, lt, max, sql } from 'drizzle-orm'
import { addDays, type Day, monthsBetween } from '../../domain/calendar'
import type { DrawWork } from '../../domain/draw-candidates'
import { dueMonth } from '../../domain/duty'
import { clockRuns, findingStates } from '../../domain/finding-workflow'
import type { LightLevel } from '../../domain/light'
import { messagesFor } from '../../domain/messages'
import type { Sector } from '../../domain/plan'
import type { Stage } from '../../domain/project'
import type { ScopeWork } from '../../domain/round-rules'
import { isCounting } from '../../domain/visit-standing'
import type { Reader } from '../client'
import { findings, projectList, roundWorks, visits } from '../schema'
import { chainNames } from './plan'

type Work = typeof projectList.$inferSelect

/** Every work that can be inspected; a withdrawn one cannot. */
function worksToInspect(db: Reader): Work[] {
  return db
    .select()
    .from(projectList)
    .orderBy(asc(projectList.code))
    .all()
    .filter(({ stage }) => stage !== 'withdrawn')
}

export function listedCodes(db: Reader, roundId: number): Set<string> {
  const rows = db
    .select({ code: projectList.code })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .where(eq(roundWorks.roundId, roundId))
    .all()
  return new Set(rows.map(({ code }) => code))
}

export type ScopeCandidate = ScopeWork & { projectId: number; name: string; lights: Work['lights'] }

/** What the rules of scope look at, of every work. */
export function scopeCandidates(db: Reader, today: Day): ScopeCandidate[] {
  const overdue = overdueWorks(db, today)
  const visited = lastVisits(db)
  return worksToInspect(db).map(({ projectId, code, name, stage, lightLevel, lights, approvedMonth, chainId, sector }) => ({
    ...{ projectId, code, name, lights, chainId, sector },
    stage: stage as Stage,
    level: lightLevel as LightLevel,
    silentMonths: approvedMonth === null ? null : monthsBetween(approvedMonth, dueMonth(today)),
    overdueRectification: overdue.has(projectId),
    lastVisitOn: visited.get(projectId) ?? null,
  }))
}

function overdueWorks(db: Reader, today: Day): Set<number | null> {
  const late = and(inArray(findings.state, findingStates.filter(clockRuns)), lt(findings.dueOn, today), isNotNull(findings.projectId))
  return new Set(
    db
      .selectDistinct({ id: findings.projectId })
      .from(findings)
      .where(late)
      .all()
      .map(({ id }) => id),
  )
}

function lastVisits(db: Reader): Map<number, Day> {
  const rows = db
    .select({ id: visits.projectId, on: max(visits.visitedOn) })
    .from(visits)
    .where(and(isNotNull(visits.finishedAt), sql`${visits.settled} is not 'set-aside'`))
    .groupBy(visits.projectId)
    .all()
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])))
}

/** What a draw chooses from; names are Chinese, as the exported file keeps them. */
export function drawWorks(db: Reader, today: Day, except: ReadonlySet<string>): DrawWork[] {
  const { labels } = messagesFor('zh-CN')
  const chains = chainNames(db)
  const inspected = inspectedSince(db, addDays(today, -365))
  return worksToInspect(db)
    .filter(({ code }) => !except.has(code))
    .map(({ code, projectId, chainId, sector, town, lightLevel, ownerName }) => ({
      code,
      inspected: inspected.has(projectId),
      chain: chainId === null ? null : (chains[chainId] ?? null),
      sector: labels.sectors[sector as Sector],
      town,
      light: labels.lightLevels[lightLevel as LightLevel],
      owner: ownerName,
    }))
}

function inspectedSince(db: Reader, day: Day): Set<number> {
  const { projectId, finishedAt, conflict, settled } = visits
  const rows = db.select({ projectId, finishedAt, conflict, settled }).from(visits).where(gte(visits.visitedOn, day)).all()
  return new Set(rows.filter(isCounting).map((visit) => visit.projectId))
}
