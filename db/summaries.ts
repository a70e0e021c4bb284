import { and, asc, count, desc, eq, getTableColumns, isNull, max, sql } from 'drizzle-orm'
import type { Day } from '../domain/calendar'
import type { Light } from '../domain/light'
import type { PlanItem } from '../domain/plan'
import { bigrams } from '../domain/search'
import { summariseProject } from '../domain/summary'
import type { Reader, Tx } from './client'
import { prepared } from './prepared'
import { currentSheet, projectFacts } from './queries/project-facts'
import { type Rules, rulesOn } from './queries/rules'
import { formerNames } from './registers/names'
import {
  assignments,
  conditions,
  organisations,
  planEntries,
  projectBigrams,
  projectList,
  projectSources,
  projects,
  updates,
} from './schema'

export type ListRow = typeof projectList.$inferInsert

const id = sql.placeholder('id')
const rowOf = (db: Reader) => db.select().from(projectList).where(eq(projectList.projectId, id)).prepare()

/** Recomputes a project's list row from its facts; every command that touches a project ends with it, in its own transaction. */
export function refreshProject(tx: Tx, today: Day, projectId: number, rules: Rules = rulesOn(tx, today)): void {
  const row = listRow(tx, today, projectId, rules)
  const before = prepared(tx, rowOf).get({ id: projectId })
  prepared(tx, putRow).run(row)
  if (!before || searchText(before) !== searchText(row)) indexWords(tx, projectId, searchText(row))
}

/** Every column of the row from the value of its name. */
const putRow = (db: Reader) => {
  const columns = Object.entries(getTableColumns(projectList))
  const values = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)])) as unknown as ListRow
  const set = Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]))
  return db.insert(projectList).values(values).onConflictDoUpdate({ target: projectList.projectId, set }).prepare()
}

const projectOf = (db: Reader) => db.select().from(projects).where(eq(projects.id, id)).prepare()

/** What the row must be by the facts alone. */
export function listRow(db: Reader, today: Day, projectId: number, rules: Rules): ListRow {
  const project = prepared(db, projectOf).get({ id: projectId })
  if (!project) throw new Error(`no project ${projectId}`)
  const summary = summariseProject(projectFacts(db, projectId), today, {
    duty: rules.duty,
    lights: rules.lights.body,
    holidays: rules.holidays,
  })
  const sheet = currentSheet(db, projectId)
  const { id: _, ...identity } = { ...project, projectId: project.id }
  return {
    ...pick(identity),
    ...planColumns(db, projectId),
    ...unitColumns(db, projectId),
    ...progressColumns(db, projectId),
    totalYuan: sheet?.totalYuan ?? null,
    fullOutputYuan: sheet?.fullOutputYuan ?? null,
    yearToDateYuan: summary.yearToDateYuan,
    approvedYuan: summary.approvedYuan,
    approvedPartial: summary.approvedPartial,
    approvedMonth: summary.approvedMonth,
    reportedYuan: summary.reportedYuan,
    reportedMonth: summary.reportedMonth,
    annualPlanYuan: summary.annualPlanYuan,
    lightLevel: summary.worst?.level ?? 'none',
    lateness: summary.lateness,
    lights: summary.lights satisfies Light[],
    reportState: summary.report.state,
    reportMonth: summary.report.month,
    ratedOn: today,
    ruleVersion: rules.lights.version,
  }
}

type Identity = typeof projects.$inferSelect
const pick = (project: Omit<Identity, 'id'> & { projectId: number }) => ({
  projectId: project.projectId,
  code: project.code,
  name: project.name,
  sector: project.sector,
  chainId: project.chainId,
  chainBasis: project.chainBasis,
  town: project.town,
  category: project.category,
  stage: project.stage,
  level: project.level,
  industryClass: project.industryClass,
})

const sourcesOf = (db: Reader) =>
  db
    .select({ code: projectSources.itemCode, body: planEntries.body })
    .from(projectSources)
    .innerJoin(planEntries, and(eq(planEntries.kind, 'item'), eq(planEntries.code, projectSources.itemCode)))
    .where(eq(projectSources.projectId, id))
    .orderBy(asc(projectSources.position))
    .prepare()

function planColumns(db: Reader, projectId: number) {
  const rows = prepared(db, sourcesOf).all({ id: projectId })
  const first = rows[0]?.body as PlanItem | undefined
  return {
    sources: rows.map((row) => row.code),
    boxId: first?.code.split('#')[0] ?? null,
    class: first?.class ?? null,
    planYuan: first?.investment?.yuan ?? null,
  }
}

const unitsOf = (db: Reader) =>
  db
    .select({ kind: assignments.kind, id: assignments.organisationId, name: organisations.name, person: assignments.person, formerNames })
    .from(assignments)
    .leftJoin(organisations, eq(organisations.id, assignments.organisationId))
    .where(and(eq(assignments.projectId, id), isNull(assignments.toDay)))
    .prepare()

function unitColumns(db: Reader, projectId: number) {
  const rows = prepared(db, unitsOf).all({ id: projectId })
  const owner = rows.find((row) => row.kind === 'owner')
  const responsible = rows.find((row) => row.kind === 'responsible')
  return {
    ownerId: owner?.id ?? null,
    ownerName: owner?.name ?? null,
    responsibleId: responsible?.id ?? null,
    responsibleName: responsible?.name ?? null,
    leaderName: rows.find((row) => row.kind === 'leader')?.person ?? null,
    formerNames: [...new Set([owner?.formerNames, responsible?.formerNames])].filter(Boolean).join('、') || null,
  }
}

const monthsOf = (db: Reader) =>
  db
    .select({ step: updates.step, percent: updates.percent, quantityDone: updates.quantityDone })
    .from(updates)
    .where(and(eq(updates.projectId, id), eq(updates.kind, 'monthly'), eq(updates.current, true)))
    .orderBy(desc(updates.period))
    .limit(36)
    .prepare()
const openConditions = (db: Reader) =>
  db
    .select({ rows: count() })
    .from(conditions)
    .where(and(eq(conditions.projectId, id), eq(conditions.state, 'open')))
    .prepare()
const lastReport = (db: Reader) =>
  db
    .select({ on: max(updates.submittedOn) })
    .from(updates)
    .where(eq(updates.projectId, id))
    .prepare()

/** The latest approved step, percentage and quantity; each the last that was stated. */
function progressColumns(db: Reader, projectId: number) {
  const rows = prepared(db, monthsOf).all({ id: projectId })
  return {
    step: rows.find((row) => row.step !== null)?.step ?? null,
    percent: rows.find((row) => row.percent !== null)?.percent ?? null,
    quantityDone: rows.find((row) => row.quantityDone !== null)?.quantityDone ?? null,
    lastReportOn: prepared(db, lastReport).get({ id: projectId })?.on ?? null,
    openConditions: prepared(db, openConditions).get({ id: projectId })?.rows ?? 0,
  }
}

type Searched = Pick<ListRow, 'code' | 'name' | 'sources' | 'ownerName' | 'responsibleName' | 'formerNames' | 'town'>

/** What a search looks through. */
export function searchText(row: Searched): string {
  return [row.code, row.name, ...row.sources, row.ownerName, row.responsibleName, row.formerNames, row.town].filter(Boolean).join('\n')
}

const forgetWords = (db: Reader) => db.delete(projectBigrams).where(eq(projectBigrams.projectId, id)).prepare()
const addWord = (db: Reader) =>
  db
    .insert(projectBigrams)
    .values({ gram: sql.placeholder('gram'), projectId: id })
    .prepare()

function indexWords(tx: Tx, projectId: number, text: string): void {
  prepared(tx, forgetWords).run({ id: projectId })
  const rows = text.split('\n').flatMap((part) => bigrams(part))
  for (const gram of new Set(rows)) prepared(tx, addWord).run({ gram, id: projectId })
}

export { refreshChain } from './chain-summaries'
