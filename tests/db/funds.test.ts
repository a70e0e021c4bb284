import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { house, orm } from '../../db/client'
import { addFundSource, changeFundSource } from '../../db/commands/fund-sources'
import { approveFunds, returnFunds, submitFunds, withdrawFunds } from '../../db/commands/funds'
import { recordRegistration } from '../../db/commands/registrations'
import { approveUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { approveStatisticsInvestment, submitStatisticsInvestment } from '../../db/commands/statistics-investments'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { fundFacts, registrationFacts } from '../../db/funds/facts'
import { decisionFor } from '../../db/queries/decision-view'
import { fundForm } from '../../db/queries/fund-form'
import { projectFunds } from '../../db/queries/fund-panel'
import { fundSourceList } from '../../db/queries/fund-sources'
import { fundTotals } from '../../db/queries/fund-totals'
import { returnedToMe } from '../../db/queries/home-returned'
import { reviewQueue } from '../../db/queries/review-queue'
import { statisticsForm } from '../../db/queries/statistics-investment-form'
import { besideList, unregisteredList } from '../../db/queries/statistics-investments'
import { loadReference } from '../../db/reference/load'
import { fundReturns, fundSources, statisticsInvestments, updates } from '../../db/schema'
import { registrationInput } from '../../domain/registration-input'
import { monthlyInput } from '../../domain/update-input'
import { fundReturn, handedIn, statisticsFigure, type ToldSources } from '../support/funds'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { eventCount, lastEvent } from '../support/library'
import { codeOf, issuesIn, refusalOf, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

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

const by = (who: keyof TestHouse['actors']) => ctxOf(t.actors[who])
const submit = (sources?: ToldSources, more: Record<string, string> = {}) => handedIn(t, sources, { code, ...more })
const approved = (sources?: ToldSources, more: Record<string, string> = {}): number => {
  const id = submit(sources, more)
  approveFunds(by('bureau'), id)
  return id
}
const local = (planned: string, inPlace: string, paid: string): ToldSources => ({ 5: [planned, inPlace, paid] })
const facts = () => fundFacts(orm(), work(code).id)
const wan = (amount: number) => amount * 10_000

describe('the sources', () => {
  test('are there from the first opening on, once, and stay the bureau’s own afterwards', () => {
    expect(fundSourceList(t.actors.bureau).map(({ name }) => name)).toEqual([
      '中央预算内',
      '超长期特别国债',
      '专项债',
      '省级专项',
      '地方财政',
      '银行贷款',
      '企业自筹',
      '招商引资',
      '其他',
    ])
    const before = eventCount()
    loadReference(systemCtx())
    expect([fundSourceList(t.actors.bureau).length, eventCount()]).toEqual([9, before])
  })

  test('of a library made before there were any come at its next start', () => {
    house().sqlite.exec('begin; delete from fund_sources')
    loadReference(systemCtx())
    const names = orm().select().from(fundSources).all().length
    house().sqlite.exec('rollback')
    expect(names).toBe(9)
  })

  test('a renamed one keeps its old name where it was told, and a retired one is not asked for any more', () => {
    const id = addFundSource(by('bureau'), { name: '试验来源' })
    expect(codeOf(() => addFundSource(by('bureau'), { name: '试验来源二' }))).toBe('invalid')
    const told = submit({ [id]: ['10', '5', '1'] })
    changeFundSource(by('bureau'), { id, version: 1, name: '改名来源', position: 99, active: true })
    const form = () => fundForm(t.actors.owner, code, '2025Q3', testDay)
    expect(form().tries[0]?.lines.find(({ sourceId }) => sourceId === id)?.name).toBe('试验来源')
    expect(fundSourceList(t.actors.bureau).find((row) => row.id === id)).toMatchObject({ names: ['试验来源'], told: 1 })
    expect(codeOf(() => changeFundSource(by('bureau2'), { id, version: 1, name: '又改', position: 99, active: true }))).toBe('stale')
    expect(issuesIn(() => changeFundSource(by('bureau'), { id, version: 2, name: '专项债', position: 9, active: true }))).toEqual([
      'name: fund-source-taken',
    ])
    changeFundSource(by('bureau'), { id, version: 2, name: '改名来源', position: 99, active: false })
    withdrawFunds(by('owner'), told)
    expect(issuesIn(() => submit({ [id]: ['10', '5', '1'] }))).toEqual(['lines.0.planned: not-a-choice'])
    expect(form().sources.map((source) => source.id)).not.toContain(id)
  })

  test('a retired one that brought a work money is asked for again, so that its sum does not vanish', () => {
    const id = addFundSource(by('bureau'), { name: '退出来源' })
    approved({ [id]: ['10', '5', '1'] }, { quarter: '2025Q2' })
    changeFundSource(by('bureau'), { id, version: 1, name: '退出来源', position: 99, active: false })
    const form = fundForm(t.actors.owner, code, '2025Q3', testDay)
    expect(form.sources.map((source) => source.id)).toContain(id)
    expect(form.values.lines[id]).toEqual({ planned: '10', inPlace: '5', paid: '1' })
  })
})

describe('a quarter’s return', () => {
  it('counts once a second person has approved it', () => {
    const id = submit()
    expect(facts().quarter).toBeNull()
    expect(codeOf(() => approveFunds(by('owner'), id))).toBe('not-self')
    approveFunds(by('bureau'), id)
    expect(facts()).toEqual({ quarter: '2025Q3', plannedYuan: wan(1000), inPlaceYuan: wan(500), paidYuan: wan(300), known: 1, unknown: 8 })
    expect(lastEvent(code)).toMatchObject({ action: 'funds.approved', body: { quarter: '2025Q3' } })
    expect(codeOf(() => returnFunds(by('bureau2'), id, '晚了'))).toBe('already-decided')
  })

  it('of unknown sources is not known, of unused ones it is nothing because somebody says so', () => {
    approved(local('1000', '500', ''), { restNone: 'on' })
    expect(facts()).toMatchObject({ plannedYuan: wan(1000), paidYuan: 0, known: 9, unknown: 0 })
    expect(issuesIn(() => submit({ 5: ['', '', ''] }, { quarter: '2025Q2' }))).toEqual(['lines.0.planned: required'])
  })

  it('is of a quarter that is over, within the plan’s period', () => {
    expect(issuesIn(() => submit(undefined, { quarter: '2025Q4' }))).toEqual(['quarter: quarter-not-over'])
    expect(issuesIn(() => submit(undefined, { quarter: '2020Q4' }))).toEqual(['quarter: before-period'])
  })

  it('asks for one sentence where something is odd, and names it', () => {
    approved(local('1000', '500', '300'), { quarter: '2025Q2' })
    const refusal = refusalOf(() => submit(local('1000', '400', '450')))
    expect([refusal.code, refusal.current]).toEqual(['needs-remark', { warnings: ['paid-above-in-place', 'in-place-fell'] }])
    const id = submit(local('1000', '400', '450'), { remark: '退回多拨资金' })
    expect(orm().select().from(fundReturns).where(eq(fundReturns.id, id)).get()?.warnings).toEqual(['paid-above-in-place', 'in-place-fell'])
  })

  it('waits alone, and once returned begins anew from what was typed', () => {
    const id = submit()
    expect(refusalOf(() => submit())).toMatchObject({ code: 'one-open', current: { id } })
    returnFunds(by('bureau'), id, '请附凭证')
    expect(returnedToMe(t.actors.owner).find((row) => row.kind === 'funds' && row.code === code)).toMatchObject({
      period: '2025Q3',
      reason: '请附凭证',
    })
    const { cameBack, values } = fundForm(t.actors.owner, code, '2025Q3', testDay)
    expect([cameBack?.id, values.lines[5]?.planned]).toEqual([id, '1000'])
    expect(orm().select().from(fundReturns).where(eq(fundReturns.id, submit())).get()).toMatchObject({ revision: 2, replacesId: id })
    expect(returnedToMe(t.actors.owner).some((row) => row.kind === 'funds' && row.code === code)).toBe(false)
  })

  it('is corrected with a reason; the old one stays, no longer in force', () => {
    const first = approved()
    expect(issuesIn(() => submit(local('900', '500', '300')))).toEqual(['revisionReason: revision-needs-reason'])
    const second = approved(local('900', '500', '300'), { revisionReason: '填错' })
    const rows = orm()
      .select()
      .from(fundReturns)
      .where(eq(fundReturns.projectId, work(code).id))
      .all()
    expect(rows.map(({ id, current, status }) => [id, current, status])).toEqual([
      [first, false, 'approved'],
      [second, true, 'approved'],
    ])
    expect(facts().plannedYuan).toBe(wan(900))
  })

  it('entered by the bureau says by what and when it came', () => {
    expect(issuesIn(() => submitFunds(by('bureau'), fundReturn(undefined, { code })))).toEqual(['onBehalfSource: on-behalf-needs-source'])
    const onBehalf = { onBehalfSource: '电话', onBehalfOn: '2025-10-10' }
    const id = submitFunds(by('bureau'), fundReturn(undefined, { code, ...onBehalf }))
    expect(codeOf(() => approveFunds(by('bureau'), id))).toBe('not-self')
    approveFunds(by('bureau2'), id)
  })

  it('once told is never rewritten, not even in the file', () => {
    const id = submit()
    const { sqlite } = house()
    expect(() => sqlite.prepare('update fund_lines set paid_yuan = 1 where return_id = ?').run(id)).toThrow('never changes')
    expect(() => sqlite.prepare('delete from fund_sources where id = 5').run()).toThrow('never deleted')
  })

  it('of another unit’s work is not there for an owner', () => {
    const id = submit()
    expect(codeOf(() => withdrawFunds(by('otherOwner'), id))).toBe('not-found')
    expect(codeOf(() => submitFunds(by('otherOwner'), fundReturn(undefined, { code })))).toBe('not-found')
  })

  it('is not handed in for a withdrawn work', () => {
    moveStage(by('bureau'), { code, version: work(code).version, to: 'withdrawn', on: '2025-10-01', reason: '取消' })
    expect(codeOf(() => submit())).toBe('withdrawn-work')
  })

  it('sent twice under one key is one return', () => {
    const once = { ...by('owner'), key: `funds-${code}` }
    const input = fundReturn(undefined, { code })
    expect(submitFunds(once, input)).toBe(submitFunds(once, input))
  })

  it('stands in the queue with all it needs to be decided', () => {
    approved(local('1000', '500', '300'), { quarter: '2025Q2' })
    const id = submit(local('1000', '600', '350'))
    const row = reviewQueue(t.actors.bureau, testDay, 'funds').rows.find((each) => each.id === id)
    expect(row).toMatchObject({ kind: 'funds', code, about: { quarter: '2025Q3' }, own: false })
    const decision = decisionFor(t.actors.bureau, { kind: 'funds', id }, testDay)
    expect(decision).toMatchObject({ beforeLabel: '2025Q2', effects: [{ code: 'funds-in-force' }] })
    expect(decision?.lines.find(({ field }) => field === 'fundInPlace')).toMatchObject({
      before: { value: wan(500) },
      now: { value: wan(600) },
      change: { value: wan(100) },
    })
  })
})

/** Straight from the tables: the last approved return of each work up to a quarter. */
const recomputed = (quarter: string, sourceId: number) =>
  house()
    .sqlite.prepare(
      `select sum(l.planned_yuan) as planned, count(l.planned_yuan) as known from fund_lines l join fund_returns r on r.id = l.return_id
       join projects p on p.id = r.project_id
       where l.source_id = ? and p.stage <> 'withdrawn' and r.id in
         (select (select id from fund_returns where project_id = x.project_id and status = 'approved' and quarter <= ? order by quarter desc, id desc limit 1)
          from fund_returns x)`,
    )
    .get(sourceId, quarter) as { planned: number | null; known: number }

describe('totals', () => {
  it('add the last approved return of each work up to the quarter, each source with its coverage', () => {
    approved(local('1000', '500', '300'), { quarter: '2025Q1' })
    approved(local('1200', '700', ''), { quarter: '2025Q3' })
    for (const quarter of ['2024Q4', '2025Q1', '2025Q2', '2025Q3']) {
      const totals = fundTotals(t.actors.bureau, { quarter })
      const { planned, known } = recomputed(quarter, 5)
      const source = totals.sources.find(({ id }) => id === 5)
      expect([quarter, source?.planned.yuan, source?.planned.known]).toEqual([quarter, planned, known])
      expect((source?.planned.known ?? 0) + (source?.planned.unknown ?? 0)).toBe(totals.all.works)
    }
  })

  it('are never nought where nobody told anything', () => {
    const totals = fundTotals(t.actors.bureau, { quarter: '2021Q1' })
    expect(totals.all).toMatchObject({ told: 0, planned: { yuan: null, known: 0, unknown: totals.all.works } })
    expect(totals.sources.every(({ planned }) => planned.yuan === null)).toBe(true)
  })

  it('of a group count only works that told every source, and the groups add up to all', () => {
    approved(local('1000', '500', '300'), { restNone: 'on' })
    const totals = fundTotals(t.actors.bureau, { quarter: '2025Q3' })
    const sum = (of: (group: (typeof totals.sectors)[number]) => number) => totals.sectors.reduce((all, group) => all + of(group), 0)
    expect([sum(({ works }) => works), sum(({ told }) => told), sum(({ planned }) => planned.yuan ?? 0)]).toEqual([
      totals.all.works,
      totals.all.told,
      totals.all.planned.yuan,
    ])
    expect(totals.all.planned.known).toBeLessThan(totals.all.told)
    expect(totals.all.fresh).toBeLessThanOrEqual(totals.all.told)
  })

  it('show an owner the own works alone', () => {
    approved()
    expect(fundTotals(t.actors.otherOwner, { quarter: '2025Q3' }).all).toMatchObject({ works: 0, planned: { yuan: null } })
    // Every work given so far but the one that was withdrawn.
    expect(fundTotals(t.actors.owner, { quarter: '2025Q3' }).all.works).toBe(number - 2)
  })
})

describe('statistics beside the reports', () => {
  const month = (yuan: string) => {
    const fields = { code, period: '2025-09', investmentBasis: 'year', investment: yuan, remark: '说明' }
    const id = submitMonthlyUpdate(by('owner'), typed(monthlyInput, fields))
    approveUpdate(by('bureau'), id)
    return id
  }
  const figure = (more: Record<string, string> = {}) => submitStatisticsInvestment(by('bureau'), statisticsFigure({ code, ...more }))

  it('stand beside the approved report of the same month; neither changes the other', () => {
    const update = month('1800')
    approveStatisticsInvestment(by('bureau2'), figure())
    const [row] = statisticsForm(t.actors.owner, code, testDay).figures
    expect(row?.beside).toEqual({ statisticsYuan: wan(2000), dispatchYuan: wan(1800), differenceYuan: wan(200), percent: 11.1 })
    expect(orm().select().from(updates).where(eq(updates.id, update)).get()).toMatchObject({ yearToDateYuan: wan(1800), current: true })
    expect(projectFunds(t.actors.owner, code, testDay).statistics).toMatchObject({ differenceYuan: wan(200), throughMonth: '2025-09' })
  })

  it('are confirmed by another person, and corrected with a reason', () => {
    const id = figure()
    expect(codeOf(() => approveStatisticsInvestment(by('bureau'), id))).toBe('not-self')
    expect(codeOf(() => figure())).toBe('one-open')
    approveStatisticsInvestment(by('bureau2'), id)
    expect(issuesIn(() => figure({ yuan: '1' }))).toEqual(['revisionReason: revision-needs-reason'])
    approveStatisticsInvestment(by('bureau2'), figure({ yuan: '1900', revisionReason: '统计局更正' }))
    const rows = orm()
      .select()
      .from(statisticsInvestments)
      .where(eq(statisticsInvestments.projectId, work(code).id))
      .all()
    expect(rows.map(({ yuan, current }) => [yuan, current])).toEqual([
      [wan(2000), false],
      [wan(1900), true],
    ])
    expect(issuesIn(() => figure({ throughMonth: '2025-11' }))).toEqual(['throughMonth: in-the-future'])
  })

  it('are listed with the largest difference first, those without a report last, sums of those with both', () => {
    const compared = () => besideList(t.actors.bureau, '2025-09', 1)
    month('100')
    approveStatisticsInvestment(by('bureau2'), figure({ yuan: '99999' }))
    const { rows, sums, total } = compared()
    expect(rows[0]).toMatchObject({ code, differenceYuan: wan(99_899) })
    const differences = rows.map(({ differenceYuan }) => differenceYuan)
    expect(differences.indexOf(null)).toBe(differences.findLastIndex((each) => each !== null) + 1)
    expect(sums.both).toBe(rows.filter(({ dispatchYuan }) => dispatchYuan !== null).length)
    expect(sums.statisticsYuan).toBe(rows.reduce((sum, row) => sum + (row.dispatchYuan === null ? 0 : (row.statisticsYuan ?? 0)), 0))
    expect(total).toBe(rows.length)
  })

  it('wait in the queue beside the report', () => {
    month('1800')
    const id = figure()
    const decision = decisionFor(t.actors.bureau2, { kind: 'statistics-investment', id }, testDay)
    expect(decision?.lines[0]).toMatchObject({ now: { value: wan(2000) }, checks: [{ code: 'dispatch-beside' }] })
    expect(reviewQueue(t.actors.bureau2, testDay, 'statistics-investment').rows.some((row) => row.id === id)).toBe(true)
  })
})

describe('入库纳统', () => {
  const record = (fields: Record<string, string>) =>
    recordRegistration(by('bureau'), typed(registrationInput, { code, version: '0', onDay: '2025-10-01', ...fields }))

  it('is not known before somebody records it, and its clock runs from the start of construction', () => {
    expect(registrationFacts(orm(), work(code).id)).toEqual({ state: null, since: null, constructionSince: '2025-01-10' })
    const row = unregisteredList(t.actors.leader, testDay, 1).rows.find((each) => each.code === code)
    expect(row).toMatchObject({ state: null, since: '2025-01-10', days: 279 })
    expect(projectFunds(t.actors.leader, code, testDay).clock).toEqual({ from: '2025-01-10', days: 279 })
  })

  it('keeps every state, refuses an old version, and stops the clock once registered', () => {
    record({ state: 'declared', documentNo: '东统〔2025〕1号' })
    expect(codeOf(() => record({ state: 'registered' }))).toBe('stale')
    record({ state: 'registered', version: '1', onDay: '2025-10-08' })
    expect(unregisteredList(t.actors.leader, testDay, 1).rows.some((each) => each.code === code)).toBe(false)
    expect(statisticsForm(t.actors.leader, code, testDay).states.map(({ state, current }) => [state, current])).toEqual([
      ['registered', true],
      ['declared', false],
    ])
    expect(lastEvent(code)).toMatchObject({
      action: 'registration.recorded',
      body: { before: { registration: 'declared' }, after: { registration: 'registered' } },
    })
  })

  it('taken out again says why, and the list counts from that day as the work’s page does', () => {
    record({ state: 'registered', onDay: '2025-02-01' })
    record({ state: 'removed', version: '1', onDay: '2025-10-06', reason: '不符合条件' })
    const row = unregisteredList(t.actors.leader, testDay, 1).rows.find((each) => each.code === code)
    expect(row).toMatchObject({ since: '2025-10-06', days: 10 })
    expect(projectFunds(t.actors.leader, code, testDay).clock).toEqual({ from: '2025-10-06', days: 10 })
  })

  it('the list’s clock is the work’s own through a pause', () => {
    const move = (to: 'paused' | 'construction', on: string) =>
      moveStage(by('bureau'), { code, version: work(code).version, to, on, reason: '资金' })
    move('paused', '2025-03-01')
    move('construction', '2025-06-01')
    const row = unregisteredList(t.actors.leader, testDay, 1).rows.find((each) => each.code === code)
    expect([row?.since, projectFunds(t.actors.leader, code, testDay).clock?.from]).toEqual(['2025-01-10', '2025-01-10'])
  })
})
