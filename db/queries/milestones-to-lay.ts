import { and, asc, count, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { ListFilter } from '../../domain/list-params'
import { canEditLibrary } from '../../domain/policy'
import type { Stage } from '../../domain/project'
import { orm } from '../client'
import { milestones, projectList, projects } from '../schema'
import { listCondition } from './project-filter'

/** A work that may get a template, with the milestones it has; `dated` of them have an approved date. */
export type LayRow = {
  code: string
  name: string
  ownerName: string | null
  stage: Stage
  template: string | null
  there: string[]
  dated: number
}
export type LayList = { rows: LayRow[]; total: number; bare: number; all: number }
type Ask = { page: number; bare: boolean; filter: ListFilter }

export const layRowsAPage = 50

const notWithdrawn = sql`${projectList.stage} <> 'withdrawn'`

export function worksToLay(actor: Actor, { page, bare, filter }: Ask): LayList {
  allow(canEditLibrary(actor))
  const condition = and(listCondition(actor, filter), notWithdrawn)
  const isBare = notExists(orm().select({ one: sql`1` }).from(milestones).where(eq(milestones.projectId, projectList.projectId)))
  const [all, bareRows] = [rowsOf(condition), rowsOf(and(condition, isBare))]
  const works = orm()
    .select({ work: projects, ownerName: projectList.ownerName })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(bare ? and(condition, isBare) : condition)
    .orderBy(asc(projectList.code))
    .limit(layRowsAPage)
    .offset((page - 1) * layRowsAPage)
    .all()
  const there = milestonesOf(works.map(({ work }) => work.id))
  const rows = works.map(({ work: { id, code, name, stage, templateCode }, ownerName }): LayRow => {
    const own = there.filter((one) => one.projectId === id)
    const dated = own.filter((one) => one.originalOn !== null).length
    return { code, name, ownerName, stage, template: templateCode, there: own.map((one) => one.name), dated }
  })
  return { rows, total: bare ? bareRows : all, bare: bareRows, all }
}

const rowsOf = (condition: SQL | undefined): number => orm().select({ rows: count() }).from(projectList).where(condition).get()?.rows ?? 0

const milestonesOf = (ids: number[]) =>
  orm()
    .select({ projectId: milestones.projectId, name: milestones.name, originalOn: milestones.originalOn })
    .from(milestones)
    .where(inArray(milestones.projectId, ids))
    .orderBy(asc(milestones.position))
    .all()
