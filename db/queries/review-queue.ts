import { eq, sql } from 'drizzle-orm'
import { type Actor, actorId } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { type Light, type LightLevel, worstLight } from '../../domain/light'
import { canReadReviewQueue } from '../../domain/policy'
import { byUrgency, type ReviewKind, reviewKinds } from '../../domain/review-order'
import { orm, type Reader } from '../client'
import { ownMarked } from '../imports/writers'
import {
  annualPlans,
  factSheets,
  fundReturns,
  milestoneDates,
  milestones,
  organisations,
  outputReturns,
  projectList,
  statisticsInvestments,
  statisticsOutputs,
  updates,
} from '../schema'
import { chainName } from './effects'

/** What one is about, in codes: the page says it in words. */
export type About = {
  update?: string
  period?: string
  milestone?: string | null
  year?: number
  quarter?: string
  chain?: string
  dates?: number
}
export type QueueRow = {
  kind: ReviewKind
  id: number
  code: string | null
  title: string
  unit: string | null
  about: About
  attempt: number
  submittedAt: Instant
  own: boolean
  lightLevel: LightLevel
  light: Light | null
}
export type Queue = { rows: QueueRow[]; counts: Record<ReviewKind, number>; total: number }

/** One list of everything that waits for a second person; a page shows fifty, the most urgent first. */
export function reviewQueue(actor: Actor, today: Day, kind: ReviewKind | null, most = 50): Queue {
  allow(canReadReviewQueue(actor))
  const db = orm()
  const me = actorId(actor)
  const byKind = Object.fromEntries(reviewKinds.map((each) => [each, ownMarked(db, actor, each, waiting[each](db, me))])) as Record<
    ReviewKind,
    QueueRow[]
  >
  const counts = Object.fromEntries(reviewKinds.map((each) => [each, byKind[each].length])) as Record<ReviewKind, number>
  const rows = kind ? byKind[kind] : reviewKinds.flatMap((each) => byKind[each])
  return { rows: byUrgency(rows, today).slice(0, most), counts, total: rows.length }
}

const mostAKind = 2000
const work = {
  code: projectList.code,
  title: projectList.name,
  owner: projectList.ownerName,
  responsible: projectList.responsibleName,
  lights: projectList.lights,
}
type WorkColumns = { code: string; title: string; owner: string | null; responsible: string | null; lights: Light[] }

function ofWork({ code, title, owner, responsible, lights }: WorkColumns) {
  const light = worstLight(lights)
  return { code, title, unit: owner ?? responsible, light, lightLevel: light?.level ?? ('none' as const) }
}
const ofChain = { code: null, light: null, lightLevel: 'none' as const }

const waiting: Record<ReviewKind, (db: Reader, me: number | null) => QueueRow[]> = {
  update: (db, me) =>
    db
      .select({ row: updates, work, milestone: milestones.name })
      .from(updates)
      .innerJoin(projectList, eq(projectList.projectId, updates.projectId))
      .leftJoin(milestones, eq(milestones.id, updates.milestoneId))
      .where(eq(updates.status, 'submitted'))
      .orderBy(updates.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, work: columns, milestone }) => ({
        kind: 'update',
        id: row.id,
        about: { update: row.kind, period: row.period, milestone },
        attempt: row.revision,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofWork(columns),
      })),
  'fact-sheet': (db, me) =>
    db
      .select({ row: factSheets, work })
      .from(factSheets)
      .innerJoin(projectList, eq(projectList.projectId, factSheets.projectId))
      .where(eq(factSheets.status, 'submitted'))
      .orderBy(factSheets.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, work: columns }) => ({
        kind: 'fact-sheet',
        id: row.id,
        about: {},
        attempt: row.revision,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofWork(columns),
      })),
  'annual-plan': (db, me) =>
    db
      .select({ row: annualPlans, work })
      .from(annualPlans)
      .innerJoin(projectList, eq(projectList.projectId, annualPlans.projectId))
      .where(eq(annualPlans.status, 'submitted'))
      .orderBy(annualPlans.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, work: columns }) => ({
        kind: 'annual-plan',
        id: row.id,
        about: { year: row.year },
        attempt: 1,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofWork(columns),
      })),
  'milestone-date': waitingDates,
  output: (db, me) =>
    db
      .select({ row: outputReturns, title: organisations.name })
      .from(outputReturns)
      .innerJoin(organisations, eq(organisations.id, outputReturns.organisationId))
      .where(eq(outputReturns.status, 'submitted'))
      .orderBy(outputReturns.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, title }) => ({
        kind: 'output',
        id: row.id,
        title,
        unit: null,
        about: { quarter: row.quarter, chain: chainName(db, row.chainId) },
        attempt: row.revision,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofChain,
      })),
  statistics: (db, me) =>
    db
      .select()
      .from(statisticsOutputs)
      .where(eq(statisticsOutputs.status, 'submitted'))
      .orderBy(statisticsOutputs.submittedAt)
      .limit(mostAKind)
      .all()
      .map((row) => ({
        kind: 'statistics',
        id: row.id,
        title: chainName(db, row.chainId),
        unit: null,
        about: { year: row.year },
        attempt: 1,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofChain,
      })),
  funds: (db, me) =>
    db
      .select({ row: fundReturns, work })
      .from(fundReturns)
      .innerJoin(projectList, eq(projectList.projectId, fundReturns.projectId))
      .where(eq(fundReturns.status, 'submitted'))
      .orderBy(fundReturns.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, work: columns }) => ({
        kind: 'funds',
        id: row.id,
        about: { quarter: row.quarter },
        attempt: row.revision,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofWork(columns),
      })),
  'statistics-investment': (db, me) =>
    db
      .select({ row: statisticsInvestments, work })
      .from(statisticsInvestments)
      .innerJoin(projectList, eq(projectList.projectId, statisticsInvestments.projectId))
      .where(eq(statisticsInvestments.status, 'submitted'))
      .orderBy(statisticsInvestments.submittedAt)
      .limit(mostAKind)
      .all()
      .map(({ row, work: columns }) => ({
        kind: 'statistics-investment',
        id: row.id,
        about: { year: row.year },
        attempt: row.revision,
        submittedAt: row.submittedAt,
        own: row.submittedBy === me,
        ...ofWork(columns),
      })),
}

/** The dates one person proposed for one work are one decision, however many; its id is the first of them. */
function waitingDates(db: Reader, me: number | null): QueueRow[] {
  const first = sql<number>`min(${milestoneDates.id})`
  return db
    .select({
      id: first,
      dates: sql<number>`count(*)`,
      at: sql<string>`min(${milestoneDates.submittedAt})`,
      by: milestoneDates.submittedBy,
      work,
    })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(eq(milestoneDates.status, 'submitted'))
    .groupBy(projectList.projectId, milestoneDates.submittedBy)
    .orderBy(first)
    .limit(mostAKind)
    .all()
    .map(({ id, dates, at, by, work: columns }) => ({
      kind: 'milestone-date',
      id,
      about: { dates },
      attempt: 1,
      submittedAt: at,
      own: by === me,
      ...ofWork(columns),
    }))
}
