import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitAnnualPlan, withdrawAnnualPlan } from '../../db/commands/annual-plans'
import { saveCensusRow } from '../../db/commands/census'
import { previewCensusList } from '../../db/commands/census-list'
import { raiseCondition } from '../../db/commands/conditions'
import { approveFactSheet, returnFactSheet, submitFactSheet } from '../../db/commands/fact-sheets'
import { proposeMilestoneDates } from '../../db/commands/milestone-dates'
import { layMilestones } from '../../db/commands/milestones'
import { annualPlanForm } from '../../db/queries/annual-plan-form'
import { censusGrid } from '../../db/queries/census'
import { conditionList, worksToAskFor } from '../../db/queries/conditions'
import { factSheetForm } from '../../db/queries/fact-sheet-form'
import { milestonePlan } from '../../db/queries/milestone-plan'
import { worksToLay } from '../../db/queries/milestones-to-lay'
import { waitingDates } from '../../db/queries/waiting-dates'
import type { UserActor } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { censusRow } from '../../domain/census'
import { newConditionInput } from '../../domain/condition-input'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { milestoneDatesInput, milestonesToLayInput } from '../../domain/milestone-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { milestonesOf } from '../support/library'
import { codeOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const notBureau = (): UserActor[] => {
  const { bureau: _one, bureau2: _two, ...others } = t.actors
  return Object.values(others)
}

describe('the census grid', () => {
  it('shows the filtered works, and counts those with a gap', () => {
    const water = censusGrid(t.actors.bureau, { page: 1, unfinished: false, filter: { box: '5-1' } })
    expect(water.all).toBe(water.gaps)
    expect(water.rows.every((row) => row.sources[0]?.startsWith('5-1#'))).toBe(true)
    const row = water.rows[0]!
    const cells = { code: row.code, version: String(row.version), owner: '测试甲公司', stage: 'preparatory', chain: 'none' }
    saveCensusRow(ctxOf(t.actors.bureau), typed(censusRow, cells))
    const left = censusGrid(t.actors.bureau, { page: 1, unfinished: true, filter: { box: '5-1' } })
    expect(left).toMatchObject({ all: water.all, gaps: water.all - 1, total: water.all - 1 })
    expect(left.rows.map(({ code }) => code)).not.toContain(row.code)
  })

  it('sets each line of a pasted list beside the work as it stands, and saves nothing', () => {
    const before = work('P0001').version
    const { rows } = previewCensusList(ctxOf(t.actors.bureau), 'P0001\t\t测试乙公司\nP9999\t测试甲公司')
    expect(rows[0]).toMatchObject({
      values: { responsible: '测试乙公司' },
      standing: { code: 'P0001', owner: '测试甲公司', version: before },
    })
    expect(rows[1]).toMatchObject({ standing: null, issues: [{ code: 'work-unknown' }] })
    expect(work('P0001').version).toBe(before)
  })

  it('is the bureau’s alone', () => {
    for (const actor of notBureau()) {
      expect(codeOf(() => censusGrid(actor, { page: 1, unfinished: false }))).toBe('forbidden')
      expect(codeOf(() => worksToLay(actor, { page: 1, bare: false, filter: {} }))).toBe('forbidden')
      expect(codeOf(() => waitingDates(actor, { page: 1, filter: {} }))).toBe('forbidden')
    }
  })
})

describe('milestones', () => {
  it('say what is there before a template is laid, and what waits after dates were proposed', () => {
    const lists = (bare: boolean) => worksToLay(t.actors.bureau, { page: 1, bare, filter: { q: 'P0001' } })
    expect(lists(true).total).toBe(1)
    layMilestones(ctxOf(t.actors.bureau), typed(milestonesToLayInput, { template: 'enterprise', codes: ['P0001'] }))
    expect(lists(true).total).toBe(0)
    expect(lists(false).rows[0]).toMatchObject({ template: 'enterprise', dated: 0, there: expect.arrayContaining(['开工']) })

    const [first, second] = milestonesOf('P0001')
    const date = (one: typeof first, plannedOn: string) => ({ milestoneId: String(one!.id), version: String(one!.version), plannedOn })
    proposeMilestoneDates(ctxOf(t.actors.owner), typed(milestoneDatesInput, { dates: [date(first, '2025-12-01')] }))
    proposeMilestoneDates(ctxOf(t.actors.bureau), typed(milestoneDatesInput, { dates: [date(second, '2025-12-02')] }))
    const mayDecide = (actor: UserActor) => waitingDates(actor, { page: 1, filter: {} }).rows.map((row) => row.mayDecide)
    expect(mayDecide(t.actors.bureau)).toEqual([true, false])
    expect(mayDecide(t.actors.bureau2)).toEqual([true, true])
    expect(waitingDates(t.actors.bureau, { page: 1, filter: { q: 'P0002' } }).total).toBe(0)
    expect(milestonePlan(t.actors.owner, 'P0001').milestones.filter((one) => one.waiting)).toHaveLength(2)
  })

  it('of another unit’s work are not found, and those who only read do not plan them', () => {
    expect(codeOf(() => milestonePlan(t.actors.otherOwner, 'P0001'))).toBe('not-found')
    for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor]) {
      expect(codeOf(() => milestonePlan(actor, 'P0001'))).toBe('forbidden')
      expect(codeOf(() => factSheetForm(actor, 'P0001'))).toBe('forbidden')
      expect(codeOf(() => annualPlanForm(actor, 'P0001', 2025))).toBe('forbidden')
    }
    expect(codeOf(() => factSheetForm(t.actors.otherOwner, 'P0001'))).toBe('not-found')
    expect(codeOf(() => annualPlanForm(t.actors.otherOwner, 'P0001', 2025))).toBe('not-found')
  })
})

describe('a form that came back', () => {
  const sheet = (fields: Record<string, unknown>) =>
    submitFactSheet(ctxOf(t.actors.owner), typed(factSheetInput, { code: 'P0001', ...fields }))

  it('begins with the returned fact sheet, else with the one in force', () => {
    approveFactSheet(ctxOf(t.actors.bureau), sheet({ version: '0', content: '一期', contact: '李工' }))
    expect(factSheetForm(t.actors.owner, 'P0001').values).toMatchObject({ content: '一期', contact: '李工' })
    returnFactSheet(ctxOf(t.actors.bureau), sheet({ version: '1', content: '一期二期' }), '请附批复')
    const form = factSheetForm(t.actors.owner, 'P0001')
    expect(form.values).toMatchObject({ content: '一期二期' })
    expect(form).toMatchObject({ current: { revision: 1 }, waiting: null })
  })

  it('begins with the plan its own author withdrew', () => {
    const plan = typed(annualPlanInput, { code: 'P0001', version: '0', year: '2026', plannedYuan: '800' })
    withdrawAnnualPlan(ctxOf(t.actors.owner), submitAnnualPlan(ctxOf(t.actors.owner), plan))
    expect(annualPlanForm(t.actors.owner, 'P0001', 2026)).toMatchObject({ version: 0, waiting: null, cameBack: { plannedYuan: 8_000_000 } })
    expect(annualPlanForm(t.actors.bureau, 'P0001', 2026).cameBack).toBeNull()
  })
})

describe('conditions', () => {
  it('are seen by the work’s unit, by the unit asked and by those who read all works', () => {
    const asked = typed(newConditionInput, { code: 'P0001', kind: 'land', ask: '请批地', askedOfId: String(t.organisations.other) })
    raiseCondition(ctxOf(t.actors.owner), asked)
    raiseCondition(ctxOf(t.actors.bureau), typed(newConditionInput, { code: 'P0002', kind: 'funds', ask: '请拨款' }))
    const seen = (actor: UserActor) =>
      conditionList(actor, {}, 1, testDay).rows.map(({ code, own, mayAnswer, mayClose }) => ({
        code,
        own,
        mayAnswer,
        mayClose,
      }))
    expect(seen(t.actors.owner)).toEqual([{ code: 'P0001', own: true, mayAnswer: false, mayClose: false }])
    expect(seen(t.actors.otherOwner)).toEqual([{ code: 'P0001', own: false, mayAnswer: true, mayClose: false }])
    expect(seen(t.actors.leader).map(({ code, mayAnswer }) => [code, mayAnswer])).toEqual([
      ['P0001', false],
      ['P0002', false],
    ])
    expect(seen(t.actors.bureau).every((row) => row.mayAnswer && row.mayClose)).toBe(true)
    expect(conditionList(t.actors.bureau, { project: 'P0002' }, 1, testDay).total).toBe(1)
    for (const actor of [t.actors.admin, t.actors.auditor]) expect(codeOf(() => conditionList(actor, {}, 1, testDay))).toBe('forbidden')
  })

  it('are raised for one’s own works, by the bureau for all', () => {
    expect(worksToAskFor(t.actors.owner).map(({ code }) => code)).toContain('P0001')
    expect(worksToAskFor(t.actors.otherOwner)).toEqual([])
    expect(worksToAskFor(t.actors.bureau).length).toBeGreaterThan(100)
    expect(codeOf(() => worksToAskFor(t.actors.supervisor))).toBe('forbidden')
  })
})
