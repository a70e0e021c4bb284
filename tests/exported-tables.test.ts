import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byPage, inTurn } from '../app/_lib/sheet-steps'
import { comparedColumns, sumColumns, sumRows } from '../app/compare/export/columns'
import { workColumns as dispatchColumns, groupColumns, groupRows, lateColumns, lateRows } from '../app/dispatches/[id]/export/columns'
import { besideColumns, unregisteredColumns } from '../app/funds/statistics/export/columns'
import { figureColumns, figureRows, workColumns } from '../app/months/[period]/export/columns'
import { slipColumns } from '../app/slips/export/columns'
import { house } from '../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../db/commands/annual-plans'
import { createProject } from '../db/commands/projects'
import { approveUpdate } from '../db/commands/review-updates'
import { moveStage } from '../db/commands/stages'
import { approveStatisticsInvestment } from '../db/commands/statistics-investments'
import { submitMonthlyUpdate } from '../db/commands/updates'
import { comparedParts, comparedRowsAPage, comparedWorks, comparePeriods } from '../db/queries/compare'
import { dispatchView } from '../db/queries/dispatch'
import { currentLock, figuresOf, lockedWorks } from '../db/queries/lock-figures'
import { planChains } from '../db/queries/plan'
import { slips, slipsAPage } from '../db/queries/slips'
import { besideList, statisticsAPage, unregisteredList } from '../db/queries/statistics-investments'
import { milestones } from '../db/schema'
import { annualPlanInput } from '../domain/annual-plan'
import { messagesFor } from '../domain/messages'
import { newProjectInput } from '../domain/project-input'
import { monthlyInput } from '../domain/update-input'
import { issuedDispatch } from './support/dispatches'
import { entered } from './support/funds'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { publishedLock } from './support/locks'
import { dateOf, sheetRows } from './support/sheet-rows'
import { typed } from './support/typed'
import { giveWork, work } from './support/work'

let t: TestHouse
let dispatchId = 0
const zh = messagesFor('zh-CN')

beforeAll(async () => {
  t = openTestHouse({ since: '2024-01-10' })
  for (const [at, code] of ['P0001', 'P0002', 'P0003'].entries()) tell(code, at)
  publishedLock(t, '2025-08')
  told('P0001', '2025-09', '900.5')
  for (let at = 0; at < 60; at += 1) added(at)
  moveStage(ctxOf(t.actors.bureau), { code: 'P0020', version: work('P0020').version, to: 'withdrawn', on: '2025-09-05', reason: '不做了' })
  publishedLock(t, '2025-09')
  dispatchId = await issuedDispatch(t, '2025-09')
  lay('P0001', { originalOn: '2025-06-30', baselineOn: '2025-09-30', forecastOn: '2025-12-31' })
  lay('P0002', { baselineOn: '2025-05-31' })
  for (const [code, yuan] of [['P0001', '1000'] as const, ['P0002', '70'] as const])
    approveStatisticsInvestment(ctxOf(t.actors.bureau2), entered(t, { code, yuan }))
})
afterAll(() => t.close())

function lay(code: string, dates: { originalOn?: string; baselineOn: string; forecastOn?: string }): void {
  const milestone = { projectId: work(code).id, position: 9, name: '封顶', definition: '封顶', proof: '照片', ...dates }
  house().orm.insert(milestones).values(milestone).run()
}

function tell(code: string, at: number): void {
  giveWork(t, code, { since: '2024-02-01' })
  const plan = { code, version: '0', year: '2025', plannedYuan: `${1234.5678 + at}`, documentNo: '东发改〔2025〕1号' }
  approveAnnualPlan(ctxOf(t.actors.bureau), submitAnnualPlan(ctxOf(t.actors.owner), typed(annualPlanInput, plan)))
  told(code, '2025-08', `${700.01 + at}`)
}

function told(code: string, period: string, investment: string): void {
  const month = { code, period, investment, investmentBasis: 'year', percent: '40', step: '基础', progressText: '桩基', remark: '按计划' }
  approveUpdate(ctxOf(t.actors.bureau), submitMonthlyUpdate(ctxOf(t.actors.owner), typed(monthlyInput, month)))
}

function added(at: number): void {
  const document = { documentTitle: '文', documentNo: `${at}号`, documentDay: '2025-08-01' }
  createProject(ctxOf(t.actors.bureau), typed(newProjectInput, { name: `新增工程${at}`, sector: 'water', ...document }))
}

describe('统计口径 beside 调度口径', () => {
  it('leaves with both figures and the difference as figures; an unknown one is an empty cell', async () => {
    const rows = await sheetRows(
      besideColumns(zh),
      byPage(statisticsAPage, (page) => besideList(t.actors.leader, undefined, page).rows),
    )
    expect(
      rows.map((row) => [row.编码, row['统计口径（万元）'], row['调度口径（万元）'], row['相差（万元）'], row['占调度（%）']]),
    ).toEqual([
      ['P0001', 1000, 900.5, 99.5, 11],
      ['P0002', 70, null, null, null],
    ])
  })

  it('has the works that are not registered to the last page', async () => {
    const total = unregisteredList(t.actors.leader, testDay, 1).total
    const rows = await sheetRows(
      unregisteredColumns(zh),
      byPage(statisticsAPage, (page) => unregisteredList(t.actors.leader, testDay, page).rows),
    )
    expect(rows).toHaveLength(total)
    expect(rows.map((row) => row.编码)).toEqual(expect.arrayContaining(['P0001', 'P0002', 'P0003']))
  })
})

describe('two periods side by side', () => {
  const sides = { from: '2025-08', to: '2025-09' }
  const lists = () => comparedParts.map((part) => byPage(comparedRowsAPage, (page) => comparedWorks(t.actors.leader, sides, part, page)))

  it('leave work by work, beyond the first page, with what plain SQL says', async () => {
    const counts = comparePeriods(t.actors.leader, sides.from, sides.to)?.counts
    const rows = await sheetRows(comparedColumns(sides, planChains(), zh), inTurn(lists()))
    const of = (part: string) => rows.filter((row) => row.变动 === part)
    expect(counts?.entered).toBe(60)
    expect(of(zh.months.bridgeParts.entered)).toHaveLength(60)
    expect(of(zh.months.bridgeParts.left)).toHaveLength(counts?.left ?? -1)
    expect(of(zh.months.bridgeParts.changed)).toHaveLength(counts?.changed ?? -1)
    const measure = zh.months.measures.yearToDateYuan
    const moved = rows.find((row) => row.编码 === 'P0001')
    const before = `${measure} 2025-08（万元）`
    const after = `${measure} 2025-09（万元）`
    expect([moved?.[before], moved?.[after], moved?.[`${measure}相差（万元）`]]).toEqual([700.01, 900.5, 200.49])
    expect(moved?.[zh.months.why]).toContain('2025-09')
    for (const row of of(zh.months.bridgeParts.entered)) expect([row[before], row[`${measure}相差（万元）`]]).toEqual([null, null])
  })

  it('leave as sums whose parts, signed, add up in every line', async () => {
    const comparison = comparePeriods(t.actors.leader, sides.from, sides.to)
    const groups = comparison?.groups ?? []
    const rows = await sheetRows(
      sumColumns(zh),
      sumRows(groups, (key) => key),
    )
    expect(rows).toHaveLength(groups.length * 3)
    const words = zh.months.bridgeParts
    const works = (row: (typeof rows)[number], part: string) => Number(row[`${part}（项目数）`])
    for (const row of rows) {
      const sum = [words.from, words.entered, words.left, words.movedIn, words.movedOut].reduce((all, part) => all + works(row, part), 0)
      expect(sum).toBe(works(row, words.to))
    }
    expect(rows.some((row) => row[`${words.entered}（项目数）`] === 60)).toBe(true)
  })
})

describe('a locked month', () => {
  it('leaves its sums by group with their coverage, as plain SQL adds them up', async () => {
    const lock = currentLock(house().orm, '2025-09')!
    const rows = await sheetRows(figureColumns(planChains(), zh), figureRows(figuresOf(lock)))
    const whole = rows[0]!
    const sql =
      'select count(*) as works, sum(year_to_date_yuan) as yuan, count(year_to_date_yuan) as known from lock_works where lock_id = ?'
    const told = house().sqlite.prepare(sql).get(lock.id) as { works: number; yuan: number; known: number }
    expect(whole.项目).toBe(told.works)
    const head = zh.months.yearToDate
    expect(whole[`${head}（亿元）`]).toBeCloseTo(told.yuan / 100_000_000, 10)
    expect(whole[`${head}覆盖面`]).toBe(`≥ 3/${told.works} 项已知`)
    expect(rows.filter((row) => row.分组 === zh.months.by.sector).reduce((sum, row) => sum + Number(row.项目), 0)).toBe(told.works)
  })

  it('leaves its works with money as figures', async () => {
    const lock = currentLock(house().orm, '2025-09')!
    const rows = await sheetRows(workColumns(zh), lockedWorks(t.actors.leader, lock.id, {}).rows)
    expect(rows[0]).toMatchObject({ 编码: 'P0001', [`${zh.exports.fields.yearToDateYuan}（万元）`]: 900.5 })
  })
})

describe('a dispatch', () => {
  it('leaves its tables as it was issued', async () => {
    const { facts } = dispatchView(t.actors.leader, dispatchId)
    const works = await sheetRows(dispatchColumns(zh), facts.works)
    expect(works.map((row) => row.编码)).toEqual(facts.works.map(({ code }) => code))
    const first = works.find((row) => row.编码 === 'P0001')
    expect(first?.[`${zh.bulletins.columnDone}（万元）`]).toBe(900.5)
    expect(first?.[zh.exports.fields.approvedMonth]).toEqual(dateOf('2025-09-01'))
    const groups = await sheetRows(groupColumns(zh), groupRows(facts))
    expect(groups.length).toBe(groupRows(facts).length)
    expect(groups.every((row) => typeof row[zh.bulletins.columnWorks] === 'number')).toBe(true)
    const late = await sheetRows(lateColumns(zh), lateRows(facts.late))
    expect(late).toHaveLength(facts.late.reduce((sum, { works }) => sum + works.length, 0))
  })
})

describe('slipping milestones', () => {
  it('leave with days as days and slips as counts, all of them', async () => {
    const rows = await sheetRows(
      slipColumns(zh),
      byPage(slipsAPage, (page) => slips(t.actors.leader, testDay, page).rows),
    )
    const { baseline, end, days, original } = zh.outlook.slipColumns
    const { bound } = zh.exports.sheets
    expect(rows).toHaveLength(slips(t.actors.leader, testDay, 1).total)
    expect(rows.map((row) => [row.编码, row[original], row[baseline], row[end], row[`${days}（天）`]])).toEqual([
      ['P0002', null, dateOf('2025-05-31'), null, 138],
      ['P0001', dateOf('2025-06-30'), dateOf('2025-09-30'), dateOf('2025-12-31'), 92],
    ])
    expect(rows.map((row) => row[bound] === null)).toEqual([false, true])
  })
})
