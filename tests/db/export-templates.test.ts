import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worksColumn } from '../../app/_lib/sheet-works'
import { removeExportTemplate, saveExportTemplate } from '../../db/commands/export-templates'
import { exportTemplate, exportTemplateList } from '../../db/queries/export-templates'
import { worksToExport } from '../../db/queries/export-works'
import { chainNames } from '../../db/queries/plan'
import { templateInput } from '../../domain/export-template'
import { messagesFor } from '../../domain/messages'
import { ctxOf, openTestHouse, type TestHouse } from '../support/house'
import { bytesOf, fileOf } from '../support/sheets'
import { codeOf, issuesIn } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const column = (field: string, head = '', unit = '') => ({ field, head, unit })
const input = (fields: Record<string, unknown>) =>
  templateInput.parse({ code: '', version: '0', name: '报省', columns: [column('name')], ...fields })
const save = (fields: Record<string, unknown> = {}) => saveExportTemplate(ctxOf(t.actors.bureau), input(fields))

describe('a template', () => {
  it('is there twice from the start, with heads the county has still to confirm', () => {
    expect(exportTemplateList(t.actors.owner).map(({ code, name, unconfirmed }) => [code, name, unconfirmed])).toEqual([
      ['national', '国家重大建设项目库', true],
      ['city', '市云调度', true],
    ])
  })

  it('keeps its own heads, order and units; a line that shows nothing is none', async () => {
    const columns = [column('planYuan', '规划投资额', 'yi'), column(''), column('name', '工程'), column('totalYuan'), column('serial')]
    const { code } = save({ name: '报省发改委', columns })
    const template = exportTemplate(t.actors.leader, code)
    expect(template.columns.map(({ field, head, unit }) => [field, head, unit])).toEqual([
      ['planYuan', '规划投资额', 'yi'],
      ['name', '工程', null],
      ['totalYuan', '', 'wan'],
      ['serial', '', null],
    ])
    const told = { t: messagesFor('zh-CN'), chains: chainNames(), year: 2025 }
    const rows = worksToExport(t.actors.bureau, {}, 2025, 0).filter(({ row }) => row.planYuan !== null)
    const file = fileOf({ columns: template.columns.map((one) => worksColumn(one, told)), rows })
    const sheet = (await readXlsx(await bytesOf(file))).sheets[0]!
    expect(sheet.rows[2]).toEqual(['规划投资额（亿元）', '工程', '总投资（万元）', '序号'])
    const first = rows[0]!.row
    expect(sheet.rows[3]).toEqual([first.planYuan! / 100_000_000, first.name, null, 1])
    expect(sheet.rows.at(-1)?.[3]).toBe(rows.length)
  })

  it('holds of an owner’s works only, for an owner', () => {
    expect(worksToExport(t.actors.owner, {}, 2025, 0).map(({ row }) => row.code)).toEqual(['P0001'])
    expect(worksToExport(t.actors.otherOwner, {}, 2025, 0)).toEqual([])
  })

  it('is changed at its version; the starting ones too, and they stay', () => {
    expect(save({ code: 'city', name: '市云调度', unconfirmed: '', version: '0' })).toEqual({ code: 'city', version: 1 })
    expect(exportTemplate(t.actors.bureau, 'city')).toMatchObject({ unconfirmed: false, version: 1, starting: true })
    expect(codeOf(() => save({ code: 'city', name: '市云调度', version: '0' }))).toBe('stale')
    expect(codeOf(() => removeExportTemplate(ctxOf(t.actors.bureau), { code: 'city', version: 1 }))).toBe('not-found')
  })

  it('has a name of its own and something to show', () => {
    expect(issuesIn(() => save({ name: '国家重大建设项目库' }))).toEqual(['name: template-taken'])
    expect(templateInput.safeParse({ code: '', version: '0', name: '空', columns: [column('')] }).success).toBe(false)
  })

  it('is removed for good', () => {
    const { code, version } = save({ name: '只用一次' })
    removeExportTemplate(ctxOf(t.actors.bureau), { code, version })
    expect(codeOf(() => exportTemplate(t.actors.bureau, code))).toBe('not-found')
  })
})
