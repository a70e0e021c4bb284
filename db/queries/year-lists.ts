import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import { allow, found } from '../../domain/errors'
import { canKeepYearList, canReadYear, canReview, canWithdraw } from '../../domain/policy'
import type { ListChange } from '../../domain/year-list'
import { inForce, movedSince, type YearList } from '../annual/plans-in-force'
import { orm } from '../client'
import { yearLists, yearListWorks } from '../schema'
import { type People, peopleOf } from './people'

export const listedAPage = 50

export type YearListItem = YearList & { own: boolean; mayDecide: boolean; mayWithdraw: boolean; moved: number }
export type ListedWork = typeof yearListWorks.$inferSelect

/** Published lists are everybody's who reads the year; a draft is the bureau's. */
const readable = (actor: UserActor): SQL =>
  canKeepYearList(actor) ? inArray(yearLists.status, ['approved', 'submitted', 'returned']) : eq(yearLists.status, 'approved')

const item = (actor: UserActor, row: YearList): YearListItem => {
  const waits = row.status === 'submitted'
  return {
    ...row,
    own: isSelf(actor, row.submittedBy),
    mayDecide: waits && canReview(actor, row),
    mayWithdraw: waits && canWithdraw(actor, row),
    moved: waits ? movedSince(orm(), row) : 0,
  }
}

/** The lists of a year, the latest first, with what this reader may do about them. */
export function yearListsOf(actor: UserActor, year: number): { rows: YearListItem[]; people: People } {
  allow(canReadYear(actor))
  const rows = orm()
    .select()
    .from(yearLists)
    .where(and(eq(yearLists.year, year), readable(actor)))
    .orderBy(desc(yearLists.id))
    .limit(20)
    .all()
  const people = peopleOf(
    orm(),
    rows.flatMap((row) => [row.submittedBy, row.decidedBy]),
  )
  return { rows: rows.map((row) => item(actor, row)), people }
}

/** One list by its revision: the published one, or for the bureau the draft that waits to become it. */
export function yearList(actor: UserActor, year: number, revision: number): { list: YearListItem; people: People } {
  allow(canReadYear(actor))
  const open = canKeepYearList(actor) ? (['approved', 'submitted'] as const) : (['approved'] as const)
  const row = orm()
    .select()
    .from(yearLists)
    .where(and(eq(yearLists.year, year), eq(yearLists.revision, revision), inArray(yearLists.status, [...open])))
    .get()
  const list = item(actor, found(row))
  return { list, people: peopleOf(orm(), [list.submittedBy, list.decidedBy]) }
}

/** The works of a list as it was published: `list` has been found readable by `yearList`. */
export function listedWorks({ id }: { id: number }, page: number): ListedWork[] {
  return orm()
    .select()
    .from(yearListWorks)
    .where(eq(yearListWorks.listId, id))
    .orderBy(asc(yearListWorks.code))
    .limit(listedAPage)
    .offset((page - 1) * listedAPage)
    .all()
}

export type ChangedWork = {
  change: ListChange
  code: string
  name: string
  thenYuan: number | null
  nowYuan: number | null
  nowDocument: string | null
  nowReason: string | null
}

/** What a list says and what is in force now, side by side: entered, left, changed. */
function changed(list: { id: number; year: number }): SQL {
  return sql`
    select 'entered' as change, project_list.code, project_list.name, null as then_yuan, annual_plans.planned_yuan as now_yuan,
      annual_plans.document_no as now_document, annual_plans.reason as now_reason
    from annual_plans join project_list on project_list.project_id = annual_plans.project_id
    where ${inForce(list.year)} and not exists (select 1 from year_list_works w where w.list_id = ${list.id} and w.project_id = annual_plans.project_id)
    union all
    select case when annual_plans.id is null then 'left' else 'changed' end, w.code, w.name, w.planned_yuan, annual_plans.planned_yuan,
      annual_plans.document_no, annual_plans.reason
    from year_list_works w
    join project_list on project_list.project_id = w.project_id
    left join annual_plans on annual_plans.project_id = w.project_id and ${inForce(list.year)}
    where w.list_id = ${list.id} and (annual_plans.id is null or annual_plans.id <> w.plan_id)`
}

export type ChangeCounts = Record<ListChange, number>

export function changeCounts(list: { id: number; year: number }): ChangeCounts {
  const rows = orm().all<{ change: ListChange; works: number }>(
    sql`select change, count(*) as works from (${changed(list)}) group by change`,
  )
  return { entered: 0, left: 0, changed: 0, ...Object.fromEntries(rows.map(({ change, works }) => [change, works])) }
}

export function changedWorks(list: { id: number; year: number }, page: number): ChangedWork[] {
  type Row = {
    change: ListChange
    code: string
    name: string
    then_yuan: number | null
    now_yuan: number | null
    now_document: string | null
    now_reason: string | null
  }
  const rows = orm().all<Row>(
    sql`select * from (${changed(list)}) order by change, code limit ${listedAPage} offset ${(page - 1) * listedAPage}`,
  )
  return rows.map(({ change, code, name, then_yuan, now_yuan, now_document, now_reason }) => ({
    ...{ change, code, name, thenYuan: then_yuan, nowYuan: now_yuan, nowDocument: now_document, nowReason: now_reason },
  }))
}
