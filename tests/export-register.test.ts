import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as organisations } from '../app/admin/organisations/export/route'
import { GET as users } from '../app/admin/users/export/route'
import { GET as audit } from '../app/audit/export/route'
import { GET as bulletins } from '../app/bulletins/export/route'
import { GET as round } from '../app/inspections/[id]/export/route'
import { GET as rounds } from '../app/inspections/export/route'
import { GET as funds } from '../app/projects/[code]/funds/export/route'
import { GET as history } from '../app/projects/[code]/history/export/route'
import { GET as milestones } from '../app/projects/[code]/milestones/export/route'
import { GET as months } from '../app/projects/[code]/months/export/route'
import { proposeMilestoneDates } from '../db/commands/milestone-dates'
import { layMilestones } from '../db/commands/milestones'
import { createOrganisation } from '../db/commands/organisations'
import { approveUpdate, returnUpdate } from '../db/commands/review-updates'
import { submitMonthlyUpdate } from '../db/commands/updates'
import { bulletinList } from '../db/queries/bulletins'
import { listEvents } from '../db/queries/events'
import { listOrganisations } from '../db/queries/organisations'
import { projectHead } from '../db/queries/project'
import { projectHistory } from '../db/queries/project-history'
import { roundList } from '../db/queries/rounds'
import { listUsers } from '../db/queries/users'
import { milestoneDatesInput, milestonesToLayInput } from '../domain/milestone-input'
import { monthlyInput } from '../domain/update-input'
import { endedRound, finding, issued, seen } from './support/bulletin-house'
import { asText, dayCell, opened, viewerOf } from './support/exported'
import { handedIn } from './support/funds'
import { addUser, ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { milestonesOf } from './support/library'
import { beginVisit, makeRound, nameWorks } from './support/rounds'
import { typed } from './support/typed'
import { giveWork } from './support/work'

const session = vi.hoisted(() => ({ person: null as object | null }))
vi.mock('../app/_lib/session', () => ({ apiViewer: async () => session.person, readerLocale: async () => 'zh-CN' }))
vi.mock('../app/_lib/clock', () => ({ today: () => testDay, demoDay: () => null }))

let t: TestHouse
let made: { ended: number; sealed: number }
const formula = '@SUM(A1)'

beforeAll(async () => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002']) giveWork(t, code)
  giveWork(t, 'P0003', { organisationId: t.organisations.other })
  const ended = endedRound(t, '2025Q3', ['P0001', 'P0002', 'P0003'])
  seen(t, ended, 'P0001', 'yellow', [3, 2, 1])
  finding(t, ended, 'P0001', { facts: formula })
  await issued(t, ended)
  await issued(t, endedRound(t, '2025Q2', ['P0003']))
  const sealed = makeRound(t, { announcement: 'unannounced', title: '暗访' })
  nameWorks(t, sealed, ['P0001', 'P0002'])
  made = { ended, sealed }
  tellOf()
})
afterAll(() => t.close())

const as = (name: keyof TestHouse['actors']) => {
  session.person = viewerOf(t.actors[name])
  return t.actors[name]
}

const told = (period: string, investment: string) =>
  submitMonthlyUpdate(
    ctxOf(t.actors.owner),
    monthlyInput.parse({ code: 'P0001', period, investmentBasis: 'year', investment, percent: '40', remark: '说明' }),
  )

/** Months approved, returned and waiting, a milestone with a first date that waits, money by source. */
function tellOf(): void {
  approveUpdate(ctxOf(t.actors.bureau), told('2025-07', '500'))
  returnUpdate(ctxOf(t.actors.bureau), told('2025-08', '90000'), '=1+1')
  approveUpdate(ctxOf(t.actors.bureau), told('2025-08', '612.34'))
  told('2025-09', '700')
  layMilestones(ctxOf(t.actors.bureau), typed(milestonesToLayInput, { template: 'enterprise', codes: ['P0001'] }))
  const { id, version } = milestonesOf('P0001')[0]!
  const dates = [{ milestoneId: String(id), version: String(version), plannedOn: '2025-12-20' }]
  proposeMilestoneDates(ctxOf(t.actors.owner), typed(milestoneDatesInput, { dates }))
  handedIn(t)
}

describe('rounds as files', () => {
  it('are listed as far as the reader may know of them', async () => {
    const actor = as('leader')
    const known = await opened(rounds)
    expect(known.rows.map((row) => row.轮次)).toEqual(roundList(actor, 1).rows.map(({ title }) => title))
    expect(known.rows[0]).toMatchObject({ 季度: '2025Q3', 项目: 3, 已走访: 1, 未销号问题: 1 })
    expect(JSON.stringify(known.rows)).not.toContain('暗访')
    as('supervisor')
    expect((await opened(rounds)).rows.map((row) => row.轮次)).toContain('暗访')
    as('owner')
    expect((await opened(rounds)).status).toBe(403)
  })

  it('of one have its works with the rating, what was compared and what was found', async () => {
    as('bureau')
    const { rows } = await opened(round, '', { id: made.ended })
    expect(rows.map((row) => row.编码)).toEqual(['P0001', 'P0002', 'P0003'])
    const compared = { '相符（项数据）': 3, '不符（项数据）': 2, '未能核实（项数据）': 1, '现场所见（项数据）': 0 }
    expect(rows[0]).toMatchObject({ 督查评价: '进度偏慢', 评价理由: '现场所见', 评价日期: dayCell('2025-10-10'), 已走访: 1, ...compared })
    expect(rows[0]).toMatchObject({ 问题: 1, 未销号问题: 1, 为何在列: '点名', 最近走访: dayCell('2025-10-10') })
    expect(rows[1]).toMatchObject({ 督查评价: null, 已走访: 0, 问题: 0, 未销号问题: 0, 最近走访: null })
  })

  it('that are sealed are there for nobody else, and later only with the works that were begun', async () => {
    as('bureau')
    expect((await opened(round, '', { id: made.sealed })).status).toBe(404)
    beginVisit(made.sealed, 'P0002', t.actors.supervisor2)
    const partly = await opened(round, '', { id: made.sealed })
    expect(partly.rows.map((row) => row.编码)).toEqual(['P0002'])
    expect(partly.heads).not.toContain('为何在列')
    expect(partly.about).toContain('名单还没有公开，这里只列走访已经开始的项目。')
    as('supervisor')
    expect((await opened(round, '', { id: made.sealed })).rows.map((row) => row.编码)).toEqual(['P0001', 'P0002'])
  })
})

describe('bulletins as a file', () => {
  it('are all those a reader may open; of a unit, those that speak of its works', async () => {
    expect(bulletinList(as('leader'))).toHaveLength(2)
    expect((await opened(bulletins)).rows[0]).toMatchObject({ 季度: '2025Q3', 状态: '已印发', 日期: dayCell(testDay) })
    as('owner')
    expect((await opened(bulletins)).rows.map((row) => row.季度)).toEqual(['2025Q3'])
    as('admin')
    expect((await opened(bulletins)).status).toBe(403)
  })
})

describe('the log and the accounts as files', () => {
  it('have the events that the filter shows, past a page, and what is sealed stays so', async () => {
    const actor = as('auditor')
    const approved = await opened(audit, '?subject=P0001&action=update.approved')
    expect(approved.about[1]).toContain('筛选：操作：填报审核通过；对象：P0001')
    expect(approved.rows.map((row) => row.编号)).toEqual(
      listEvents(actor, { subject: 'P0001', action: 'update.approved' }).rows.map(({ seq }) => seq),
    )
    const all = (await opened(audit)).rows
    expect(all).toHaveLength(t.house.sqlite.prepare<[], { n: number }>('select count(*) as n from events').get()!.n)
    expect(all.length).toBeGreaterThan(50)
    expect(all.filter((row) => row.操作 === '封存事项').every((row) => row.操作人 === null && row.对象 === null)).toBe(true)
    expect(all.some((row) => row.操作 === '封存事项')).toBe(true)
    as('admin')
    const accounts = (await opened(audit)).rows
    expect(accounts.length).toBe(listEvents(t.actors.admin, {}).rows.length)
    expect(accounts.every((row) => String(row.对象).match(/^(账号|单位)/))).toBe(true)
  })

  it('have the accounts and units that the page lists, to their administrator', async () => {
    for (let at = 0; at < 60; at += 1) addUser(`many-${at}`, 'owner', t.organisations.own, '2025-02-01')
    const actor = as('admin')
    const owners = await opened(users, '?role=owner&state=active&q=many')
    expect(owners.rows).toHaveLength(listUsers(actor, { q: 'many', role: 'owner', active: true, page: 1 }).total)
    expect(owners.heads).toEqual(['姓名', '账号', '角色', '单位', '状态', '最近登录'])
    expect((await opened(users, '?state=inactive')).rows).toEqual([])
    createOrganisation(ctxOf(actor), { name: formula, kind: 'other' })
    const firms = await opened(organisations, '?kind=company')
    expect(firms.rows).toHaveLength(listOrganisations(actor, { kind: 'company', page: 1 }).total)
    expect(firms.rows.find((row) => row.单位全称 === '测试甲公司')).toMatchObject({ 类别: '企业', 在用账号: 61 })
    expect(await asText(organisations, '?kind=other')).toContain(`'${formula}`)
    as('bureau')
    expect([(await opened(users)).status, (await opened(organisations)).status]).toEqual([403, 200])
  })
})

describe('one work as files', () => {
  it('has every submission of every month, with figures as figures', async () => {
    as('owner')
    const { about, rows } = await opened(months, '', { code: 'P0001' })
    expect(about[0]).toMatch(/^P0001 .* 月度填报$/)
    const spoken = rows.filter((row) => row.第几次提交 !== null)
    expect(spoken.map((row) => [row.月份, row.状态])).toEqual([
      [dayCell('2025-09-01'), '待审'],
      [dayCell('2025-08-01'), '审核通过'],
      [dayCell('2025-08-01'), '已退回'],
      [dayCell('2025-07-01'), '审核通过'],
    ])
    expect(spoken[1]).toMatchObject({
      '上次审定本年累计（万元）': 500,
      '本年累计完成投资（万元）': 612.34,
      '当月（万元）': 112.34,
      '形象进度（%）': 40,
    })
    expect(spoken[2]).toMatchObject({ 审核意见: "'=1+1", '当月（万元）': null, 审核日期: dayCell(testDay) })
  })

  it('has its milestones, its money by source and its history', async () => {
    const actor = as('leader')
    const first = (await opened(milestones, '', { code: 'P0001' })).rows[0]
    expect(first).toMatchObject({ 现行计划: null, 待审: dayCell('2025-12-20') })
    const lines = (await opened(funds, '', { code: 'P0001' })).rows
    expect(lines).toContainEqual({
      季度: '2025Q3',
      状态: '待审',
      来源: '地方财政',
      '计划（万元）': 1000,
      '累计到位（万元）': 500,
      '累计支付（万元）': 300,
    })
    const { rows } = await opened(history, '', { code: 'P0001' })
    expect(rows.slice(0, 12).map((row) => row.编号)).toEqual(projectHistory(projectHead(actor, 'P0001'), null).rows.map(({ seq }) => seq))
    expect(rows.length).toBeGreaterThan(12)
  })

  it('is nobody’s but its unit’s and the readers’ of all works', async () => {
    for (const [name, status] of [
      ['otherOwner', 404],
      ['admin', 403],
      ['owner', 200],
    ] as const) {
      as(name)
      for (const route of [months, milestones, funds, history]) expect((await opened(route, '', { code: 'P0001' })).status).toBe(status)
    }
    expect((await opened(months, '', { code: 'P0003' })).status).toBe(404)
  })
})
