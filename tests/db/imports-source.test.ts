import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { approvePlanSource, keepPlanSource, returnPlanSource, undoImport } from '../../db/commands/imports-decide'
import { loadPlan } from '../../db/commands/plan'
import { plan } from '../../db/plan'
import { importView } from '../../db/queries/imports'
import { planItem } from '../../db/queries/plan'
import { planSources, sourceDifferences } from '../../db/queries/plan-sources'
import { projectHead } from '../../db/queries/project'
import { projectHistory } from '../../db/queries/project-history'
import { events, planSourceRows } from '../../db/schema'
import { ctxOf, openTestHouse, systemCtx, type TestHouse } from '../support/house'
import { dump, importNow, importRow, type Ledger, outcomes, preview, refTo, rowsOf } from '../support/import-house'
import { work } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
})
afterEach(() => t.close())

/** A work whose own item names a sum. */
const stated = plan.projects.find(({ items }) =>
  plan.boxes.some((box) => box.items.some((item) => item.code === items[0] && item.investment?.yuan)),
)
const code = stated?.code ?? ''
const other = plan.projects.find((entry) => entry !== stated)?.code ?? ''

/** The annex that the plan's text lacks, as somebody might find it: one work with another total, one as in the plan, one nobody knew. */
const annex = (): Ledger => ({
  fields: ['name', 'ownerName', 'totalYuan'],
  rows: [
    [work(code).name, '', '12345.67'],
    [work(other).name, '', ''],
    ['附表里才有的项目', '某公司', '约3亿元'],
  ],
  about: { purpose: 'plan-source' },
  fileName: '重大项目汇总表.xlsx',
})

test('a plan source waits for a second person; until then neither the plan nor the register shows it', () => {
  const id = importNow(t, annex())
  expect(importRow(id).state).toBe('submitted')
  expect([planSources(), sourceDifferences()]).toEqual([[], []])
  expect(() => approvePlanSource(ctxOf(t.actors.bureau), refTo(id))).toThrow('not-self')
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  expect(planSources()).toMatchObject([{ fileName: '重大项目汇总表.xlsx', sheet: '台账', rows: 3, sha256: importRow(id).sha256 }])
})

test('its rows match works to their items, and figures that differ go to the register with their cell', () => {
  const item = stated?.items[0] ?? ''
  expect(planItem(item)?.investment?.yuan).toBeGreaterThan(0)
  const id = importNow(t, annex())
  expect(rowsOf(id).map(({ projectId, outcome }) => [projectId, outcome])).toEqual([
    [work(code).id, 'new'],
    [work(other).id, 'new'],
    [null, 'new'],
  ])
  expect(rowsOf(id)[0]?.warnings).toEqual(['plan-total'])
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  const rows = orm().select().from(planSourceRows).all()
  expect(rows.map(({ itemCode }) => itemCode)).toEqual([item, plan.projects.find((entry) => entry.code === other)?.items[0], null])
  expect(rows[2]).toMatchObject({ body: { totalYuan: 300_000_000 }, words: { totalYuan: '约3亿元' } })
  expect(sourceDifferences()).toMatchObject([
    { itemCode: item, topic: 'total', sourceText: '12345.67', sourceCell: '台账!C4', planLine: planItem(item)?.clause.line },
  ])
})

test('a reload of the plan leaves what was imported', () => {
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(importNow(t, annex())))
  const [sources, differences] = [planSources(), sourceDifferences()]
  const corrected = { ...plan, register: plan.register.map((entry, at) => (at === 0 ? { ...entry, note: `${entry.note}。` } : entry)) }
  expect(loadPlan(systemCtx(), corrected)).toMatchObject({ loaded: true, changed: 1 })
  expect([planSources(), sourceDifferences()]).toEqual([sources, differences])
})

test('the same table a second time is no change; a revised one shows what it changes', () => {
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(importNow(t, annex())))
  expect(outcomes(preview(t, annex()))).toEqual(['same', 'same', 'same'])
  const revised = { ...annex(), rows: annex().rows.map((row, at) => (at === 2 ? ['附表里才有的项目', '某公司', '2亿元'] : row)) }
  const id = preview(t, revised)
  expect(rowsOf(id)[2]).toMatchObject({
    outcome: 'changed',
    differences: [{ field: 'totalYuan', before: 300_000_000, after: 200_000_000 }],
  })
})

test('returned or undone, nothing of it is left in the plan', () => {
  const before = dump()
  const first = importNow(t, annex())
  returnPlanSource(ctxOf(t.actors.bureau2), { ...refTo(first), reason: '页码不对' })
  expect([planSources(), importRow(first).decisionReason]).toEqual([[], '页码不对'])
  const second = importNow(t, annex())
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(second))
  undoImport(ctxOf(t.actors.bureau), refTo(second))
  undoImport(ctxOf(t.actors.bureau2), refTo(second))
  const after = dump()
  expect(importRow(second).state).toBe('undone')
  const waiting = /^(plan_source_rows|register_additions)$/
  for (const name of Object.keys(before)) if (!waiting.test(name)) expect([name, after[name]]).toEqual([name, before[name]])
  expect(planSources()).toEqual([])
})

const actionsOf = (id: number) =>
  orm()
    .select()
    .from(events)
    .where(eq(events.subject, `import:${id}`))
    .all()
    .map(({ action, actorId }) => [action, actorId])
const approved = (): number => {
  const id = importNow(t, annex())
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  return id
}

test('an approved one goes as it came: asked by one, agreed to by another; until then it counts', () => {
  const id = approved()
  undoImport(ctxOf(t.actors.bureau2), refTo(id))
  expect([importRow(id).state, planSources().length]).toEqual(['approved', 1])
  expect(importView(t.actors.bureau2, id)).toMatchObject({ undo: 'own', undoAskedBy: { name: 'test-bureau2' } })
  expect(() => undoImport(ctxOf(t.actors.bureau2), refTo(id))).toThrow('not-self')
  expect(importView(t.actors.bureau, id).undo).toBe('agree')
  undoImport(ctxOf(t.actors.bureau), refTo(id))
  expect([importRow(id).state, planSources().length]).toEqual(['undone', 0])
  expect(actionsOf(id).slice(-2)).toEqual([
    ['import.undo-asked', t.actors.bureau2.id],
    ['import.undone', t.actors.bureau.id],
  ])
})

test('agreeing to what was shown before is stale, and a request that is dropped begins anew', () => {
  const id = approved()
  const before = refTo(id)
  undoImport(ctxOf(t.actors.bureau), before)
  expect(() => undoImport(ctxOf(t.actors.bureau2), before)).toThrow('stale')
  keepPlanSource(ctxOf(t.actors.bureau), refTo(id))
  expect(importView(t.actors.bureau2, id)).toMatchObject({ undo: 'ask', undoAskedBy: null, state: 'approved' })
  undoImport(ctxOf(t.actors.bureau2), refTo(id))
  expect(importRow(id).state).toBe('approved')
  expect(() => keepPlanSource(ctxOf(t.actors.leader), refTo(id))).toThrow('forbidden')
})

test('a work tells in its history which file, sheet and row it was in, from the day the source counts', () => {
  const rows = () => projectHistory(projectHead(t.actors.leader, code), null).rows.filter(({ imported }) => imported !== null)
  const id = importNow(t, annex())
  expect(rows()).toEqual([])
  approvePlanSource(ctxOf(t.actors.bureau2), refTo(id))
  expect(rows()).toMatchObject([{ action: 'import.approved', who: { name: 'test-bureau2' }, imported: { id, sheet: '台账', rows: [4] } }])
})
