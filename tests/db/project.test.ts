import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lightDocuments, rowDocument } from '../../app/api/v1/projects/documents'
import { orm } from '../../db/client'
import { approveUpdate, returnUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { figureSources } from '../../db/queries/figure-sources'
import { maskedQuote } from '../../db/queries/mask'
import { projectHead } from '../../db/queries/project'
import { projectHistory } from '../../db/queries/project-history'
import { projectsPage } from '../../db/queries/project-list'
import { monthMatrix, monthReports } from '../../db/queries/project-months'
import { projectRecord } from '../../db/queries/project-record'
import { assignments, factSheets, projectStages, projects } from '../../db/schema'
import { refreshProject } from '../../db/summaries'
import { projectListShape, projectShape } from '../../domain/api/projects'
import { blankSheet } from '../../domain/fact-sheet'
import { messagesFor } from '../../domain/messages'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'

let t: TestHouse
let id = 0
beforeEach(() => {
  t = openTestHouse()
  id = orm().select().from(projects).where(eq(projects.code, 'P0003')).get()?.id ?? 0
  orm().update(projects).set({ stage: 'construction' }).where(eq(projects.id, id)).run()
  orm().insert(projectStages).values({ projectId: id, stage: 'construction', fromDay: '2025-01-01' }).run()
  orm().insert(assignments).values({ projectId: id, kind: 'owner', organisationId: t.organisations.own, fromDay: '2025-01-01' }).run()
  orm()
    .insert(factSheets)
    .values({
      projectId: id,
      revision: 1,
      status: 'approved',
      current: true,
      body: { ...blankSheet, totalYuan: 400_000_000, totalDocument: '备〔2021〕18号', contact: '王工', telephone: '0734-5222222' },
      submittedBy: t.actors.bureau.id,
      submittedAt: '2025-01-08T01:00:00.000Z',
    })
    .run()
  orm().transaction((tx) => refreshProject(tx, testDay, id))
})
afterEach(() => t.close())

const report = (period: string, investment: string) =>
  submitMonthlyUpdate(
    ctxOf(t.actors.owner),
    monthlyInput.parse({ code: 'P0003', period, investmentBasis: 'year', investment, remark: '说明' }),
  )

test('another unit does not find the work, an administrator is refused before knowing whether it is there', () => {
  expect(projectHead(t.actors.owner, 'P0003').work.code).toBe('P0003')
  for (const code of ['P0003', 'P9999']) {
    expect(() => projectHead(t.actors.otherOwner, code)).toThrow('not-found')
    expect(() => projectHead(t.actors.admin, code)).toThrow('forbidden')
    expect(() => projectHead(t.actors.auditor, code)).toThrow('forbidden')
  }
})

test('contacts are for the bureau and the unit alone', () => {
  const contactFor = (actor: typeof t.actors.owner) => projectRecord(projectHead(actor, 'P0003')).sheets[0]?.body.contact
  expect([t.actors.owner, t.actors.bureau, t.actors.supervisor, t.actors.leader].map(contactFor)).toEqual(['王工', '王工', null, null])
})

test('a work is headed by its clause, its chain with the words that put it there, and its units', () => {
  const head = projectHead(t.actors.leader, 'P0003')
  expect(head.sources.map((source) => [source.item.code, source.boxId, source.item.clause.line > 0])).toEqual([['3-1#03', '3-1', true]])
  expect(head.chain).toMatchObject({ id: 'chemicals', basis: 'stated', stated: { line: 707 } })
  expect(head.units).toEqual([
    { kind: 'owner', id: t.organisations.own, name: '测试甲公司', former: [], fromDay: '2025-01-01', toDay: null },
  ])
})

test('the history says who did what, with what was before and after', () => {
  const first = report('2025-09', '2500')
  returnUpdate(ctxOf(t.actors.bureau), first, '请附凭证')
  const head = projectHead(t.actors.owner, 'P0003')
  const { rows } = projectHistory(head, null)
  expect(rows.map((row) => row.action).slice(0, 2)).toEqual(['update.returned', 'update.submitted'])
  expect(rows[0]?.who).toEqual({ name: 'test-bureau', organisation: '测试发改局' })
  expect(rows[0]?.changes).toContainEqual({ field: 'reason', after: '请附凭证' })
  expect(rows[1]?.changes).toContainEqual({ field: 'yearToDateYuan', after: 25_000_000 })
  expect(projectHistory(head, rows[0]?.seq ?? 0).rows[0]?.seq).toBe(rows[1]?.seq)
})

test('the record keeps every try, and the months say where each stands', () => {
  returnUpdate(ctxOf(t.actors.bureau), report('2025-09', '2500'), '请附凭证')
  approveUpdate(ctxOf(t.actors.bureau), report('2025-09', '2600'))
  const head = projectHead(t.actors.bureau, 'P0003')
  expect(projectRecord(head).updates.map((update) => update.status)).toEqual(['approved', 'returned'])
  const months = monthReports(head, testDay)
  expect([months[0]?.month, months.at(-1)?.month, months.at(-1)?.review]).toEqual(['2021-01', '2025-09', 'approved'])
  expect(months.find((month) => month.month === '2025-01')?.state).toBe('before-reporting')
  const { months: shown, lines } = monthMatrix(projectsPage(t.actors.owner, {}).rows, testDay)
  expect([shown[0], shown.length, lines.length]).toEqual(['2024-10', 12, 1])
  expect(lines[0]?.reports.at(-1)).toEqual(months.at(-1))
})

test('the API says of each figure where it is from, in the shape it promises', () => {
  approveUpdate(ctxOf(t.actors.bureau), report('2025-08', '2000'))
  const { rows, totals, next } = projectsPage(t.actors.bureau, { limit: 200 }, 200)
  const sources = figureSources(rows)
  for (const locale of ['zh-CN', 'en'] as const) {
    const items = rows.map((row) => ({ ...rowDocument(row, sources.get(row.projectId), messagesFor(locale)), carriedFrom: null }))
    expect(projectListShape.safeParse({ items, total: totals.rows, next }).error).toBeUndefined()
  }
  const row = rows.find((entry) => entry.code === 'P0003')
  const told = row && rowDocument(row, sources.get(row.projectId), messagesFor('zh-CN'))
  expect(told).toMatchObject({
    planInvestment: { yuan: 300_000_000, source: { kind: 'clause', ref: expect.stringMatching(/^3-1#03 L\d+$/) } },
    totalInvestment: { yuan: 400_000_000, text: '40,000.00 万元', source: { kind: 'document', ref: '备〔2021〕18号' } },
    approvedInvestment: { yuan: 20_000_000, text: '≥ 2,000.00 万元', source: { kind: 'update', ref: expect.stringMatching(/^\d+$/) } },
    annualPlan: { yuan: null, text: '—', source: null },
  })
  expect(projectShape.shape.lights.safeParse(row && lightDocuments(row, messagesFor('en'))).success).toBe(true)
})

test('in a real library the plan is quoted as it stands', () => {
  expect(maskedQuote('加快雁翔湘玻璃项目投产')).toBe('加快雁翔湘玻璃项目投产')
})
