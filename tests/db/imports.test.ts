import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { orm } from '../../db/client'
import { startImport } from '../../db/commands/imports'
import { decideImportRow, undoImport } from '../../db/commands/imports-decide'
import { stepImports } from '../../db/commands/imports-steps'
import { createProject } from '../../db/commands/projects'
import { approveUpdate } from '../../db/commands/review-updates'
import { submitMonthlyUpdate } from '../../db/commands/updates'
import { projectHead } from '../../db/queries/project'
import { projectHistory } from '../../db/queries/project-history'
import { annualPlans, factSheets, projects, updates } from '../../db/schema'
import { Refusal } from '../../domain/errors'
import { rowDecisionInput } from '../../domain/import-input'
import { newProjectInput } from '../../domain/project-input'
import { monthlyInput } from '../../domain/update-input'
import { ctxOf, openTestHouse, systemCtx, type TestHouse } from '../support/house'
import { dump, importNow, importRow, killed, type Ledger, outcomes, preview, refTo, rowsOf, settle } from '../support/import-house'
import { eventCount, listRow } from '../support/library'
import { giveWork, work } from '../support/work'

let t: TestHouse
beforeEach(() => {
  t = openTestHouse()
  for (const code of ['P0001', 'P0002', 'P0003']) giveWork(t, code)
})
afterEach(() => t.close())

const reports = (rows: string[][], about: Record<string, string> = {}): Ledger => ({
  fields: ['code', 'name', 'yearToDateYuan', 'percent', 'remark'],
  rows,
  about: { purpose: 'reports', period: '2025-09', ...about },
})
const nameOf = (code: string) => work(code).name
const three = () =>
  reports([
    ['P0001', '', '1200', '30', ''],
    ['', nameOf('P0002'), '800.5', '', '正常'],
    ['', nameOf('P0003').replace(/(.)$/, ' $1'), '/', '45', ''],
  ])

const facts = (rows: string[][]): Ledger => ({
  fields: ['code', 'name', 'ownerName', 'sector', 'totalYuan', 'annualPlanYuan', 'startMonth'],
  rows,
  about: {
    ...{ purpose: 'facts', year: '2025', note: '按年初台账' },
    ...{ documentNo: '东发改〔2025〕9号', documentTitle: '补充项目', documentDay: '2025-03-01' },
  },
})
const threeFacts = () =>
  facts([
    ['P0001', '', '', '', '58267.57', '12000', '2024-03'],
    ['', '全新的试验灌渠提升', '测试乙公司', '水利', '3000', '900', '2025-02'],
    ['', '另一处从未有过的冷链仓储', '不认识的公司', '流通', '5000', '', ''],
  ])

const oneUpdate = (code: string) =>
  orm()
    .select()
    .from(updates)
    .where(eq(updates.projectId, work(code).id))
    .all()

describe('reports', () => {
  test('become months entered on behalf that wait for another person, and the list says so at once', () => {
    const id = importNow(t, three())
    expect(importRow(id)).toMatchObject({ state: 'applied', counts: { new: 3, changed: 0, same: 0 } })
    const [update] = oneUpdate('P0001')
    expect(update).toMatchObject({ status: 'submitted', current: false, yearToDateYuan: 12_000_000, percent: 30, period: '2025-09' })
    expect(update?.onBehalfSource).toBe('某镇《台账.xlsx》台账 第4行')
    expect(listRow('P0001')).toMatchObject({ reportedYuan: 12_000_000, reportedMonth: '2025-09', approvedYuan: null })
    expect(oneUpdate('P0003')[0]).toMatchObject({ yearToDateYuan: null, percent: 45 })
    expect(() => approveUpdate(ctxOf(t.actors.bureau), update?.id ?? 0)).toThrow('not-self')
  })

  test('gives the same rows as the same months typed by hand', () => {
    const typed = { ...{ code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '1200', percent: '30' } }
    const onBehalf = { onBehalfSource: '某镇《台账.xlsx》台账 第4行', onBehalfOn: '2025-10-16' }
    importNow(t, reports([['P0001', '', '1200', '30', '']]))
    const imported = { ...oneUpdate('P0001')[0], submittedAt: '' }
    const list = listRow('P0001')
    const other = openTestHouse()
    giveWork(other, 'P0001')
    submitMonthlyUpdate(ctxOf(other.actors.bureau), monthlyInput.parse({ ...typed, ...onBehalf }))
    expect(imported).toEqual({ ...oneUpdate('P0001')[0], submittedAt: '', id: imported.id })
    expect(list).toEqual(listRow('P0001'))
    other.close()
    t = openTestHouse()
  })

  test('the same file a second time is no change', () => {
    importNow(t, three())
    const before = dump()
    const id = preview(t, three(), t.actors.bureau2)
    expect(outcomes(id)).toEqual(['same', 'same', 'same'])
    expect(refusal(() => startImport(ctxOf(t.actors.bureau2), refTo(id)))).toMatchObject({ code: 'import-no-rows' })
    expect(dump()).toEqual(before)
  })

  test('refuses what a form would refuse, by the name of the cell', () => {
    const id = preview(
      t,
      reports([
        ['P0001', '', '-5', '', ''],
        ['P0002', '', '约2–3亿', '', ''],
        ['P9999', '', '5', '', ''],
        ['P0003', '', '5', '', ''],
        ['', nameOf('P0003'), '6', '', ''],
      ]),
    )
    expect(rowsOf(id).map(({ refusal }) => refusal && [refusal.cell, refusal.code])).toEqual([
      ['C4', 'not-positive'],
      ['C5', 'range'],
      ['A6', 'work-unknown'],
      null,
      ['B8', 'import-row-twice'],
    ])
  })

  test('asks for a sentence where figures are odd, and takes the one given for the whole file', () => {
    const rows = [['P0001', '', '10', '100', '']]
    const first = importNow(t, reports([['P0001', '', '50', '40', '']]))
    approveUpdate(ctxOf(t.actors.bureau2), oneUpdate('P0001')[0]?.id ?? 0)
    expect(importRow(first).state).toBe('applied')
    const bare = preview(t, reports(rows, { period: '2025-10' }))
    expect(rowsOf(bare)[0]?.refusal).toMatchObject({ code: 'needs-remark' })
    const said = preview(t, reports(rows, { period: '2025-10', note: '按结算核减' }))
    expect(rowsOf(said)[0]).toMatchObject({ outcome: 'new', warnings: ['lowered'] })
  })

  test('what was approved is corrected only with a reason, and shows before and after', () => {
    importNow(t, three())
    approveUpdate(ctxOf(t.actors.bureau2), oneUpdate('P0001')[0]?.id ?? 0)
    const wanted = [['P0001', '', '1300', '30', '']]
    expect(rowsOf(preview(t, reports(wanted)))[0]?.refusal).toMatchObject({ code: 'revision-needs-reason' })
    const id = importNow(t, reports(wanted, { note: '漏报一笔' }))
    expect(rowsOf(id)[0]).toMatchObject({
      outcome: 'changed',
      differences: [{ field: 'yearToDateYuan', before: 12_000_000, after: 13_000_000 }],
    })
    expect(oneUpdate('P0001').map(({ status, revision }) => [status, revision])).toEqual([
      ['approved', 1],
      ['submitted', 2],
    ])
  })

  test('a person decides which work is meant', () => {
    const like = `${nameOf('P0002').slice(0, -1)}二期`
    const id = preview(t, reports([['', like, '10', '', '']]))
    const [row] = rowsOf(id)
    expect(row?.outcome).toBe('doubtful')
    expect(row?.candidates?.map(({ code }) => code)).toContain('P0002')
    const decide = (decision: string, code = '') =>
      decideImportRow(ctxOf(t.actors.bureau), rowDecisionInput.parse({ ...strings(refTo(id)), row: String(row?.id), decision, code }))
    expect(decide('skip')).toMatchObject({ outcome: 'skipped' })
    expect(decide('work', 'P0002')).toMatchObject({ outcome: 'new' })
    startImport(ctxOf(t.actors.bureau), refTo(id))
    settle()
    expect(oneUpdate('P0002')[0]).toMatchObject({ yearToDateYuan: 100_000 })
  })
})

function refusal(work: () => unknown): Pick<Refusal, 'code' | 'params'> {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.params }
    throw error
  }
  return expect.fail('nothing was refused')
}

const strings = (values: Record<string, number>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

describe('facts', () => {
  test('new works, sheets and plans appear together, each for another person to approve', () => {
    const id = importNow(t, threeFacts())
    expect(importRow(id)).toMatchObject({ state: 'applied', counts: { new: 2, changed: 1 } })
    const made = orm().select().from(projects).where(eq(projects.name, '全新的试验灌渠提升')).get()
    expect(made).toMatchObject({ sector: 'water', version: 1, sourceDocument: '东发改〔2025〕9号（2025-03-01）补充项目' })
    expect(listRow(made?.code ?? '')).toMatchObject({ ownerName: '测试乙公司', totalYuan: null, annualPlanYuan: null })
    const sheets = orm()
      .select()
      .from(factSheets)
      .where(eq(factSheets.projectId, made?.id ?? 0))
      .all()
    expect(sheets).toMatchObject([{ status: 'submitted', current: false, body: { totalYuan: 30_000_000, startMonth: '2025-02' } }])
    const plans = orm()
      .select()
      .from(annualPlans)
      .where(eq(annualPlans.projectId, made?.id ?? 0))
      .all()
    expect(plans).toMatchObject([{ year: 2025, plannedYuan: 9_000_000, status: 'submitted' }])
    expect(sheets[0]?.body.totalDocument).toBe('某镇《台账.xlsx》台账 第5行')
  })

  test('every work they gave something tells so in its history, with the person, the file, the sheet and the row', () => {
    const id = importNow(t, threeFacts(), t.actors.bureau2)
    const told = (code: string) =>
      projectHistory(projectHead(t.actors.bureau, code), null).rows.flatMap(({ imported, who, action }) =>
        imported ? [[action, who?.name, imported.id, imported.fileName, imported.sheet, imported.rows]] : [],
      )
    for (const { row, projectId } of rowsOf(id)) {
      const code =
        orm()
          .select()
          .from(projects)
          .where(eq(projects.id, projectId ?? 0))
          .get()?.code ?? ''
      expect(told(code)).toEqual([['import.applied', 'test-bureau2', id, '台账.xlsx', '台账', [row]]])
    }
    expect(told('P0002')).toEqual([])
    undoImport(ctxOf(t.actors.bureau), refTo(id))
    settle()
    expect(told('P0001').map(([action, name]) => [action, name])).toEqual([
      ['import.undone', 'test-bureau'],
      ['import.applied', 'test-bureau2'],
    ])
  })

  test('what an import wrote of a work stands in its history once, in its place among the other events', () => {
    importNow(t, threeFacts())
    const head = projectHead(t.actors.leader, 'P0001')
    const { rows } = projectHistory(head, null)
    const at = rows.findIndex(({ imported }) => imported !== null)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq).toSorted((a, b) => b - a))
    expect(projectHistory(head, rows[at]?.seq ?? 0).rows.map(({ seq }) => seq)).toEqual(rows.slice(at + 1).map(({ seq }) => seq))
  })

  test('the same file a second time is no change, not even for its new works', () => {
    importNow(t, threeFacts())
    expect(outcomes(preview(t, threeFacts()))).toEqual(['same', 'same', 'same'])
  })

  test('a work made by hand meanwhile and the imported ones never share a code', () => {
    const id = preview(t, threeFacts())
    startImport(ctxOf(t.actors.bureau), refTo(id))
    const typed = { name: '手工新增', sector: 'water', documentTitle: '会议纪要', documentNo: '1号', documentDay: '2025-03-01' }
    const { code } = createProject(ctxOf(t.actors.bureau2), newProjectInput.parse(typed))
    settle()
    const codes = orm().select({ code: projects.code }).from(projects).all()
    expect(new Set(codes.map((row) => row.code)).size).toBe(codes.length)
    expect(code > (rowsOf(id).at(-1)?.newCode ?? '')).toBe(true)
  })
})

describe('all or nothing', () => {
  const cases: [string, () => Ledger][] = [
    ['reports', three],
    ['facts', threeFacts],
  ]

  test.each(cases)('%s stopped at any step show nothing, and give the same once they go on', (_, ledger) => {
    const id = preview(t, ledger())
    const before = dump()
    startImport(ctxOf(t.actors.bureau), refTo(id))
    const seen = new Set<string>()
    for (let step = 0; importRow(id).state === 'applying' && step < 50; step += 1) {
      expect(dump()).toEqual(before)
      seen.add(String(importRow(id).done))
      if (step < 4) killed()
      stepImports(systemCtx(), step < 4 ? 0.0001 : 25)
    }
    const stopped = instantless(dump())
    expect(seen.size).toBeGreaterThan(0)
    const other = openTestHouse()
    for (const code of ['P0001', 'P0002', 'P0003']) giveWork(other, code)
    importNow(other, ledger())
    expect(stopped).toEqual(instantless(dump()))
    other.close()
    t = openTestHouse()
  })

  test('what happened to a work between preview and import is not written over', () => {
    const id = preview(t, three())
    startImport(ctxOf(t.actors.bureau), refTo(id))
    stepImports(systemCtx(), 0.0001)
    const typed = { code: 'P0001', period: '2025-09', investmentBasis: 'year', investment: '7' }
    submitMonthlyUpdate(ctxOf(t.actors.owner), monthlyInput.parse(typed))
    settle()
    expect(outcomes(id)).toEqual(['refused', 'new', 'new'])
    expect(oneUpdate('P0001')).toHaveLength(1)
    expect(listRow('P0001').reportedYuan).toBe(70_000)
  })

  test.each(cases)('%s undone give back the facts and the list as before; events and the log stay', (_, ledger) => {
    const before = dump()
    const id = importNow(t, ledger())
    expect(dump()).not.toEqual(before)
    const events = eventCount()
    undoImport(ctxOf(t.actors.bureau2), refTo(id))
    settle()
    expect(importRow(id)).toMatchObject({ state: 'undone' })
    expect(dump()).toEqual(before)
    expect(eventCount()).toBe(events + 2)
    expect(rowsOf(id)).toHaveLength(3)
  })

  test('a code that an undone import had given is never given again', () => {
    const id = importNow(t, threeFacts())
    const given = rowsOf(id).flatMap(({ newCode }) => newCode ?? [])
    undoImport(ctxOf(t.actors.bureau), refTo(id))
    settle()
    const typed = { name: '手工新增', sector: 'water', documentTitle: '会议纪要', documentNo: '1号', documentDay: '2025-03-01' }
    expect(given).not.toContain(createProject(ctxOf(t.actors.bureau), newProjectInput.parse(typed)).code)
  })

  test('cannot be undone once something was built on it, and says on which works', () => {
    const id = importNow(t, three())
    approveUpdate(ctxOf(t.actors.bureau2), oneUpdate('P0002')[0]?.id ?? 0)
    expect(refusal(() => undoImport(ctxOf(t.actors.bureau), refTo(id)))).toMatchObject({
      code: 'import-built-on',
      params: { works: 'P0002' },
    })
  })

  test('an approval between the button and the last step stops the undoing, and everything stands', () => {
    const id = importNow(t, three())
    undoImport(ctxOf(t.actors.bureau), refTo(id))
    stepImports(systemCtx(), 0.0001)
    approveUpdate(ctxOf(t.actors.bureau2), oneUpdate('P0001')[0]?.id ?? 0)
    settle()
    expect(importRow(id)).toMatchObject({ state: 'applied', stopped: 'import-built-on' })
    expect(oneUpdate('P0002')).toHaveLength(1)
  })
})

const instantless = (tables: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => String(row).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '时刻'))]),
  )
