import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as oneList } from '../app/annual/[year]/[revision]/export/route'
import { GET as batches } from '../app/annual/batches/export/route'
import { GET as lists } from '../app/annual/lists/export/route'
import { GET as oneMeeting } from '../app/meetings/[id]/export/route'
import { GET as meetings } from '../app/meetings/export/route'
import { GET as late } from '../app/months/late/export/route'
import { GET as reviews } from '../app/reviews/export/route'
import { GET as timelineFile } from '../app/timeline/export/route'
import { GET as towns } from '../app/towns/export/route'
import { approveAnnualPlan, submitAnnualPlan } from '../db/commands/annual-plans'
import { listMatter, settleItem } from '../db/commands/meeting-items'
import { callMeeting } from '../db/commands/meetings'
import { proposeMilestoneDates } from '../db/commands/milestone-dates'
import { layMilestones } from '../db/commands/milestones'
import { approveMilestoneDates } from '../db/commands/review-milestone-dates'
import { submitMonthlyUpdate } from '../db/commands/updates'
import { approveYearList, submitYearList } from '../db/commands/year-lists'
import { batchPage } from '../db/queries/annual-batches'
import { lateList } from '../db/queries/late-list'
import { meetingView } from '../db/queries/meeting-view'
import { meetingList } from '../db/queries/meetings'
import { reviewQueue } from '../db/queries/review-queue'
import { timeline } from '../db/queries/timeline'
import { townOverview } from '../db/queries/towns'
import { listedWorks, yearListsOf } from '../db/queries/year-lists'
import { annualPlanInput } from '../domain/annual-plan'
import { matterListing, newMeetingInput } from '../domain/meeting-input'
import { milestoneDatesInput, milestonesToLayInput } from '../domain/milestone-input'
import { monthlyInput } from '../domain/update-input'
import { yearListInput } from '../domain/year-list'
import { asText, dayCell, opened, viewerOf } from './support/exported'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { milestonesOf } from './support/library'
import { typed } from './support/typed'
import { giveWork } from './support/work'

const session = vi.hoisted(() => ({ person: null as object | null }))
vi.mock('../app/_lib/session', () => ({ apiViewer: async () => session.person, readerLocale: async () => 'zh-CN' }))
vi.mock('../app/_lib/clock', () => ({ today: () => testDay, demoDay: () => null }))

let t: TestHouse
let weekly: number
const formula = '=HYPERLINK("http://x","y")'

beforeAll(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002']) giveWork(t, code)
  giveWork(t, 'P0003', { organisationId: t.organisations.other })
  weekly = hold('weekly', '2025-10-10')
  hold('monthly', '2025-10-11')
  layDates()
  plan('P0001', '1000')
  plan('P0003', '2500.5')
  const ctx = ctxOf(t.actors.bureau)
  const list = { year: '2025', documentNo: '东政发〔2025〕3号', title: '年度计划', day: '2025-04-03' }
  approveYearList(ctxOf(t.actors.bureau2), submitYearList(ctx, typed(yearListInput, list)))
  submitMonthlyUpdate(
    ctxOf(t.actors.owner),
    monthlyInput.parse({ code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '800', remark: '说明' }),
  )
})
afterAll(() => t.close())

const as = (name: keyof TestHouse['actors']) => {
  session.person = viewerOf(t.actors[name])
  return t.actors[name]
}

function hold(kind: string, heldOn: string): number {
  const ctx = ctxOf(t.actors.bureau)
  const id = callMeeting(ctx, typed(newMeetingInput, { kind, title: `${kind} ${heldOn}`, heldOn, place: '会议室' }))
  const matter = { meetingId: String(id), code: 'P0001', problem: formula, measure: '催办', person: '王某', dueOn: '2025-10-12' }
  const first = listMatter(ctx, typed(matterListing, matter))
  listMatter(ctx, typed(matterListing, { meetingId: String(id), code: '', problem: '用地' }))
  settleItem(ctx, { id: first, version: meetingView(t.actors.bureau, id).items[0]!.version, words: '已解决' })
  return id
}

function layDates(): void {
  const ctx = ctxOf(t.actors.bureau)
  layMilestones(ctx, typed(milestonesToLayInput, { template: 'enterprise', codes: ['P0001', 'P0003'] }))
  for (const code of ['P0001', 'P0003']) {
    const dates = milestonesOf(code).map(({ id, version }, at) => ({
      milestoneId: String(id),
      version: String(version),
      plannedOn: `2025-1${at % 3}-20`,
    }))
    const ids = proposeMilestoneDates(ctx, typed(milestoneDatesInput, { dates: dates.slice(0, 2) }))
    approveMilestoneDates(ctxOf(t.actors.bureau2), ids)
  }
}

const plan = (code: string, plannedYuan: string): void => {
  const fields = { code, version: '0', year: '2025', plannedYuan, documentNo: '东发改〔2025〕1号', startMonth: '2025-03' }
  approveAnnualPlan(ctxOf(t.actors.bureau2), submitAnnualPlan(ctxOf(t.actors.bureau), typed(annualPlanInput, fields)))
}

describe('meetings as a file', () => {
  it('have the kind that the page shows, with days and counts as such', async () => {
    const actor = as('leader')
    const { about, rows } = await opened(meetings, '?kind=weekly')
    expect(about[1]).toContain('筛选：会议类型：周调度')
    expect(rows).toHaveLength(meetingList(actor, 'weekly', 1).total)
    expect(rows).toEqual([expect.objectContaining({ 会议名称: 'weekly 2025-10-10', 日期: dayCell('2025-10-10'), 清单: 2, 没有销号: 1 })])
    expect((await opened(meetings)).rows).toHaveLength(2)
    expect((await opened(meetings, '?kind=daily')).status).toBe(400)
    as('owner')
    expect((await opened(meetings)).status).toBe(403)
  })

  it('of one have its list, and no formula', async () => {
    const { items } = meetingView(as('supervisor'), weekly)
    const { about, rows } = await opened(oneMeeting, '', { id: weekly })
    expect(about[0]).toBe('weekly 2025-10-10')
    expect(rows.map((row) => row.问题)).toEqual([`'${formula}`, '用地'])
    expect(rows).toHaveLength(items.length)
    expect(rows[0]).toMatchObject({ 序号: 1, 编码: 'P0001', 措施: '催办', 责任人: '王某', 时限: dayCell('2025-10-12'), 状态: '已销号' })
    expect(rows[0]).toMatchObject({ 怎么解决的: '已解决', 办结日期: dayCell(testDay), '超期（天）': null })
    expect(await asText(oneMeeting, '', { id: weekly })).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
    expect((await opened(oneMeeting, '', { id: 999 })).status).toBe(404)
  })
})

describe('the timeline and the towns as files', () => {
  it('have a line a dated milestone of the works the filter shows', async () => {
    const actor = as('bureau')
    const dated = timeline(actor, {}, 1).rows.flatMap((row) => row.milestones.filter(({ baselineOn }) => baselineOn !== null))
    const { rows } = await opened(timelineFile)
    expect(rows).toHaveLength(dated.length)
    expect(dated.length).toBe(4)
    expect(rows[0]).toMatchObject({ 编码: 'P0001', 节点: dated[0]!.name, 现行计划: dayCell(dated[0]!.baselineOn!), 已完成: null })
    expect((await opened(timelineFile, '?q=P0003')).rows.map((row) => row.编码)).toEqual(['P0003', 'P0003'])
    expect((await opened(timelineFile, '?town=无此镇')).rows).toEqual([])
    as('owner')
    expect((await opened(timelineFile)).status).toBe(403)
  })

  it('have every town with its works, and a sum beside of how many it is', async () => {
    const overview = townOverview(as('leader'))
    const { rows } = await opened(towns)
    expect(rows.map((row) => row.项目)).toEqual(overview.map(({ rollup }) => rollup.works))
    expect(rows.reduce((sum, row) => sum + Number(row.在建), 0)).toBe(3)
    expect(rows.at(-1)?.乡镇).toBe('未定乡镇')
  })
})

describe('the queue and the late list as files', () => {
  it('have everything that waits of the kind asked for, the most urgent first', async () => {
    const actor = as('bureau')
    const { rows } = await opened(reviews, '?kind=update')
    expect(rows.map((row) => row.编码)).toEqual(reviewQueue(actor, testDay, 'update').rows.map(({ code }) => code))
    expect(rows).toEqual([
      expect.objectContaining({ 种类: '填报', 内容: '2025年9月填报', 第几次提交: 1, '已等（天）': 0, 提交日期: dayCell(testDay) }),
    ])
    expect((await opened(reviews, '?kind=funds')).rows).toEqual([])
    as('leader')
    expect((await opened(reviews)).status).toBe(403)
  })

  it('name who has not reported, and whom to call only to the bureau', async () => {
    const actor = as('bureau')
    const told = lateList(actor, '2025-09', testDay).units.flatMap((unit) => unit.works.map(({ code }) => code))
    const { heads, rows } = await opened(late, '?month=2025-09')
    expect(rows.map((row) => row.编码)).toEqual(told)
    expect(told).toContain('P0002')
    expect(rows.find((row) => row.编码 === 'P0002')).toMatchObject({ 单位: '测试甲公司', 联系人: 'test-owner' })
    expect(heads).toContain('联系人')
    as('leader')
    expect((await opened(late, '?month=2025-09')).heads).not.toContain('联系人')
    expect((await opened(late, '?month=2025-13')).status).toBe(400)
  })
})

describe('the year’s lists and batches as files', () => {
  it('have what was published, and the works as they stood then', async () => {
    const actor = as('leader')
    expect((await opened(lists, '?year=2025')).rows).toEqual([
      expect.objectContaining({
        版次: 1,
        文号: '东政发〔2025〕3号',
        文件日期: dayCell('2025-04-03'),
        晚于3月底: '是',
        项目数: 2,
        状态: '现行',
      }),
    ])
    expect((await opened(lists, '?year=2024')).rows).toEqual([])
    const { rows } = await opened(oneList, '', { year: 2025, revision: 1 })
    expect(rows.map((row) => row.编码)).toEqual(listedWorks(yearListsOf(actor, 2025).rows[0]!, 1).map(({ code }) => code))
    expect(rows[1]).toMatchObject({ 编码: 'P0003', '现行计划（万元）': 2500.5, 开工时间: dayCell('2025-03-01') })
    expect((await opened(oneList, '?view=changes', { year: 2025, revision: 1 })).rows).toEqual([])
    expect((await opened(oneList, '', { year: 2025, revision: 2 })).status).toBe(404)
  })

  it('have the batch that is asked for', async () => {
    const actor = as('supervisor')
    const { about, rows } = await opened(batches, '?year=2025&batch=start')
    expect(about[1]).toContain('批次：开工一批')
    expect(rows.map((row) => row.编码)).toEqual(batchPage(actor, { batch: 'start', year: 2025, page: 1 }, testDay).map(({ code }) => code))
    expect(rows.find((row) => row.编码 === 'P0001')).toMatchObject({ 计划月份: dayCell('2025-03-01'), 到达日期: dayCell('2025-01-10') })
    expect((await opened(batches, '?year=2025&batch=operation')).rows).toEqual([])
  })
})
