import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposeMilestoneDates, requestBaselineChange } from '../../db/commands/milestone-dates'
import { addMilestone, layMilestones } from '../../db/commands/milestones'
import { approveMilestoneDates, returnMilestoneDate, withdrawMilestoneDate } from '../../db/commands/review-milestone-dates'
import { moveStage } from '../../db/commands/stages'
import type { UserActor } from '../../domain/actor'
import { baselineChangeInput, milestoneDatesInput, milestonesToLayInput, newMilestoneInput } from '../../domain/milestone-input'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { dateRow, lastEvent, milestonesOf } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

/** Every test has works of its own: one in the owner's hands, one in nobody's. */
let code = ''
let other = ''
let number = 1
beforeEach(() => {
  code = `P${String(number++).padStart(4, '0')}`
  other = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
})

const lay = (template: string, codes: string[], years: Record<string, string> = {}) =>
  layMilestones(ctxOf(t.actors.bureau), typed(milestonesToLayInput, { template, codes, ...years }))
const names = (of: string) => milestonesOf(of).map(({ name }) => name)
const milestone = (name = '开工') => milestonesOf(code).find((entry) => entry.name === name)!

const propose = (actor: UserActor, dates: Record<string, string>) => {
  const rows = Object.entries(dates).map(([name, plannedOn]) => {
    const { id, version } = milestone(name)
    return { milestoneId: String(id), version: String(version), plannedOn }
  })
  return proposeMilestoneDates(ctxOf(actor), typed(milestoneDatesInput, { dates: rows }))
}
const change = (actor: UserActor, plannedOn: string, version = milestone().version) =>
  requestBaselineChange(
    ctxOf(actor),
    typed(baselineChangeInput, { milestoneId: String(milestone().id), version: String(version), plannedOn, reason: '用地推迟' }),
  )
const dated = () => {
  lay('enterprise', [code])
  approveMilestoneDates(ctxOf(t.actors.bureau), propose(t.actors.owner, { 开工: '2025-06-30', 投产: '2026-06-30' }))
}

describe('a template', () => {
  it('goes on many works at once and skips what is there', () => {
    expect(lay('government', [code, other, code])).toEqual({ works: 2, milestones: 14 })
    expect(names(other)).toEqual(['项目建议书', '可研', '初设及概算', '招标', '开工', '主体', '竣工验收'])
    expect(lay('government', [code])).toEqual({ works: 0, milestones: 0 })
    expect(work(code).templateCode).toBe('government')
    expect(lastEvent(other)).toMatchObject({
      action: 'milestones.laid',
      body: { before: { template: null }, after: { template: 'government' } },
    })
  })

  it('leaves a milestone of the same name as it is', () => {
    addMilestone(ctxOf(t.actors.bureau), typed(newMilestoneInput, { code, name: '签约', definition: '已签', proof: '合同' }))
    expect(lay('investment-promotion', [code]).milestones).toBe(4)
    expect(milestone('签约')).toMatchObject({ templateKey: null, definition: '已签' })
    expect(new Set(milestonesOf(code).map(({ position }) => position)).size).toBe(5)
  })

  it('of yearly quantities covers the plan period, or the years asked for', () => {
    lay('task', [code])
    expect(names(code)).toEqual([2021, 2022, 2023, 2024, 2025].map((year) => `${year}年任务完成`))
    lay('task', [code], { fromYear: '2025', toYear: '2027' })
    expect(names(code).slice(-2)).toEqual(['2026年任务完成', '2027年任务完成'])
    expect(issuesIn(() => lay('task', [code], { fromYear: '2027', toYear: '2026' }))).toEqual(['toYear: too-small'])
    expect(issuesIn(() => lay('task', [code], { fromYear: '2000', toYear: '2100' }))).toEqual(['toYear: too-large'])
  })

  it('is all or nothing', () => {
    expect(codeOf(() => lay('water', [code, 'P9999']))).toBe('not-found')
    expect(issuesIn(() => lay('castle', [code]))).toEqual(['template: not-a-choice'])
    moveStage(ctxOf(t.actors.bureau), { code: other, version: work(other).version, to: 'withdrawn', on: '2025-10-01', reason: '撤销' })
    expect(codeOf(() => lay('water', [code, other]))).toBe('withdrawn-work')
    expect(names(code)).toEqual([])
  })

  it('is laid by the bureau alone, as is a single milestone', () => {
    const { bureau: _, bureau2: _2, ...others } = t.actors
    const one = typed(newMilestoneInput, { code, name: '通车', definition: '通车', proof: '照片' })
    for (const actor of Object.values(others)) {
      expect(codeOf(() => layMilestones(ctxOf(actor), typed(milestonesToLayInput, { template: 'water', codes: [code] })))).toBe('forbidden')
      expect(codeOf(() => addMilestone(ctxOf(actor), one))).toBe('forbidden')
    }
    addMilestone(ctxOf(t.actors.bureau), one)
    expect(issuesIn(() => addMilestone(ctxOf(t.actors.bureau), one))).toEqual(['name: milestone-exists'])
  })
})

describe('first dates', () => {
  it('count once approved by another person, as original and as current baseline', () => {
    lay('enterprise', [code])
    const ids = propose(t.actors.owner, { 开工: '2025-06-30', 投产: '2026-06-30' })
    expect(milestone().baselineOn).toBeNull()
    approveMilestoneDates(ctxOf(t.actors.bureau), ids)
    expect(milestone()).toMatchObject({ originalOn: '2025-06-30', baselineOn: '2025-06-30', version: 2 })
    expect(milestone('投产')).toMatchObject({ originalOn: '2026-06-30', baselineOn: '2026-06-30' })
    expect(lastEvent(code)).toMatchObject({ action: 'milestone-date.approved', body: { before: null, after: '2026-06-30', kind: 'first' } })
  })

  it('proposed by the bureau wait for another of the bureau', () => {
    lay('enterprise', [code])
    const ids = propose(t.actors.bureau, { 开工: '2025-06-30' })
    expect(codeOf(() => approveMilestoneDates(ctxOf(t.actors.bureau), ids))).toBe('not-self')
    approveMilestoneDates(ctxOf(t.actors.bureau2), ids)
    expect(milestone().baselineOn).toBe('2025-06-30')
  })

  it('are approved together or not at all', () => {
    lay('enterprise', [code])
    const [first = 0, second = 0] = propose(t.actors.owner, { 开工: '2025-06-30', 投产: '2026-06-30' })
    returnMilestoneDate(ctxOf(t.actors.bureau), second, '太晚')
    expect(codeOf(() => approveMilestoneDates(ctxOf(t.actors.bureau), [first, second]))).toBe('already-decided')
    expect([milestone().baselineOn, dateRow(first).status]).toEqual([null, 'submitted'])
  })

  it('are proposed together or not at all, each wrong one named', () => {
    dated()
    propose(t.actors.owner, { 备案: '2025-01-31' })
    const rows = ['主体', '开工', '备案', '主体'].map((name) => ({
      milestoneId: String(milestone(name).id),
      version: String(milestone(name).version),
      plannedOn: '2025-12-31',
    }))
    expect(issuesIn(() => proposeMilestoneDates(ctxOf(t.actors.owner), typed(milestoneDatesInput, { dates: rows })))).toEqual([
      'dates.1.plannedOn: already-dated',
      'dates.2.plannedOn: one-waiting',
      'dates.3.plannedOn: one-waiting',
    ])
  })

  it('from a stale form are refused with the milestone as it stands', () => {
    lay('enterprise', [code])
    const stale = [{ milestoneId: String(milestone().id), version: '1', plannedOn: '2025-12-31' }]
    approveMilestoneDates(ctxOf(t.actors.bureau), propose(t.actors.owner, { 开工: '2025-06-30' }))
    const refusal = refusalOf(() => proposeMilestoneDates(ctxOf(t.actors.owner), typed(milestoneDatesInput, { dates: stale })))
    expect(refusal).toMatchObject({ code: 'stale', params: { version: 2 }, current: { name: '开工', baselineOn: '2025-06-30' } })
  })

  it('are the unit’s and the bureau’s: another unit does not find them, the rest are refused', () => {
    lay('enterprise', [code])
    const [id = 0] = propose(t.actors.owner, { 备案: '2025-01-31' })
    const tries = [
      (actor: UserActor) => propose(actor, { 开工: '2025-06-30' }),
      (actor: UserActor) => approveMilestoneDates(ctxOf(actor), [id]),
      (actor: UserActor) => returnMilestoneDate(ctxOf(actor), id, '因'),
      (actor: UserActor) => withdrawMilestoneDate(ctxOf(actor), id),
    ]
    for (const attempt of tries) {
      expect(codeOf(() => attempt(t.actors.otherOwner))).toBe('not-found')
      for (const actor of [t.actors.supervisor, t.actors.leader, t.actors.admin, t.actors.auditor])
        expect(codeOf(() => attempt(actor))).toBe('forbidden')
    }
    expect(codeOf(() => approveMilestoneDates(ctxOf(t.actors.owner), [id]))).toBe('not-self')
    expect(codeOf(() => withdrawMilestoneDate(ctxOf(t.actors.bureau), id))).toBe('forbidden')
  })

  it('returned or withdrawn are final and can be proposed anew', () => {
    lay('enterprise', [code])
    const [first = 0] = propose(t.actors.owner, { 开工: '2025-06-30' })
    returnMilestoneDate(ctxOf(t.actors.bureau), first, '太早')
    const [second = 0] = propose(t.actors.owner, { 开工: '2025-07-31' })
    withdrawMilestoneDate(ctxOf(t.actors.owner), second)
    propose(t.actors.owner, { 开工: '2025-08-31' })
    expect([dateRow(first), dateRow(second)]).toMatchObject([{ status: 'returned', decisionReason: '太早' }, { status: 'withdrawn' }])
    expect(codeOf(() => returnMilestoneDate(ctxOf(t.actors.bureau), first, '因'))).toBe('already-decided')
    expect(codeOf(() => withdrawMilestoneDate(ctxOf(t.actors.owner), second))).toBe('already-decided')
  })
})

describe('a change of the baseline', () => {
  it('moves the current baseline only, with its reason, once another person approves', () => {
    dated()
    const id = change(t.actors.owner, '2025-12-31')
    expect(milestone().baselineOn).toBe('2025-06-30')
    approveMilestoneDates(ctxOf(t.actors.bureau), [id])
    expect(milestone()).toMatchObject({ originalOn: '2025-06-30', baselineOn: '2025-12-31', version: 3 })
    expect(dateRow(id)).toMatchObject({ kind: 'change', previousOn: '2025-06-30', reason: '用地推迟', decidedBy: t.actors.bureau.id })
  })

  it('needs a baseline, another day, and nobody else’s request waiting', () => {
    lay('enterprise', [code])
    expect(codeOf(() => change(t.actors.owner, '2025-12-31'))).toBe('not-dated')
    approveMilestoneDates(ctxOf(t.actors.bureau), propose(t.actors.owner, { 开工: '2025-06-30' }))
    expect(issuesIn(() => change(t.actors.owner, '2025-06-30'))).toEqual(['plannedOn: same-day'])
    change(t.actors.owner, '2025-12-31')
    expect(codeOf(() => change(t.actors.bureau, '2026-01-31'))).toBe('one-waiting')
    expect(codeOf(() => change(t.actors.bureau, '2026-01-31', 1))).toBe('stale')
  })

  it('keeps the original through every further change', () => {
    dated()
    for (const day of ['2025-08-31', '2025-10-31', '2025-03-31'])
      approveMilestoneDates(ctxOf(t.actors.bureau2), [change(t.actors.bureau, day)])
    expect(milestone()).toMatchObject({ originalOn: '2025-06-30', baselineOn: '2025-03-31' })
  })
})
