import { and, asc, count, eq, gte, inArray, isNotNull, lt, max, ne, notInArray, type SQL, sql } from 'drizzle-orm'
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

const scopeColumns = {
  projectId: projectList.projectId,
  code: projectList.code,
  name: projectList.name,
  stage: projectList.stage,
  level: projectList.lightLevel,
  approvedMonth: projectList.approvedMonth,
  chainId: projectList.chainId,
  sector: projectList.sector,
}
const drawColumns = {
  projectId: projectList.projectId,
  code: projectList.code,
  chainId: projectList.chainId,
  sector: projectList.sector,
  town: projectList.town,
  light: projectList.lightLevel,
  owner: projectList.ownerName,
}
/** Every work that can be inspected; a withdrawn one cannot. */
const toInspect = ne(projectList.stage, 'withdrawn')

export function listedCodes(db: Reader, roundId: number): Set<string> {
  const rows = db
    .select({ code: projectList.code })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .where(eq(roundWorks.roundId, roundId))
    .all()
  return new Set(rows.map(({ code }) => code))
}

export type ScopeCandidate = ScopeWork & { projectId: number; name: string }

/** What the rules of scope look at, of every work. */
export function scopeCandidates(db: Reader, today: Day): ScopeCandidate[] {
  const overdue = overdueWorks(db, today)
  const visited = lastVisits(db)
  const due = dueMonth(today)
  const rows = db.select(scopeColumns).from(projectList).where(toInspect).orderBy(asc(projectList.code)).all()
  // Written out: a spread of ten thousand rows takes longer than reading them.
  return rows.map(({ projectId, code, name, stage, level, approvedMonth, chainId, sector }) => ({
    projectId,
    code,
    name,
    chainId,
    sector,
    stage: stage as Stage,
    level: level as LightLevel,
    silentMonths: approvedMonth === null ? null : monthsBetween(approvedMonth, due),
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
  const rows = db.select(drawColumns).from(projectList).where(toInspect).orderBy(asc(projectList.code)).all()
  return rows.flatMap(({ code, projectId, chainId, sector, town, light, owner }) => {
    if (except.has(code)) return []
    const chain = chainId === null ? null : (chains[chainId] ?? null)
    const names = { chain, town, owner, sector: labels.sectors[sector as Sector], light: labels.lightLevels[light as LightLevel] }
    return [{ code, inspected: inspected.has(projectId), ...names }]
  })
}

/** How many works there are to draw from: those not in a list yet, and all. */
export function poolSizes(db: Reader, roundId: number): { rest: number; all: number } {
  const listed = db.select({ id: roundWorks.projectId }).from(roundWorks).where(eq(roundWorks.roundId, roundId))
  const works = (where: SQL | undefined): number => db.select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0
  return { all: works(toInspect), rest: works(and(toInspect, notInArray(projectList.projectId, listed))) }
}

function inspectedSince(db: Reader, day: Day): Set<number> {
  const { projectId, finishedAt, conflict, settled } = visits
  const rows = db.select({ projectId, finishedAt, conflict, settled }).from(visits).where(gte(visits.visitedOn, day)).all()
  return new Set(rows.filter(isCounting).map((visit) => visit.projectId))
}
