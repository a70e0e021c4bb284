import { and, asc, count, desc, eq, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { FieldFindingInHand, FieldWork } from '../../domain/field-package'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import type { Reader } from '../client'
import { factSheets, findings, materialReturns, projectSources, roundMaterials, visits } from '../schema'
import { maskedQuote } from './mask'
import { planItem } from './plan'

/** Rows of many works, by work, in their order. */
export function byWork<Row extends { projectId: number | null }>(rows: readonly Row[]): Map<number, Row[]> {
  const works = new Map<number, Row[]>()
  for (const row of rows) {
    const own = works.get(row.projectId ?? 0)
    if (own) own.push(row)
    else works.set(row.projectId ?? 0, [row])
  }
  return works
}

/** A phone is no archive: the newest ones of a work. */
const mostFindings = 25
const done = findingStates.filter(isFindingDone)

/** What is still open of each work. */
export function openFindingsOf(db: Reader, projectIds: readonly number[]): Map<number, FieldFindingInHand[]> {
  const { number, state, category, severity, facts, dueOn, projectId } = findings
  const rows = db
    .select({ number, state, category, severity, facts, dueOn, projectId })
    .from(findings)
    .where(and(inArray(projectId, [...projectIds]), notInArray(state, done)))
    .orderBy(desc(findings.id))
    .all()
  return new Map([...byWork(rows)].map(([id, list]) => [id, list.slice(0, mostFindings).map(({ projectId: _, ...finding }) => finding)]))
}

/** How often each place of the list was visited already. */
export function visitsOf(db: Reader, roundWorkIds: readonly number[]): Map<number, number> {
  const rows = db
    .select({ id: visits.roundWorkId, rows: count() })
    .from(visits)
    .where(and(inArray(visits.roundWorkId, [...roundWorkIds]), isNotNull(visits.finishedAt)))
    .groupBy(visits.roundWorkId)
    .all()
  return new Map(rows.map(({ id, rows: many }) => [id ?? 0, many]))
}

type Listed = { id: number; roundId: number }

/** What the units were asked for, and whether it has come; by the work's place in the round's list. */
export function materialsOf(db: Reader, works: readonly Listed[]): Map<number, FieldWork['materials']> {
  const roundIds = [...new Set(works.map(({ roundId }) => roundId))]
  const ids = works.map(({ id }) => id)
  const asked = db
    .select()
    .from(roundMaterials)
    .where(inArray(roundMaterials.roundId, roundIds))
    .orderBy(asc(roundMaterials.position))
    .limit(60)
    .all()
  const come = db.select().from(materialReturns).where(inArray(materialReturns.roundWorkId, ids)).all()
  const has = new Set(come.map(({ roundWorkId, materialId }) => `${roundWorkId}:${materialId}`))
  return new Map(ids.map((id) => [id, asked.map((material) => ({ name: material.name, handedIn: has.has(`${id}:${material.id}`) }))]))
}

/** The plan's items that name each work, the first = its main source. */
export function planItemsOf(db: Reader, projectIds: readonly number[]): Map<number, string[]> {
  const rows = db
    .select()
    .from(projectSources)
    .where(inArray(projectSources.projectId, [...projectIds]))
    .orderBy(asc(projectSources.position))
    .all()
  return new Map([...byWork(rows)].map(([id, list]) => [id, list.map(({ itemCode }) => itemCode)]))
}

export function clausesOf(db: Reader, items: readonly string[]): FieldWork['clauses'] {
  return items.flatMap((code) => {
    const item = planItem(code, db)
    return item ? [{ item: code, line: item.clause.line, text: maskedQuote(item.clause.quote) }] : []
  })
}

/** 建设内容 of the fact sheet in force. */
export function contentsOf(db: Reader, projectIds: readonly number[]): Map<number, string | null> {
  const inForce = and(inArray(factSheets.projectId, [...projectIds]), eq(factSheets.current, true))
  const rows = db.select({ projectId: factSheets.projectId, body: factSheets.body }).from(factSheets).where(inForce).all()
  return new Map(rows.map(({ projectId, body }) => [projectId, body.content]))
}
