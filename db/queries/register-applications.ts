import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { type ApplicationLevel, applicationLevels, isHigherLevel } from '../../domain/list-application'
import { canKeepRegisters, canReadRegisters } from '../../domain/policy'
import type { RegisterResult } from '../../domain/registers'
import type { ApplicationParams } from '../../domain/registers-params'
import { orm } from '../client'
import { listApplications, projects } from '../schema'
import { readableWork } from './readable-work'

type Row = typeof listApplications.$inferSelect
/** `mayRaise` = the work stands on no list as high as this one; `mayChange` = the reader keeps the register. */
export type ApplicationItem = Row & { code: string; work: string; mayRaise: boolean; mayChange: boolean }
export type LevelCount = { level: ApplicationLevel; all: number } & Record<RegisterResult, number>
export type ApplicationList = {
  rows: ApplicationItem[]
  total: number
  /** By level, of the year asked for. */
  counts: LevelCount[]
  years: number[]
}

export const applicationsAPage = 50
const mostYears = 30

/** 项目笼子: what was put forward, the latest first. */
export function applicationList(actor: Actor, params: ApplicationParams): ApplicationList {
  allow(canReadRegisters(actor))
  const condition = conditionOf(params)
  const rows = itemsOf(actor, condition, { limit: applicationsAPage, offset: ((params.page ?? 1) - 1) * applicationsAPage })
  return { rows, total: rowsOf(condition), counts: countsOf(params), years: yearsOf() }
}

const conditionOf = ({ level, year, result, project }: ApplicationParams): SQL | undefined =>
  and(
    level ? eq(listApplications.level, level) : undefined,
    year ? eq(listApplications.year, year) : undefined,
    result ? eq(listApplications.result, result) : undefined,
    project ? eq(projects.code, project) : undefined,
  )

function itemsOf(actor: Actor, condition: SQL | undefined, page: { limit: number; offset: number }): ApplicationItem[] {
  const found = orm()
    .select({ row: listApplications, code: projects.code, work: projects.name, stands: projects.level })
    .from(listApplications)
    .innerJoin(projects, eq(projects.id, listApplications.projectId))
    .where(condition)
    .orderBy(desc(listApplications.submittedOn), desc(listApplications.id))
    .limit(page.limit)
    .offset(page.offset)
    .all()
  const mayChange = canKeepRegisters(actor)
  return found.map(({ row, code, work, stands }) => ({ ...row, code, work, mayChange, mayRaise: isHigherLevel(row.level, stands) }))
}

function rowsOf(condition: SQL | undefined): number {
  const rows = orm().select({ rows: count() }).from(listApplications).innerJoin(projects, eq(projects.id, listApplications.projectId))
  return rows.where(condition).get()?.rows ?? 0
}

function countsOf({ year, project }: ApplicationParams): LevelCount[] {
  const { level, result } = listApplications
  const rows = orm()
    .select({ level, result, rows: count() })
    .from(listApplications)
    .innerJoin(projects, eq(projects.id, listApplications.projectId))
    .where(conditionOf({ year, project }))
    .groupBy(level, result)
    .all()
  return applicationLevels.map((name) => {
    const of = (wanted: RegisterResult) => rows.find((row) => row.level === name && row.result === wanted)?.rows ?? 0
    const [pending, accepted, rejected] = [of('pending'), of('accepted'), of('rejected')]
    return { level: name, pending, accepted, rejected, all: pending + accepted + rejected }
  })
}

function yearsOf(): number[] {
  const rows = orm().selectDistinct({ year: listApplications.year }).from(listApplications)
  return rows
    .orderBy(desc(listApplications.year))
    .limit(mostYears)
    .all()
    .map(({ year }) => year)
}

const mostOfOneWork = 100

/** One work's own applications, for whoever may read the work. */
export function applicationsOf(actor: Actor, code: string): ApplicationItem[] {
  const work = readableWork(orm(), actor, code)
  return itemsOf(actor, eq(listApplications.projectId, work.id), { limit: mostOfOneWork, offset: 0 })
}
