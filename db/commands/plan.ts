import type { Ctx } from '../../domain/actor'
import { allow, Refusal } from '../../domain/errors'
import { planDiff, refusedRemovals } from '../../domain/plan-diff'
import { entriesJson, type PlanData, type PlanEntry, planEntriesOf } from '../../domain/plan-entries'
import { canLoadPlan } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { hashJson } from '../hash'
import { planSha256 } from '../plan'
import { lastPlanLoad, standing, storedEntries } from '../plan-standing'
import { followPlan } from '../plan-works'
import { planEntries, planLoads, planPeriods } from '../schema'
import { write } from '../write'

export type PlanLoad = { loaded: boolean; added: number; changed: number; removed: number; created: number }

/** Loads the plan's data, or a corrected version of it: reports, accounts and confirmations stay, the same data change nothing. */
export function loadPlan(ctx: Ctx, plan: PlanData): PlanLoad {
  const wanted = planEntriesOf(plan)
  const dataHash = hashJson([entriesJson(wanted), plan.period, planSha256])
  return write(ctx, 'loadPlan', { dataHash }, (tx) => {
    allow(canLoadPlan(ctx.actor))
    if (lastPlanLoad(tx)?.dataHash === dataHash) return { loaded: false, added: 0, changed: 0, removed: 0, created: 0 }
    const stored = storedEntries(tx)
    refuseLosses(tx, stored, wanted)
    const diff = planDiff(stored, wanted)
    const counts = { added: diff.added.length, changed: diff.changed.length, removed: diff.removed.length }
    setPeriod(tx, plan.period)
    replaceEntries(tx, wanted)
    const items = new Set(diff.changed.filter(({ kind }) => kind === 'item').map(({ code }) => code))
    const works = followPlan({ tx, ctx, periodId: plan.period.id, items }, stored, wanted)
    tx.insert(planLoads)
      .values({ at: ctx.at, textSha256: planSha256, dataHash, ...counts })
      .run()
    recordEvent(tx, ctx, { action: 'plan.loaded', subject: 'plan', body: { textSha256: planSha256, dataHash, ...counts, works } })
    return { loaded: true, ...counts, created: works.created }
  })
}

function refuseLosses(tx: Tx, stored: readonly PlanEntry[], wanted: readonly PlanEntry[]): void {
  const refused = refusedRemovals(stored, wanted, standing(tx, stored))
  if (refused.length === 0) return
  throw new Refusal('plan-refused', { issues: refused.map(({ code, reason, params }) => ({ field: code, code: reason, params })) })
}

function setPeriod(tx: Tx, { id, name, from, to }: PlanData['period']): void {
  const row = { id, name, fromDay: from, toDay: to }
  tx.insert(planPeriods).values(row).onConflictDoUpdate({ target: planPeriods.id, set: row }).run()
}

function replaceEntries(tx: Tx, wanted: readonly PlanEntry[]): void {
  tx.delete(planEntries).run()
  for (const entry of wanted) tx.insert(planEntries).values(entry).run()
}
