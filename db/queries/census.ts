import { and, asc, count, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { CensusState } from '../../domain/census'
import { type CensusPaste, previewCensus } from '../../domain/census-paste'
import { allow } from '../../domain/errors'
import type { ListFilter } from '../../domain/list-params'
import type { ChainId, PlanChain } from '../../domain/plan'
import { canEditLibrary } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { organisations, planEntries, projectList, projects } from '../schema'
import { listCondition } from './project-filter'
import { sheetInForce, waitingSheet } from './sheets'
import { unitInForce } from './units'
import type { Work } from './work'

/** The row of the census grid as it stands. */
export function censusState(db: Reader, work: Pick<Work, 'id' | 'stage' | 'chainId' | 'chainBasis' | 'completedOn'>): CensusState {
  const sheet = sheetInForce(db, work.id)?.body
  return {
    owner: unitInForce(db, work.id, 'owner')?.name ?? null,
    responsible: unitInForce(db, work.id, 'responsible')?.name ?? null,
    stage: work.stage,
    chain: work.chainBasis === 'confirmed' ? (work.chainId ?? 'none') : null,
    totalYuan: sheet?.totalYuan ?? null,
    totalDocument: sheet?.totalDocument ?? null,
    completedOn: work.completedOn,
  }
}

/** `waitingYuan` = a total already handed in and not yet approved; `suggestion` = the chain the plan states or we suggest. */
export type CensusGridRow = CensusState & {
  code: string
  name: string
  version: number
  sources: string[]
  suggestion: ChainId | null
  waitingYuan: number | null
}

export const censusRowsAPage = 50

type GridAsk = { page: number; unfinished: boolean; filter?: ListFilter }
/** `gaps` = how many of the filtered works still lack owner, stage or confirmed chain; `all` = how many there are. */
export type CensusGrid = { rows: CensusGridRow[]; total: number; gaps: number; all: number }

const hasGap = or(isNull(projectList.ownerId), eq(projectList.stage, 'unknown'), ne(projectList.chainBasis, 'confirmed'))

/** The works of a page, by code; only those with a gap when `unfinished`. */
export function censusGrid(actor: Actor, { page, unfinished, filter = {} }: GridAsk): CensusGrid {
  allow(canEditLibrary(actor))
  const condition = listCondition(actor, filter)
  const [all, gaps] = [rowsOf(condition), rowsOf(and(condition, hasGap))]
  const rows = orm()
    .select({ work: projects, sources: projectList.sources })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(unfinished ? and(condition, hasGap) : condition)
    .orderBy(asc(projectList.code))
    .limit(censusRowsAPage)
    .offset((page - 1) * censusRowsAPage)
    .all()
  return { rows: rows.map(({ work, sources }) => gridRow(work, sources)), total: unfinished ? gaps : all, gaps, all }
}

const rowsOf = (condition: SQL | undefined): number => orm().select({ rows: count() }).from(projectList).where(condition).get()?.rows ?? 0

/** Works as the grid shows them, by their codes; for the rows of a pasted list. */
export function censusRowsOf(actor: Actor, codes: readonly string[]): Map<string, CensusGridRow> {
  allow(canEditLibrary(actor))
  const found = orm()
    .select({ work: projects, sources: projectList.sources })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(inArray(projectList.code, [...codes]))
    .all()
  return new Map(found.map(({ work, sources }) => [work.code, gridRow(work, sources)]))
}

function gridRow(work: typeof projects.$inferSelect, sources: string[]): CensusGridRow {
  const { code, name, version, chainBasis, chainId } = work
  const waitingYuan = waitingSheet(orm(), work.id)?.body.totalYuan ?? null
  const suggestion = chainBasis === 'confirmed' ? null : chainId
  return { ...censusState(orm(), work), code, name, version, sources, suggestion, waitingYuan }
}

/** A pasted list against the library; nothing is saved. */
export function censusPreview(actor: Actor, text: string, today: Day): CensusPaste {
  allow(canEditLibrary(actor))
  const { code, name, version, stage } = projects
  const works = orm().select({ code, name, version, stage }).from(projects).all()
  const units = orm().select({ name: organisations.name }).from(organisations).all()
  const chains = orm().select({ body: planEntries.body }).from(planEntries).where(eq(planEntries.kind, 'chain')).all()
  return previewCensus(text, { works, units: units.map((unit) => unit.name), chains: chains.map(({ body }) => body as PlanChain), today })
}
