import { asc, count, desc, eq } from 'drizzle-orm'
import { orm, type Reader } from '../client'
import { imports, planSourceRows, registerAdditions } from '../schema'

/** A table of the plan that was imported and approved; public like the plan itself. */
export type PlanSource = { id: number; fileName: string; sha256: string; sheet: string; rows: number; approvedOn: string | null }
/** Where a plan source and the plan's own text say different things. */
export type SourceDifference = {
  id: number
  itemCode: string
  topic: 'total' | 'owner'
  planText: string
  planLine: number
  sourceText: string
  sourceCell: string
  fileName: string
  sha256: string
}

const most = 500

export function planSources(db: Reader = orm()): PlanSource[] {
  const rows = db
    .select({ imp: imports, rows: count(planSourceRows.id) })
    .from(imports)
    .innerJoin(planSourceRows, eq(planSourceRows.importId, imports.id))
    .where(eq(imports.state, 'approved'))
    .groupBy(imports.id)
    .orderBy(desc(imports.id))
    .limit(50)
    .all()
  return rows.map(({ imp, rows: many }) => ({
    ...{ id: imp.id, fileName: imp.fileName, sha256: imp.sha256, sheet: imp.layout.sheet, rows: many },
    approvedOn: imp.decidedAt?.slice(0, 10) ?? null,
  }))
}

/** Additions to the register, by approved sources alone. */
export function sourceDifferences(db: Reader = orm()): SourceDifference[] {
  return db
    .select({
      id: registerAdditions.id,
      itemCode: registerAdditions.itemCode,
      topic: registerAdditions.topic,
      planText: registerAdditions.planText,
      planLine: registerAdditions.planLine,
      sourceText: registerAdditions.sourceText,
      sourceCell: registerAdditions.sourceCell,
      fileName: imports.fileName,
      sha256: imports.sha256,
    })
    .from(registerAdditions)
    .innerJoin(imports, eq(imports.id, registerAdditions.importId))
    .where(eq(imports.state, 'approved'))
    .orderBy(asc(registerAdditions.itemCode), asc(registerAdditions.id))
    .limit(most)
    .all()
}
