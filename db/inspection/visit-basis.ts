import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client'
import { updates } from '../schema'

/** What a work is known by when it is taken along; whatever is decided or handed in later makes it another. */
export type Basis = { version: number; approvedUpdateId: number | null; reportedUpdateId: number | null }

const latest = (condition: SQL) => sql<number | null>`max(case when ${condition} then ${updates.id} end)`

export function basesOf(db: Reader, works: readonly { id: number; version: number }[]): Map<number, Basis> {
  const ids = works.map(({ id }) => id)
  const rows = db
    .select({
      projectId: updates.projectId,
      approvedUpdateId: latest(sql`${updates.current}`),
      reportedUpdateId: latest(sql`${updates.status} = 'submitted'`),
    })
    .from(updates)
    .where(inArray(updates.projectId, ids))
    .groupBy(updates.projectId)
    .all()
  const told = new Map(rows.map(({ projectId, ...row }) => [projectId, row]))
  return new Map(works.map(({ id, version }) => [id, { version, ...(told.get(id) ?? { approvedUpdateId: null, reportedUpdateId: null }) }]))
}

export function isSameBasis(a: Basis, b: Basis): boolean {
  return a.version === b.version && a.approvedUpdateId === b.approvedUpdateId && a.reportedUpdateId === b.reportedUpdateId
}
