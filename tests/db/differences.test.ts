import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignUnit } from '../../db/commands/assignments'
import { settleDifference } from '../../db/commands/differences'
import { approveUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { agreement } from '../../db/queries/agreement'
import { differenceTasks, openDifferencesList } from '../../db/queries/differences'
import type { UserActor } from '../../domain/actor'
import { differenceDecision } from '../../domain/seen-input'
import { monthlyInput } from '../../domain/update-input'
import { addUser, ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { lastEvent } from '../support/library'
import { differenceRows, type Site, siteIn, sixty, usernameOf, visitBy } from '../support/sites'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, organisationName, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

let site: Site
let number = 1
beforeEach(() => {
  const code = `P${String(number++).padStart(4, '0')}`
  giveWork(t, code)
  report({ percent: '80' }, code)
  site = siteIn(t, code)
})

/** September as the unit tells it; approved by the bureau. Returns the update's id. */
function report(fields: Record<string, string>, code = site.code, by = { unit: t.actors.owner, bureau: t.actors.bureau2 }): number {
  const month = { code, period: '2025-09', investmentBasis: 'year', investment: '2500', step: '主体', remark: '如实' }
  const id = submitMonthlyUpdate(ctxOf(by.unit), typed(monthlyInput, { ...month, ...fields }))
  approveUpdate(ctxOf(by.bureau), id)
  return id
}

const raised = (figure: object = {}, actor: UserActor = t.actors.supervisor): number =>
  differenceRows(visitBy(actor, site, { figures: [{ ...sixty, ...figure }] }))[0]?.id ?? 0
const row = (id: number) => differenceRows(listed(id)?.visitId ?? 0).find((one) => one.id === id)
const listed = (id: number) =>
  (['open', 'asked', 'closed'] as const)
    .flatMap((show) => openDifferencesList(t.actors.bureau, { page: 1, show, project: site.code }).rows)
    .find((item) => item.id === id)
const settle = (id: number, outcome: string, fields: Record<string, string> = {}, actor: UserActor = t.actors.bureau) =>
  settleDifference(ctxOf(actor), typed(differenceDecision, { id: String(id), version: String(row(id)?.version ?? 1), outcome, ...fields }))

describe('a figure seen otherwise than told', () => {
  it('is put to the bureau with reported, approved and seen side by side, and the month that told it', () => {
    expect(listed(raised())).toMatchObject({
      ...{ code: site.code, state: 'open', month: '2025-09', may: ['ask-revision', 'revised', 'keep'], corrected: false },
      line: { figure: 'percent', approved: 80, seen: 60, why: '主体未封顶' },
    })
  })

  it('is corrected by a revision that the bureau asks for, and nothing approved is touched meanwhile', () => {
    const id = raised()
    settle(id, 'ask-revision', { reason: '请核实形象进度' })
    const mine = () => differenceTasks(t.actors.owner).filter(({ code }) => code === site.code)
    expect(mine()).toMatchObject([{ id, month: '2025-09', reason: '请核实形象进度', line: { seen: 60 } }])
    expect(issuesIn(() => settle(id, 'revised'))).toEqual(['outcome: no-revision-yet'])
    const revision = report({ percent: '62', revisionReason: '督查核实' })
    expect(listed(id)?.corrected).toBe(true)
    settle(id, 'revised')
    expect(row(id)).toMatchObject({ state: 'revised', updateId: revision, decidedBy: t.actors.bureau.id, version: 3 })
    expect(lastEvent(site.code)).toMatchObject({ action: 'difference.settled', body: { before: 'revision-asked', after: 'revised' } })
    expect(mine()).toEqual([])
  })

  it('is not corrected by a revision that says the same of it, nor by another month', () => {
    const id = raised()
    report({ percent: '80', investment: '2600', revisionReason: '补一笔' })
    report({ percent: '70', period: '2025-08' })
    expect(issuesIn(() => settle(id, 'revised'))).toEqual(['outcome: no-revision-yet'])
  })

  it('is not corrected by what waits for the bureau: only an approved figure counts', () => {
    const id = raised()
    const month = { code: site.code, period: '2025-09', investmentBasis: 'year', investment: '2500', percent: '62', revisionReason: '核实' }
    submitMonthlyUpdate(ctxOf(t.actors.owner), typed(monthlyInput, { ...month, remark: '如实' }))
    expect(issuesIn(() => settle(id, 'revised'))).toEqual(['outcome: no-revision-yet'])
  })

  it('is kept with a reason', () => {
    const id = raised()
    expect(issuesIn(() => settle(id, 'keep'))).toEqual(['reason: needs-reason'])
    settle(id, 'keep', { reason: '按合同口径' })
    expect(listed(id)).toMatchObject({ state: 'kept', may: [], decided: { reason: '按合同口径', by: { name: 'test-bureau' } } })
    expect(refusalOf(() => settle(id, 'ask-revision'))).toMatchObject({ code: 'already-decided', current: { state: 'kept' } })
  })

  it('of a stage is the bureau’s own to move', () => {
    const id = raised({ figure: 'stage', approved: 'construction', value: 'paused' })
    expect(issuesIn(() => settle(id, 'ask-revision'))).toEqual(['outcome: not-a-choice'])
    expect(issuesIn(() => settle(id, 'revised'))).toEqual(['outcome: no-revision-yet'])
    const { version } = work(site.code)
    moveStage(ctxOf(t.actors.bureau), { code: site.code, version, to: 'paused', on: '2025-10-15', reason: '资金' })
    settle(id, 'revised')
    expect(row(id)).toMatchObject({ state: 'revised', updateId: null })
  })

  it('is decided by the bureau, not by whoever saw it', () => {
    const id = raised()
    for (const actor of [t.actors.supervisor2, t.actors.owner, t.actors.leader, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => settle(id, 'keep', { reason: '维持' }, actor))).toBe('forbidden')
    const team = [{ name: '局里的人', unit: '发改局', duty: 'member', username: usernameOf(t.actors.bureau) }]
    site = siteIn(t, site.code, { team, fields: { kind: 'joint', title: '联合督查' } })
    const seen = differenceRows(visitBy(t.actors.bureau, site, { figures: [sixty], rating: null }))[0]?.id ?? 0
    expect(codeOf(() => settle(seen, 'keep', { reason: '维持' }))).toBe('not-self')
    const third = addUser('third-of-the-bureau', 'bureau', t.organisations.bureau, '2025-01-10')
    settle(seen, 'keep', { reason: '维持' }, third)
  })

  it('is not kept by whoever approved it or entered it on behalf; they may still have it corrected', () => {
    const keep = { reason: '维持' }
    const id = raised()
    expect(listed(id)?.may).toContain('keep')
    expect(openDifferencesList(t.actors.bureau2, { page: 1, show: 'open', project: site.code }).rows[0]?.may).toEqual([
      'ask-revision',
      'revised',
    ])
    expect(issuesIn(() => settle(id, 'keep', keep, t.actors.bureau2))).toEqual(['outcome: told-by-you'])
    settle(id, 'ask-revision', {}, t.actors.bureau2)
    expect(issuesIn(() => settle(id, 'keep', keep, t.actors.bureau2))).toEqual(['outcome: told-by-you'])
    settle(id, 'keep', keep)
    const behalf = { percent: '81', revisionReason: '更正', onBehalfSource: '电话', onBehalfOn: '2025-10-15' }
    report(behalf, site.code, { unit: t.actors.bureau, bureau: t.actors.bureau2 })
    const again = raised({ approved: 81 }, t.actors.supervisor2)
    for (const actor of [t.actors.bureau, t.actors.bureau2])
      expect(issuesIn(() => settle(again, 'keep', keep, actor))).toEqual(['outcome: told-by-you'])
  })

  it('may be kept by whoever approved only other figures or earlier months', () => {
    report({ percent: '60', period: '2025-08' }, site.code, { unit: t.actors.owner, bureau: t.actors.bureau })
    const id = raised()
    settle(id, 'keep', { reason: '维持' })
    expect(row(id)?.state).toBe('kept')
  })

  it('is not decided over a decision that somebody else took meanwhile', () => {
    const id = raised()
    settle(id, 'ask-revision')
    expect(refusalOf(() => settle(id, 'keep', { reason: '维持', version: '1' }))).toMatchObject({ code: 'stale', params: { version: 2 } })
  })

  it('is read by those who read all works, and nobody else', () => {
    raised()
    for (const actor of [t.actors.supervisor, t.actors.leader])
      expect(openDifferencesList(actor, { page: 1, show: 'open' }).rows.at(-1)).toMatchObject({ code: site.code, may: [] })
    for (const actor of [t.actors.owner, t.actors.admin, t.actors.auditor])
      expect(codeOf(() => openDifferencesList(actor, { page: 1, show: 'open' }))).toBe('forbidden')
  })
})

describe('the measure of agreement', () => {
  it('counts the figures of visits that count, by quarter and by unit in the order of their names', () => {
    const fields = { quarter: '2024Q4', title: '另一季' }
    const code = 'P0050'
    giveWork(t, code, { organisationId: t.organisations.other })
    const [own, other] = [siteIn(t, site.code, { fields }), siteIn(t, code, { fields })]
    const agrees = { figure: 'step', result: 'agrees', approved: '主体' } as const
    const unchecked = { figure: 'investment', result: 'unchecked', approved: 1, why: '没有带账' } as const
    const untold = { figure: 'quantity', result: 'unchecked', why: '没有看到台账' } as const
    visitBy(t.actors.supervisor, other, { figures: [agrees, { figure: 'people', result: 'seen', value: 3 }] })
    visitBy(t.actors.supervisor, own, { figures: [sixty, agrees, unchecked, untold] })
    visitBy(t.actors.supervisor2, own, { figures: [sixty], finish: false })
    const view = agreement(t.actors.bureau, { quarter: '2024Q4', page: 1 })
    expect(view.quarters.find(({ quarter }) => quarter === '2024Q4')).toMatchObject({ agrees: 2, differs: 1, unchecked: 1, compared: 3 })
    expect(view.units).toEqual([
      { unit: '测试甲公司', works: 1, agrees: 1, differs: 1, unchecked: 1, compared: 2 },
      { unit: '测试乙公司', works: 1, agrees: 1, differs: 0, unchecked: 0, compared: 1 },
    ])
    expect(agreement(t.actors.leader, { quarter: null, page: 1 }).quarter).toBe('2025Q3')
    for (const actor of [t.actors.owner, t.actors.admin])
      expect(codeOf(() => agreement(actor, { quarter: null, page: 1 }))).toBe('forbidden')
  })

  it('belongs to the unit that answered for the work on the day of the visit', () => {
    site = siteIn(t, site.code, { fields: { quarter: '2024Q3', title: '换手' } })
    visitBy(t.actors.supervisor, site, { figures: [sixty] })
    const next = { kind: 'owner', organisation: organisationName(t.organisations.other), fromDay: '2025-10-17' } as const
    assignUnit(ctxOf(t.actors.bureau, '2025-10-17'), { code: site.code, version: work(site.code).version, ...next })
    expect(agreement(t.actors.bureau, { quarter: '2024Q3', page: 1 }).units).toMatchObject([{ unit: '测试甲公司', differs: 1 }])
  })
})
