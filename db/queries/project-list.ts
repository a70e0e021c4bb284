import { type AnyColumn, and, asc, desc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import {
  type Cursor,
  cursorText,
  type ListFilter,
  type ListParams,
  type ListSort,
  orderOf,
  rowsAPage,
  sortOf,
} from '../../domain/list-params'
import type { Total } from '../../domain/money'
import { orm } from '../client'
import { projectList } from '../schema'
import { keptAnswer } from './kept'
import { filterKey, listCondition } from './project-filter'

export type ProjectRow = typeof projectList.$inferSelect
export type ListTotals = { rows: number; plan: Total; total: Total; approved: Total }
export type ProjectPage = { rows: ProjectRow[]; from: number; totals: ListTotals; previous: string | null; next: string | null }

const sortColumns = {
  code: projectList.code,
  name: projectList.name,
  approved: projectList.approvedYuan,
  'last-report': projectList.lastReportOn,
}

/** A page of the list: exactly the rows after (or before) the cursor, with the totals of the whole filtered list. */
export function projectsPage(actor: Actor, params: ListParams & ListFilter, most = rowsAPage): ProjectPage {
  const limit = Math.min(params.limit ?? rowsAPage, most)
  const sort = sortOf(params)
  const { cursor } = params
  const condition = listCondition(actor, params)
  const found = keptAnswer(`rows ${filterKey(actor, params)} ${JSON.stringify([sort, limit, cursor])}`, () =>
    orm()
      .select()
      .from(projectList)
      .where(cursor ? and(condition, beyond(cursor)) : condition)
      .orderBy(...orderBy(sort, cursor?.back ?? false))
      .limit(limit + 1)
      .all(),
  )
  const rows = found.slice(0, limit)
  if (cursor?.back) rows.reverse()
  const totals = listTotals(actor, params)
  const from = firstNumber(cursor, rows.length)
  return { rows, from, totals, ...steps(rows, sort, from, found.length > limit, cursor) }
}

const firstNumber = (cursor: Cursor | undefined, rows: number): number => {
  if (!cursor) return 1
  return cursor.back ? Math.max(1, cursor.at - rows) : cursor.at
}

function steps(rows: ProjectRow[], sort: ListSort, from: number, more: boolean, cursor: Cursor | undefined) {
  const [first, last] = [rows[0], rows.at(-1)]
  const hasPrevious = cursor?.back ? more : cursor !== undefined
  const hasNext = cursor?.back ? true : more
  return {
    previous: first && hasPrevious ? cursorText({ ...place(first, sort), back: true, at: from }) : null,
    next: last && hasNext ? cursorText({ ...place(last, sort), back: false, at: from + rows.length }) : null,
  }
}

function place(row: ProjectRow, sort: ListSort) {
  const values = { code: row.code, name: row.name, approved: row.approvedYuan, 'last-report': row.lastReportOn }
  return { sort, value: values[orderOf(sort).key], code: row.code }
}

/** What is not known stands last, whichever way the rest is sorted; equal ones by code. */
function orderBy(sort: ListSort, back: boolean): SQL[] {
  const { key, descending } = orderOf(sort)
  const column = sortColumns[key]
  const way = descending === back ? asc : desc
  if (key === 'code') return [way(column)]
  const unknownLast = descending ? [] : [sql`${column} is null ${sql.raw(back ? 'desc' : 'asc')}`]
  return [...unknownLast, way(column), back ? desc(projectList.code) : asc(projectList.code)]
}

/** The rows on the far side of the cursor's, in the order above. */
function beyond({ sort, value, code, back }: Cursor): SQL | undefined {
  const { key, descending } = orderOf(sort)
  const column = sortColumns[key]
  const after = descending === back ? gt : lt
  if (key === 'code') return after(projectList.code, code)
  const later = back ? lt(projectList.code, code) : gt(projectList.code, code)
  if (value === null) return back ? or(isNotNull(column), and(isNull(column), later)) : and(isNull(column), later)
  return or(after(column, value), and(eq(column, value), later), back ? undefined : isNull(column))
}

const known = (column: AnyColumn) => sql<number>`count(${column})`
const sum = (column: AnyColumn) => sql<number | null>`sum(${column})`

/** Sums with their coverage; an approved sum that is itself a lower bound counts as known and is marked by its row. */
export function listTotals(actor: Actor, params: ListParams & ListFilter): ListTotals {
  const condition = listCondition(actor, params)
  return keptAnswer(`totals ${filterKey(actor, params)}`, () => {
    const row = orm()
      .select({
        rows: sql<number>`count(*)`,
        plan: sum(projectList.planYuan),
        planKnown: known(projectList.planYuan),
        total: sum(projectList.totalYuan),
        totalKnown: known(projectList.totalYuan),
        approved: sum(projectList.approvedYuan),
        approvedKnown: known(projectList.approvedYuan),
      })
      .from(projectList)
      .where(condition)
      .get()
    const rows = row?.rows ?? 0
    const of = (yuan: number | null | undefined, count = 0): Total => ({ yuan: yuan ?? null, known: count, unknown: rows - count })
    return {
      rows,
      plan: of(row?.plan, row?.planKnown),
      total: of(row?.total, row?.totalKnown),
      approved: of(row?.approved, row?.approvedKnown),
    }
  })
}
