import { and, eq, inArray } from 'drizzle-orm'
import { orm } from '../client'
import { annualPlans, factSheets, updates } from '../schema'
import { maskedQuote } from './mask'
import { planItem } from './plan'
import type { ProjectRow } from './project-list'

/** What stands behind the figures of a row: the clause, the update, the fact sheet's document, the annual plan's. */
export type FigureSources = {
  clause: { item: string; line: number; text: string } | null
  updateId: number | null
  sheet: string | null
  plan: string | null
}

/** For a page of rows at once; only for rows one may see. */
export function figureSources(rows: readonly ProjectRow[]): ReadonlyMap<number, FigureSources> {
  const db = orm()
  const ids = rows.map((row) => row.projectId)
  const told = db
    .select({ id: updates.id, projectId: updates.projectId, kind: updates.kind, period: updates.period, final: updates.finalYuan })
    .from(updates)
    .where(and(inArray(updates.projectId, ids), eq(updates.current, true)))
    .all()
  const sheets = db
    .select({ id: factSheets.id, projectId: factSheets.projectId, body: factSheets.body })
    .from(factSheets)
    .where(and(inArray(factSheets.projectId, ids), eq(factSheets.current, true)))
    .all()
  const plans = db
    .select()
    .from(annualPlans)
    .where(and(inArray(annualPlans.projectId, ids), eq(annualPlans.current, true)))
    .all()
  return new Map(rows.map((row) => [row.projectId, sourcesOf(row)]))

  function sourcesOf({ sources, projectId, approvedMonth, approvedYuan, annualPlanYuan }: ProjectRow): FigureSources {
    const own = told.filter((update) => update.projectId === projectId)
    const final = own.find((update) => update.kind === 'completion' && update.final === approvedYuan)
    const month = own.find((update) => update.kind === 'monthly' && update.period === approvedMonth)
    const sheet = sheets.find((row) => row.projectId === projectId)
    const plan = plans.find((row) => row.projectId === projectId && row.plannedYuan === annualPlanYuan)
    return {
      clause: clauseOf(sources),
      updateId: (approvedYuan === null ? undefined : (final ?? month))?.id ?? null,
      sheet: sheet ? (sheet.body.totalDocument ?? `fact-sheet:${sheet.id}`) : null,
      plan: plan ? (plan.documentNo ?? `annual-plan:${plan.id}`) : null,
    }
  }
}

/** Where the plan states the investment, in its own words. */
function clauseOf(sources: readonly string[]): FigureSources['clause'] {
  const item = sources.map((code) => planItem(code)).find((entry) => entry?.investment)
  return item?.investment ? { item: item.code, line: item.clause.line, text: maskedQuote(item.investment.text) } : null
}
