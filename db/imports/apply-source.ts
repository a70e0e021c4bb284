import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { refuseField } from '../../domain/errors'
import type { Difference } from '../../domain/import'
import { likeness, nameKey } from '../../domain/import-match'
import type { LedgerField } from '../../domain/ledger/fields'
import type { LedgerValue } from '../../domain/ledger/shapes'
import type { Tx } from '../client'
import { planItem } from '../queries/plan'
import { imports, planSourceRows, projectSources, registerAdditions } from '../schema'
import { type RowResult, type RowTask, said } from './import-row'

/** One row of a table of the plan: kept in the plan's layer with its cell, beside the work it matches; another person approves the whole. */
export function applySource(tx: Tx, task: RowTask): RowResult {
  const { imp, row, projectId } = task
  const name = said<string>(row, 'name') ?? said<string>(row, 'code') ?? refuseField('name', 'required')
  const stands = standing(tx, imp.id, nameKey(name))
  const differences = bodyDifferences(stands?.body ?? null, row.values)
  if (stands && differences.length === 0) return { outcome: 'same', differences, warnings: [], made: [], projectId }
  const itemCode = itemOf(tx, task)
  tx.insert(planSourceRows)
    .values({ importId: imp.id, row: row.row, name, nameKey: nameKey(name), projectId, itemCode, body: row.values, words: wordsOf(task) })
    .run()
  const against = itemCode === null ? [] : againstPlan(task, itemCode)
  for (const addition of against) tx.insert(registerAdditions).values(addition).run()
  const warnings = against.map(({ topic }) => `plan-${topic}`)
  return { outcome: stands ? 'changed' : 'new', differences, warnings, made: [], projectId }
}

/** What an earlier plan source says of the same name, as long as it stands or waits. */
function standing(tx: Tx, importId: number, key: string) {
  return tx
    .select({ body: planSourceRows.body })
    .from(planSourceRows)
    .innerJoin(imports, eq(imports.id, planSourceRows.importId))
    .where(and(eq(planSourceRows.nameKey, key), ne(imports.id, importId), inArray(imports.state, ['submitted', 'approved'])))
    .orderBy(desc(planSourceRows.id))
    .limit(1)
    .get()
}

function bodyDifferences(before: RowTask['row']['values'] | null, after: RowTask['row']['values']): Difference[] {
  const fields = Object.keys(after) as LedgerField[]
  return fields
    .filter((field) => after[field] !== null && JSON.stringify(after[field]) !== JSON.stringify(before?.[field] ?? null))
    .map((field) => ({ field, before: (before?.[field] ?? null) as LedgerValue, after: after[field] as LedgerValue }))
}

/** The item the row names, or the main item of the work it matches. */
function itemOf(tx: Tx, { row, projectId }: RowTask): string | null {
  const named = said<string>(row, 'boxItem')
  if (named !== null && planItem(named, tx)) return named
  if (projectId === null) return null
  const sources = tx.select({ code: projectSources.itemCode }).from(projectSources).where(eq(projectSources.projectId, projectId))
  return sources.orderBy(projectSources.position).limit(1).get()?.code ?? null
}

const wordsOf = ({ row }: RowTask): Record<string, string> =>
  Object.fromEntries(Object.entries(row.cells).flatMap(([field, cell]) => (cell && cell.text !== '' ? [[field, cell.text]] : [])))

type Addition = typeof registerAdditions.$inferInsert

/** Figures that differ from what the plan's own text says of the item. */
function againstPlan({ imp, row }: RowTask, itemCode: string): Addition[] {
  const item = planItem(itemCode)
  if (!item) return []
  const base = { importId: imp.id, row: row.row, itemCode, planLine: item.clause.line }
  const cell = (field: 'totalYuan' | 'ownerName') => ({
    sourceText: row.cells[field]?.text ?? '',
    sourceCell: `${imp.layout.sheet}!${row.cells[field]?.cell ?? ''}`,
  })
  const total = said<number>(row, 'totalYuan')
  const owner = said<string>(row, 'ownerName')
  const stated = item.investment?.yuan ?? null
  const additions: Addition[] = []
  if (total !== null && stated !== null && total !== stated)
    additions.push({ ...base, ...cell('totalYuan'), topic: 'total', planText: item.investment?.text ?? '' })
  if (owner !== null && item.owner !== null && likeness(owner, item.owner) < 0.4)
    additions.push({ ...base, ...cell('ownerName'), topic: 'owner', planText: item.owner })
  return additions
}
