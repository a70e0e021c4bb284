import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approveAnnualPlan, returnAnnualPlan, submitAnnualPlan, withdrawAnnualPlan } from '../../db/commands/annual-plans'
import type { UserActor } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { lastEvent, listRow, plansOf } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

/** Every test has a work of its own. */
let code = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
})

const submit = (actor: UserActor = t.actors.bureau, fields: Record<string, string> = {}) => {
  const known = {
    code,
    version: '0',
    year: '2025',
    plannedYuan: '1200',
    startMonth: '2025-03',
    finishMonth: '2026-06',
    documentNo: '东政发〔2025〕3号',
  }
  return submitAnnualPlan(ctxOf(actor), typed(annualPlanInput, { ...known, ...fields }))
}

describe('an annual plan', () => {
  it('counts once a second person has approved it', () => {
    const id = submit()
    expect(listRow(code).annualPlanYuan).toBeNull()
    expect(codeOf(() => approveAnnualPlan(ctxOf(t.actors.bureau), id))).toBe('not-self')
    approveAnnualPlan(ctxOf(t.actors.bureau2), id)
    expect(listRow(code).annualPlanYuan).toBe(12_000_000)
    expect(lastEvent(code)).toMatchObject({
      action: 'annual-plan.approved',
      body: { year: 2025, before: null, after: { plannedYuan: 12_000_000 } },
    })
  })

  it('is one a year; an adjustment needs a reason and leaves the old one standing', () => {
    approveAnnualPlan(ctxOf(t.actors.bureau2), submit())
    expect(issuesIn(() => submit(t.actors.bureau, { version: '1', plannedYuan: '900' }))).toEqual(['reason: needs-reason'])
    approveAnnualPlan(ctxOf(t.actors.bureau2), submit(t.actors.bureau, { version: '1', plannedYuan: '900', reason: '用地推迟' }))
    expect(plansOf(code).map(({ plannedYuan, current }) => [plannedYuan, current])).toEqual([
      [12_000_000, false],
      [9_000_000, true],
    ])
    approveAnnualPlan(ctxOf(t.actors.bureau2), submit(t.actors.bureau, { year: '2024' }))
    expect(plansOf(code).filter((plan) => plan.current)).toHaveLength(2)
  })

  it('of a unit may come without number; the approval gives it', () => {
    const id = submit(t.actors.owner, { documentNo: '' })
    expect(issuesIn(() => approveAnnualPlan(ctxOf(t.actors.bureau), id))).toEqual(['documentNo: required'])
    expect(plansOf(code)[0]?.status).toBe('submitted')
    approveAnnualPlan(ctxOf(t.actors.bureau), id, '东政发〔2025〕3号')
    expect(plansOf(code)[0]).toMatchObject({ status: 'approved', documentNo: '东政发〔2025〕3号' })
  })

  it('is refused with its field when it makes no sense', () => {
    expect(issuesIn(() => submit(t.actors.bureau, { plannedYuan: '', startMonth: '', finishMonth: '' }))).toEqual(['plannedYuan: required'])
    expect(issuesIn(() => submit(t.actors.bureau, { finishMonth: '2025-02' }))).toEqual(['finishMonth: finish-before-start'])
    expect(issuesIn(() => submit(t.actors.bureau, { year: '2027' }))).toEqual(['year: in-the-future'])
    expect(issuesIn(() => submit(t.actors.bureau, { documentNo: '' }))).toEqual(['documentNo: required'])
  })

  it('keeps an unknown amount unknown', () => {
    approveAnnualPlan(ctxOf(t.actors.bureau2), submit(t.actors.bureau, { plannedYuan: '' }))
    expect(plansOf(code)[0]?.plannedYuan).toBeNull()
    expect(listRow(code).annualPlanYuan).toBeNull()
  })

  it('is refused from a stale form and while one waits', () => {
    const id = submit()
    expect(refusalOf(() => submit(t.actors.bureau2))).toMatchObject({ code: 'one-waiting', current: { id } })
    approveAnnualPlan(ctxOf(t.actors.bureau2), id)
    expect(refusalOf(() => submit())).toMatchObject({ code: 'stale', current: { version: 1, plannedYuan: 12_000_000 } })
  })

  it('is returned with a reason or withdrawn, and then final', () => {
    const first = submit(t.actors.owner)
    returnAnnualPlan(ctxOf(t.actors.bureau), first, '与文件不符')
    const second = submit(t.actors.owner)
    withdrawAnnualPlan(ctxOf(t.actors.owner), second)
    expect(plansOf(code).map(({ status }) => status)).toEqual(['returned', 'withdrawn'])
    for (const id of [first, second]) expect(codeOf(() => approveAnnualPlan(ctxOf(t.actors.bureau), id))).toBe('already-decided')
  })

  it('is not to be found by another unit, and refused to the rest', () => {
    const id = submit(t.actors.owner)
    expect(codeOf(() => submit(t.actors.otherOwner))).toBe('not-found')
    expect(codeOf(() => withdrawAnnualPlan(ctxOf(t.actors.otherOwner), id))).toBe('not-found')
    for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor]) {
      expect(codeOf(() => submit(actor))).toBe('forbidden')
      expect(codeOf(() => approveAnnualPlan(ctxOf(actor), id))).toBe('forbidden')
    }
  })
})
