import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SheetFormat } from '../app/_lib/sheet-file'
import { inPlaces, inSteps } from '../app/_lib/sheet-steps'
import { libraryColumns } from '../app/_lib/sheet-works'
import { annualColumns } from '../app/annual/export/columns'
import { approveAnnualPlan, submitAnnualPlan } from '../db/commands/annual-plans'
import { assignUnit } from '../db/commands/assignments'
import { approveFactSheet, submitFactSheet } from '../db/commands/fact-sheets'
import { approveUpdate } from '../db/commands/review-updates'
import { submitMonthlyUpdate } from '../db/commands/updates'
import { type AnnualRow, annualRows } from '../db/queries/annual-list'
import { worksToExport } from '../db/queries/export-works'
import { chainNames } from '../db/queries/plan'
import { annualPlanInput } from '../domain/annual-plan'
import { factSheetInput } from '../domain/fact-sheet-input'
import { messagesFor } from '../domain/messages'
import { monthlyInput } from '../domain/update-input'
import { ctxOf, openTestHouse, type TestHouse } from './support/house'
import { dump } from './support/import-house'
import { handedBack, sureFields } from './support/round-trip'
import { bytesOf, fileOf } from './support/sheets'
import { giveWork, work } from './support/work'

let t: TestHouse
const zh = messagesFor('zh-CN')
const year = 2025
const codes = ['P0001', 'P0002', 'P0003'] as const

beforeAll(() => {
  t = openTestHouse()
  for (const [at, code] of codes.entries()) tell(code, at)
  // Nothing declared of it, but somebody answers for it.
  const unit = {
    code: 'P0004',
    version: work('P0004').version,
    kind: 'responsible' as const,
    organisation: '测试发改局',
    fromDay: '2025-01-10',
  }
  assignUnit(ctxOf(t.actors.bureau), unit)
})
afterAll(() => t.close())

/** A work with everything that is declared, planned and reported, in figures that do not come out even. */
function tell(code: string, at: number): void {
  giveWork(t, code)
  const sheet = {
    ...{ code, version: '0', nationalCode: `2025-430424-04-01-${String(123450 + at)}`, constructionKind: 'new', contact: '张三' },
    ...{ content: '=一期\n=SUM(A1)，二期 3 栋', responsible: '测试发改局', startMonth: '2024-03', finishMonth: '2026-10' },
    ...{ totalYuan: `${58267.57 + at}`, totalDocument: '备案证明', telephone: '0734-5222000' },
  }
  approveFactSheet(ctxOf(t.actors.bureau), submitFactSheet(ctxOf(t.actors.owner), factSheetInput.parse(sheet)))
  const plan = { code, version: '0', year: String(year), plannedYuan: `${1234.5678 + at}`, documentNo: '东发改〔2025〕1号' }
  approveAnnualPlan(ctxOf(t.actors.bureau), submitAnnualPlan(ctxOf(t.actors.owner), annualPlanInput.parse(plan)))
  const month = {
    ...{ code, period: '2025-09', investment: `${700.01 + at}`, investmentBasis: 'year', percent: '40', step: '基础' },
    ...{ progressText: '桩基完成', remark: '按计划' },
  }
  const id = submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(month))
  approveUpdate(ctxOf(t.actors.bureau), id)
}

const told = () => ({ t: zh, chains: chainNames(), year })
const library = () => ({ columns: libraryColumns(told()), rows: inSteps((after) => worksToExport(t.actors.bureau, {}, year, after)) })
const annual = () => ({
  columns: annualColumns(year, chainNames(), zh),
  rows: inPlaces<AnnualRow, string>(
    (after) => annualRows(t.actors.bureau, { year }, after),
    ({ code }) => code,
  ),
})

async function back(list: 'library' | 'annual', format: SheetFormat) {
  const before = dump()
  const bytes = await bytesOf(list === 'library' ? fileOf(library(), format) : fileOf(annual(), format))
  const handed = await handedBack(t, bytes, `导出.${format}`, { purpose: 'facts', year: String(year) })
  expect(dump()).toEqual(before)
  return handed
}

describe('a list that went out and comes in again', () => {
  for (const format of ['xlsx', 'csv'] as const)
    for (const list of ['library', 'annual'] as const)
      it(`changes nothing: ${list} as ${format}`, async () => {
        const { rows } = await back(list, format)
        expect(rows.length).toBeGreaterThan(100)
        expect(
          rows.filter(({ outcome }) => outcome !== 'same').map(({ values, outcome, refusal }) => [values.code, outcome, refusal]),
        ).toEqual([])
        expect(rows.flatMap(({ differences }) => differences ?? [])).toEqual([])
      })

  it('is understood without a question: every column that an import reads is known by its head', async () => {
    const { layout, rows } = await back('library', 'xlsx')
    const wanted = ['code', 'nationalCode', 'name', 'ownerName', 'responsibleName', 'sector', 'town', 'level', 'category']
    const figures = ['constructionKind', 'content', 'totalYuan', 'annualPlanYuan', 'yearToDateYuan', 'startMonth', 'finishMonth']
    expect(sureFields(layout)).toEqual(expect.arrayContaining([...wanted, ...figures, 'percent', 'step', 'progressText']))
    expect(layout.columns.find(({ field }) => field === 'totalYuan')?.unit).toBe('wan')
    expect(layout.columns.find(({ field }) => field === 'annualPlanYuan')?.year).toBe(year)
    const first = rows.find(({ values }) => values.code === 'P0001')
    expect(first?.values).toMatchObject({
      totalYuan: 582_675_700,
      annualPlanYuan: 12_345_678,
      startMonth: '2024-03',
      finishMonth: '2026-10',
    })
    expect(first?.values.content).toBe('=一期\n=SUM(A1)，二期 3 栋')
  })

  it('is read as a month too: figures that stand already change nothing', async () => {
    const bytes = await bytesOf(fileOf({ ...library(), rows: (await all()).filter(({ row }) => row.approvedMonth === '2025-09') }))
    const before = dump()
    const { rows } = await handedBack(t, bytes, '导出.xlsx', { purpose: 'reports', period: '2025-09' })
    expect(dump()).toEqual(before)
    expect(rows.map(({ outcome, differences }) => [outcome, differences])).toEqual(codes.map(() => ['same', []]))
    expect(rows[0]?.values.yearToDateYuan).toBe(7_000_100)
  })

  it('says what somebody changed in it, and nothing else', async () => {
    const rows = (await all()).map((row) => (row.row.code === 'P0002' ? { ...row, row: { ...row.row, totalYuan: 700_000_000 } } : row))
    const bytes = await bytesOf(fileOf({ ...library(), rows }))
    const handed = await handedBack(t, bytes, '导出.xlsx', { purpose: 'facts', year: String(year) })
    expect(
      handed.rows
        .filter(({ outcome }) => outcome !== 'same')
        .map(({ values, outcome, differences }) => [values.code, outcome, differences]),
    ).toEqual([['P0002', 'changed', [{ field: 'totalYuan', before: 582_685_700, after: 700_000_000 }]]])
  })
})

async function all() {
  const rows = []
  for await (const row of library().rows) rows.push(row)
  return rows
}
