import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house, orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { abandonLock, beginDayPicture, beginLock, confirmLock, returnLock, submitLock } from '../../db/commands/locks'
import { computeLocks } from '../../db/commands/locks-compute'
import { approveReopening, requestReopening, returnReopening, withdrawReopening } from '../../db/commands/locks-reopen'
import { renameOrganisation } from '../../db/commands/organisations'
import { approveUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { factsAsOf } from '../../db/locks/as-of'
import { digestAfter, momentOf, spanOf } from '../../db/locks/row'
import { lockView } from '../../db/queries/locks'
import { locks, organisations } from '../../db/schema'
import { annualPlanInput } from '../../domain/annual-plan'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, systemCtx, type TestHouse, testDay } from '../support/house'
import { computeAll, computedLock, lockRow, publishedLock, stepOf, totalOf, totalsOf, worksOf } from '../support/locks'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
  plan('P0001', 2025, '1000')
  report('P0001', '2025-07', '500')
  report('P0001', '2025-08', '600')
  report('P0001', '2025-09', '720')
  report('P0002', '2025-09', '50')
})
afterAll(() => t.close())

function plan(code: string, year: number, wan: string, version = '0'): void {
  const input = typed(annualPlanInput, { code, year: String(year), plannedYuan: wan, documentNo: '1号', reason: '调整', version })
  approveAnnualPlan(ctxOf(t.actors.bureau2), submitAnnualPlan(ctxOf(t.actors.bureau), input))
}

function told(code: string, period: string, investment: string, revisionReason = ''): number {
  const fields = { code, period, investmentBasis: 'year', investment, remark: '说明', revisionReason }
  return submitMonthlyUpdate(ctxOf(t.actors.owner), typed(monthlyInput, fields))
}
function report(code: string, period: string, investment: string, revisionReason = ''): number {
  const id = told(code, period, investment, revisionReason)
  approveUpdate(ctxOf(t.actors.bureau), id)
  return id
}

const inLock = (id: number, code: string) => worksOf(id).find((row) => row.code === code)
const begin = (period: string, today = testDay) => beginLock(ctxOf(t.actors.bureau, today), { period })

test('a month that is not over, or no period at all, cannot be locked', () => {
  expect(issuesIn(() => begin('2025-10'))).toEqual(['period: period-not-over'])
  expect(codeOf(() => begin('2025Q3'))).toBe('parts-not-locked')
})

test('a lock is computed in steps, and a stop half way goes on where it was', () => {
  const id = begin('2025-07')
  expect(codeOf(() => begin('2025-07'))).toBe('lock-under-way')
  computeLocks(systemCtx())
  const half = lockRow(id)
  expect(half.state).toBe('computing')
  expect(worksOf(id).length).toBe(half.works)
  expect(codeOf(() => submitLock(ctxOf(t.actors.bureau), stepOf(id)))).toBe('lock-elsewhere')
  computeAll()
  expect(lockRow(id).state).toBe('computed')
  expect(new Set(worksOf(id).map((row) => row.projectId)).size).toBe(worksOf(id).length)
  const digest = worksOf(id).reduce((before, { lockId: _, ...row }) => digestAfter(before, row), '')
  expect(lockRow(id).digest).toBe(digest)
})

test('only another person of the bureau confirms; then nothing in it can change', () => {
  const id = lockRow(1).id
  expect(codeOf(() => confirmLock(ctxOf(t.actors.bureau2), stepOf(id)))).toBe('lock-elsewhere')
  submitLock(ctxOf(t.actors.bureau), stepOf(id))
  expect(codeOf(() => confirmLock(ctxOf(t.actors.bureau), stepOf(id)))).toBe('not-self')
  expect(codeOf(() => confirmLock(ctxOf(t.actors.bureau2), { id, version: 1 }))).toBe('stale')
  confirmLock(ctxOf(t.actors.bureau2), stepOf(id))
  for (const sql of [
    'update lock_works set name = name',
    'delete from lock_works',
    'update lock_totals set works = 0',
    'delete from lock_totals',
  ])
    expect(() => house().sqlite.exec(sql), sql).toThrow('a confirmed lock never changes')
  expect(() => house().sqlite.exec(`update locks set state = 'abandoned' where id = ${id}`)).toThrow('a confirmed lock never changes')
  expect(codeOf(() => begin('2025-07'))).toBe('period-locked')
})

test('a month’s figures are the approved ones through that month and no later', () => {
  const id = publishedLock(t, '2025-08')
  expect(inLock(id, 'P0001')).toMatchObject({
    planOriginalYuan: 10_000_000,
    planYuan: 10_000_000,
    yearToDateYuan: 6_000_000,
    approvedMonth: '2025-08',
    flowYuan: 1_000_000,
    flowSince: '2025-07',
    investedYuan: 6_000_000,
    investedPartial: true,
    ownerName: '测试甲公司',
    stage: 'construction',
  })
  expect(inLock(id, 'P0002')).toMatchObject({ yearToDateYuan: null, flowYuan: null, reportState: 'missing' })
  expect(totalOf(id)).toMatchObject({ works: worksOf(id).length, yearToDateYuan: 6_000_000, yearToDateKnown: 1 })
})

test('an approval of the period that comes before the confirmation refuses it; one that leaves it as it was does not', () => {
  const id = computedLock(t, '2025-09')
  submitLock(ctxOf(t.actors.bureau), stepOf(id))
  plan('P0003', 2026, '900')
  report('P0002', '2025-09', '55', '发票更正')
  expect(codeOf(() => confirmLock(ctxOf(t.actors.bureau2), stepOf(id)))).toBe('changed-meanwhile')
  abandonLock(ctxOf(t.actors.bureau), stepOf(id))
  const again = computedLock(t, '2025-09')
  plan('P0003', 2024, '800')
  submitLock(ctxOf(t.actors.bureau), stepOf(again))
  expect(codeOf(() => returnLock(ctxOf(t.actors.bureau), { ...stepOf(again), reason: '核对' }))).toBe('not-self')
  confirmLock(ctxOf(t.actors.bureau2), stepOf(again))
  expect(inLock(again, 'P0002')).toMatchObject({ yearToDateYuan: 550_000, reportState: 'late' })
})

test('a move of a stage back in time, a new owner and a new name of a unit are seen too', () => {
  for (const change of [
    () =>
      moveStage(ctxOf(t.actors.bureau), { code: 'P0003', version: work('P0003').version, to: 'paused', on: '2025-05-10', reason: '停' }),
    () => {
      const unit = orm().select().from(organisations).where(eq(organisations.id, t.organisations.own)).get()
      renameOrganisation(ctxOf(t.actors.bureau), {
        id: t.organisations.own,
        version: unit?.version ?? 0,
        name: '测试甲公司（新）',
        fromDay: '2025-05-20',
      })
    },
  ]) {
    const id = computedLock(t, '2025-06')
    change()
    expect(codeOf(() => submitLock(ctxOf(t.actors.bureau), stepOf(id)))).toBe('changed-meanwhile')
    abandonLock(ctxOf(t.actors.bureau), stepOf(id))
    computeAll()
    expect(worksOf(id)).toEqual([])
  }
})

test('what came after a lock leaves it as it was, and is counted beside it', () => {
  const id = lockView(t.actors.leader, '2025-08', testDay).latest?.id ?? 0
  const before = worksOf(id)
  report('P0001', '2025-08', '610', '结算更正')
  expect(worksOf(id)).toEqual(before)
  expect(lockView(t.actors.leader, '2025-08', testDay).later).toBe(1)
})

test('a month is opened again for a reason and by two people; both revisions can be read', () => {
  const first = lockView(t.actors.bureau, '2025-08', testDay).latest?.id ?? 0
  const ask = () => requestReopening(ctxOf(t.actors.bureau), { id: first, reason: '结算更正' })
  withdrawReopening(ctxOf(t.actors.bureau), ask())
  returnReopening(ctxOf(t.actors.bureau2), ask(), '不必')
  const asked = ask()
  expect(codeOf(ask)).toBe('one-waiting')
  expect(codeOf(() => approveReopening(ctxOf(t.actors.bureau), asked))).toBe('not-self')
  expect(codeOf(() => begin('2025-08'))).toBe('period-locked')
  approveReopening(ctxOf(t.actors.bureau2), asked)
  expect(codeOf(ask)).toBe('already-reopened')
  const second = publishedLock(t, '2025-08')
  expect([inLock(first, 'P0001')?.yearToDateYuan, inLock(second, 'P0001')?.yearToDateYuan]).toEqual([6_000_000, 6_100_000])
  expect(lockView(t.actors.leader, '2025-08', testDay, 1).shown?.id).toBe(first)
  expect(lockView(t.actors.leader, '2025-08', testDay).shown).toMatchObject({ id: second, revision: 2 })
  expect(codeOf(() => requestReopening(ctxOf(t.actors.bureau), { id: first, reason: '再改' }))).toBe('not-locked')
})

test('a quarter is its last month’s balances and the sum of its months’ flows', () => {
  const id = publishedLock(t, '2025Q3')
  const months = ['2025-07', '2025-08', '2025-09'].map((period) => lockView(t.actors.leader, period, testDay).latest?.id ?? 0)
  expect(lockRow(id).bases).toEqual(months)
  const flows = months.map((month) => inLock(month, 'P0001')?.flowYuan ?? 0)
  expect(inLock(id, 'P0001')).toMatchObject({
    yearToDateYuan: 7_200_000,
    flowYuan: flows.reduce((a, b) => a + b, 0),
    approvedMonth: '2025-09',
  })
  const reports = months.map((month) => totalOf(month)?.reports.missing ?? 0)
  expect(totalOf(id)?.reports.missing ?? 0).toBe(reports.reduce((a, b) => a + b, 0))
  expect(codeOf(() => begin('2025'))).toBe('invalid')
})

test('a reopened month makes its quarter refuse to be confirmed', () => {
  const month = lockView(t.actors.bureau, '2025Q3', testDay).latest
  approveReopening(ctxOf(t.actors.bureau2), requestReopening(ctxOf(t.actors.bureau), { id: month?.id ?? 0, reason: '更正' }))
  const id = computedLock(t, '2025Q3')
  const september = lockView(t.actors.bureau, '2025-09', testDay).latest
  approveReopening(ctxOf(t.actors.bureau2), requestReopening(ctxOf(t.actors.bureau), { id: september?.id ?? 0, reason: '更正' }))
  expect(codeOf(() => submitLock(ctxOf(t.actors.bureau), stepOf(id)))).toBe('changed-meanwhile')
})

test('a withdrawn work is in no lock of a month that ended after it', () => {
  moveStage(ctxOf(t.actors.bureau), { code: 'P0009', version: work('P0009').version, to: 'withdrawn', on: '2025-05-10', reason: '不做了' })
  const [may, april] = [publishedLock(t, '2025-05'), publishedLock(t, '2025-04')]
  expect([inLock(may, 'P0009'), inLock(april, 'P0009')?.stage]).toEqual([undefined, 'unknown'])
})

test('every published lock reads from the facts as it was published, also the ones before later changes', () => {
  for (const lock of orm()
    .select()
    .from(locks)
    .where(eq(locks.state, 'confirmed'))
    .all()
    .filter(({ kind }) => kind === 'month')) {
    const rowOf = factsAsOf(orm(), momentOf(lock), spanOf(lock))
    for (const { lockId: _, ...row } of worksOf(lock.id)) expect(rowOf(row.projectId)).toEqual(row)
  }
})

test('a day’s picture is no lock: nobody confirms it', () => {
  const id = beginDayPicture(ctxOf(t.actors.leader), { day: '2025-10-01' })
  expect(beginDayPicture(ctxOf(t.actors.bureau), { day: '2025-10-01' })).toBe(id)
  computeAll()
  expect(codeOf(() => submitLock(ctxOf(t.actors.bureau), stepOf(id)))).toBe('not-found')
  expect(issuesIn(() => beginDayPicture(ctxOf(t.actors.leader), { day: testDay }))).toEqual(['day: day-not-over'])
})

test('the totals of a lock are the sums of its rows, told again by plain SQL', () => {
  for (const { id, kind } of orm()
    .select()
    .from(locks)
    .all()
    .filter(({ state }) => state !== 'computing')) {
    if (kind === 'day') continue
    const sums = house()
      .sqlite.prepare(
        `select s.sector as key, count(*) as works, (select sum(plan_yuan) from lock_works w where w.lock_id = @id and w.sector = s.sector) as planYuan,
         (select sum(year_to_date_yuan) from lock_works w where w.lock_id = @id and w.sector = s.sector) as yearToDateYuan
         from lock_works s where s.lock_id = @id group by s.sector`,
      )
      .all({ id }) as { key: string }[]
    for (const row of sums) expect(totalOf(id, 'sector', row.key)).toMatchObject(row)
    expect(totalsOf(id).filter(({ dimension }) => dimension === 'sector')).toHaveLength(sums.length)
  }
})
