import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit-verify'
import { house, orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { closeCondition } from '../../db/commands/conditions'
import { tieEnterprise, untieEnterprise } from '../../db/commands/enterprises'
import { approveFactSheet, returnFactSheet, submitFactSheet } from '../../db/commands/fact-sheets'
import { approveOutput, returnOutput, submitOutput, withdrawOutput } from '../../db/commands/outputs'
import { approveUpdate, returnUpdate, withdrawUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { submitCompletion, submitMonthlyUpdate } from '../../db/commands/updates'
import { type Chance, chanceOf } from '../../db/demo/chance'
import { rulesOn } from '../../db/queries/rules'
import { annualPlans, chainOutputs, conditions, factSheets, outputReturns, projectList, statisticsOutputs, updates } from '../../db/schema'
import { listRow } from '../../db/summaries'
import { annualPlanInput } from '../../domain/annual-plan'
import { Refusal } from '../../domain/errors'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { stages } from '../../domain/project'
import { completionInput, monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { recomputeChain, recomputeProjects } from '../support/recompute'
import { giveWork, work } from '../support/work'

const sequences = process.env.LONG ? 1000 : 80
const codes = ['P0001', 'P0002', 'P0003', 'P0013']
const chains = ['machinery', 'building'] as const

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of codes) giveWork(t, code)
})
afterAll(() => t.close())

const yuan = (chance: Chance) => chance.pick(['', '0', '120.5', '3000', String(chance.whole(0, 90_000))])
const month = (chance: Chance) => `${chance.pick([2023, 2024, 2025])}-${String(chance.whole(1, 12)).padStart(2, '0')}`
const owner = () => ctxOf(t.actors.owner)
const bureau = (chance: Chance) => ctxOf(chance.pick([t.actors.bureau, t.actors.bureau2]))
type Decidable = typeof updates | typeof factSheets | typeof outputReturns | typeof annualPlans | typeof statisticsOutputs
function waiting(table: Decidable, chance: Chance): number {
  const rows = orm().select({ id: table.id }).from(table).where(eq(table.status, 'submitted')).all()
  return rows.length === 0 ? 0 : chance.pick(rows).id
}

/** What people do, sensible or not; refusals are part of life. */
const acts: ((chance: Chance) => unknown)[] = [
  (c) =>
    submitMonthlyUpdate(
      owner(),
      monthlyInput.parse({
        code: c.pick(codes),
        period: month(c),
        investmentBasis: c.pick(['month', 'year']),
        investment: yuan(c),
        percent: c.pick(['', '40', '100']),
        remark: c.pick(['', '说明']),
        revisionReason: c.pick(['', '更正']),
        ...(c.happens(0.2) ? { conditionKind: 'land', conditionAsk: '请批' } : {}),
      }),
    ),
  (c) => submitMonthlyUpdate(owner(), monthlyInput.parse({ code: c.pick(codes), period: month(c), noChange: 'on' })),
  (c) =>
    submitMonthlyUpdate(
      bureau(c),
      monthlyInput.parse({
        code: c.pick(codes),
        period: month(c),
        investmentBasis: 'year',
        investment: yuan(c),
        remark: '说明',
        onBehalfSource: '电话',
        onBehalfOn: '2025-10-01',
      }),
    ),
  (c) => approveUpdate(bureau(c), waiting(updates, c)),
  (c) => approveUpdate(bureau(c), waiting(updates, c)),
  (c) => returnUpdate(bureau(c), waiting(updates, c), '请补'),
  (c) => withdrawUpdate(owner(), waiting(updates, c)),
  (c) =>
    submitCompletion(
      owner(),
      completionInput.parse({
        code: c.pick(codes),
        completedOn: `${month(c)}-11`,
        final: yuan(c),
        documentNo: '验收',
        revisionReason: c.pick(['', '更正']),
      }),
    ),
  (c) => moveStage(bureau(c), { ...versioned(c.pick(codes)), to: c.pick(stages), on: testDay, reason: '原因' }),
  (c) =>
    submitFactSheet(
      owner(),
      factSheetInput.parse({
        ...sheetOf(c.pick(codes)),
        totalYuan: yuan(c),
        totalDocument: '备案',
        openingYuan: yuan(c),
        openingYear: c.pick(['', '2022', '2023']),
        approvals: [],
      }),
    ),
  (c) => approveFactSheet(bureau(c), waiting(factSheets, c)),
  (c) => returnFactSheet(bureau(c), waiting(factSheets, c), '请补'),
  (c) =>
    submitAnnualPlan(
      owner(),
      annualPlanInput.parse({
        ...planOf(c.pick(codes), c.pick([2024, 2025])),
        plannedYuan: yuan(c),
        startMonth: c.pick(['', '2025-03']),
        reason: '调整',
      }),
    ),
  (c) => approveAnnualPlan(bureau(c), waiting(annualPlans, c), '1号'),
  (c) => tieEnterprise(bureau(c), { chainId: c.pick(chains), organisationId: c.pick([t.organisations.own, t.organisations.other]) }),
  (c) => untieEnterprise(bureau(c), { chainId: c.pick(chains), organisationId: c.pick([t.organisations.own, t.organisations.other]) }),
  (c) =>
    submitOutput(
      owner(),
      outputInput.parse({
        organisationId: String(t.organisations.own),
        chainId: c.pick(chains),
        quarter: c.pick(['2024Q4', '2025Q1', '2025Q2', '2025Q3']),
        yearToDate: yuan(c),
        revisionReason: c.pick(['', '更正']),
      }),
    ),
  (c) => approveOutput(bureau(c), waiting(outputReturns, c)),
  (c) => returnOutput(bureau(c), waiting(outputReturns, c), '请补'),
  (c) => withdrawOutput(owner(), waiting(outputReturns, c)),
  (c) =>
    submitStatistics(
      bureau(c),
      statisticsInput.parse({ chainId: c.pick(chains), year: '2024', throughMonth: '2024-12', output: yuan(c), source: '快报' }),
    ),
  (c) => approveStatistics(bureau(c), waiting(statisticsOutputs, c)),
  (c) => closeCondition(bureau(c), { ...openCondition(c), outcome: 'solved', reason: null }),
]

const versioned = (code: string) => ({ code, version: work(code).version })
function sheetOf(code: string) {
  const current = orm()
    .select()
    .from(factSheets)
    .where(and(eq(factSheets.projectId, work(code).id), eq(factSheets.current, true)))
    .get()
  return { code, version: String(current?.revision ?? 0) }
}
function planOf(code: string, year: number) {
  const approved = and(eq(annualPlans.projectId, work(code).id), eq(annualPlans.year, year), eq(annualPlans.status, 'approved'))
  return { code, year: String(year), version: String(orm().select().from(annualPlans).where(approved).all().length) }
}
function openCondition(c: Chance) {
  const rows = orm().select({ id: conditions.id, version: conditions.version }).from(conditions).where(eq(conditions.state, 'open')).all()
  return rows.length === 0 ? { id: 0, version: 0 } : c.pick(rows)
}

function live(chance: Chance): { done: number; refused: number } {
  const outcome = { done: 0, refused: 0 }
  for (let act = 0; act < 8; act++) {
    try {
      chance.pick(acts)(chance)
      outcome.done++
    } catch (error) {
      if (!(error instanceof Refusal) && !isZod(error)) throw error
      outcome.refused++
    }
  }
  return outcome
}
const isZod = (error: unknown): boolean => (error as Error).name === 'ZodError' || (error as Error).constructor.name === 'ZodError'

/** The stored row is what the facts say, by the product's own rule and by plain SQL; unknown stays unknown in both. */
function checkProjects(): void {
  const rules = rulesOn(orm(), testDay)
  const told = recomputeProjects(house().sqlite)
  for (const code of codes) {
    const stored = orm().select().from(projectList).where(eq(projectList.code, code)).get()
    expect(stored).toEqual({ ...listRow(orm(), testDay, work(code).id, rules) })
    expect(stored).toMatchObject(told.find((row) => row.code === code) ?? {})
  }
}

function checkChains(): void {
  for (const chain of chains) {
    const rows = orm().select().from(chainOutputs).where(eq(chainOutputs.chainId, chain)).all()
    for (const { year, yuan, known, unknown } of rows)
      expect({ chain, year, yuan, known, unknown }).toEqual(recomputeChain(house().sqlite, chain, year))
  }
}

test(`stored summaries equal the facts after each of ${sequences} random sequences of commands`, () => {
  const chance = chanceOf(20_251_016)
  const total = { done: 0, refused: 0 }
  for (let sequence = 0; sequence < sequences; sequence++) {
    const { done, refused } = live(chance)
    total.done += done
    total.refused += refused
    checkProjects()
    checkChains()
  }
  console.log(`sequences=${sequences} commands=${total.done} refused=${total.refused}`)
  expect(total.done).toBeGreaterThan(sequences)
  expect(verifyChain(house().sqlite).broken).toBeNull()
}, 600_000)
