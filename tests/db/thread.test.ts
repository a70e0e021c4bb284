import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { tieEnterprise } from '../../db/commands/enterprises'
import { approveOutput, submitOutput } from '../../db/commands/outputs'
import { approveUpdate, returnUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { assignments, chainOutputs, projectList, projectStages, projects } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  const id = orm().select().from(projects).where(eq(projects.code, 'P0001')).get()?.id ?? 0
  orm().update(projects).set({ stage: 'construction' }).where(eq(projects.id, id)).run()
  orm().insert(projectStages).values({ projectId: id, stage: 'construction', fromDay: '2024-01-01' }).run()
  orm().insert(assignments).values({ projectId: id, kind: 'owner', organisationId: t.organisations.own, fromDay: '2024-01-01' }).run()
  orm().transaction((tx) => refreshProject(tx, testDay, id))
})
afterEach(() => t.close())

const month = (fields: Record<string, string>) =>
  monthlyInput.parse({ code: 'P0001', period: '2025-09', investmentBasis: 'year', ...fields })
const row = () => orm().select().from(projectList).where(eq(projectList.code, 'P0001')).get()

test('an update changes the list row only once it is approved by another person', () => {
  const first = submitMonthlyUpdate(ctxOf(t.actors.owner), month({ investment: '2500', percent: '40' }))
  expect(row()).toMatchObject({ approvedYuan: null, reportState: 'late' })
  returnUpdate(ctxOf(t.actors.bureau), first, '请附凭证')
  expect(row()?.reportState).toBe('returned')
  const second = submitMonthlyUpdate(ctxOf(t.actors.owner), month({ investment: '2600', percent: '40' }))
  approveUpdate(ctxOf(t.actors.bureau), second)
  expect(row()).toMatchObject({
    approvedYuan: 26_000_000,
    approvedPartial: true,
    yearToDateYuan: 26_000_000,
    approvedMonth: '2025-09',
    percent: 40,
  })
  expect(() => approveUpdate(ctxOf(t.actors.bureau2), second)).toThrow('already-decided')
})

test('an output return moves the chain once it is approved, as a lower bound while others are missing', () => {
  tieEnterprise(ctxOf(t.actors.bureau), { chainId: 'building', organisationId: t.organisations.own })
  tieEnterprise(ctxOf(t.actors.bureau), { chainId: 'building', organisationId: t.organisations.other })
  const input = { chainId: 'building' as const, organisationId: t.organisations.own, quarter: '2025Q3', yearToDate: 1_240_000_000 }
  const id = submitOutput(ctxOf(t.actors.owner), { ...input, remark: null, onBehalfSource: null, onBehalfOn: null, revisionReason: null })
  const output = () =>
    orm()
      .select()
      .from(chainOutputs)
      .where(and(eq(chainOutputs.chainId, 'building'), eq(chainOutputs.year, 2025)))
      .get()
  expect(output()).toMatchObject({ yuan: null, known: 0, unknown: 2 })
  approveOutput(ctxOf(t.actors.bureau), id)
  expect(output()).toMatchObject({ yuan: 1_240_000_000, known: 1, unknown: 1, throughMonth: '2025-09', source: 'enterprises' })
})
