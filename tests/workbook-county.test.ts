import { describe, expect, it } from 'vitest'
import { pastedSheet } from '../domain/ledger/pasted-sheet'
import { readLedger } from '../domain/ledger/read-ledger'
import { county } from './support/workbooks/county'
import { countyTold } from './support/workbooks/county-told'
import { ledgerOf, mapped, passedOver, told } from './support/workbooks/told'

describe('ledgers as the county sends them', () => {
  it('are twelve', () => expect(county).toHaveLength(12))

  for (const { name, fileName, file, sheet } of county)
    it(`${name} is read right, or refused at the named cell`, async () => {
      const ledger = await ledgerOf(file(), fileName, sheet)
      const { headRows: head, titles, unit, year, month } = ledger
      const read = { head, titles, unit, year, month, columns: mapped(ledger), passedOver: passedOver(ledger), rows: told(ledger) }
      expect(read).toEqual(countyTold[name])
    })

  it('hidden rows and columns are kept and marked', async () => {
    const { file, fileName, sheet } = county[4]!
    const ledger = await ledgerOf(file(), fileName, sheet)
    expect(ledger.rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([3])
    expect(ledger.columns.filter(({ hidden }) => hidden).map(({ letter }) => letter)).toEqual(['C'])
    expect((await ledgerOf(file(), fileName, 2)).hidden).toBe(true)
  })

  it('a data row knows the section it stands under', async () => {
    const ledger = await ledgerOf(county[1]!.file(), 'x.xlsx')
    const sections = ledger.rows.filter(({ kind }) => kind === 'data').map(({ section }) => section)
    expect(sections).toEqual(['一、工业项目', '一、工业项目', '二 水利项目（2个）', '二 水利项目（2个）'])
  })

  it('a sheet of explanations has no head, and a person may point at one', async () => {
    const { file, fileName } = county[4]!
    expect((await ledgerOf(file(), fileName, 0)).headRows).toBeNull()
    expect((await ledgerOf(file(), fileName, 1, { headRow: 1 })).headRows).toEqual([1, 1])
  })

  it('a pasted range is read by the same rules', async () => {
    const pasted =
      '某镇2025年9月\n序号\t项目名称\t总投资（亿元）\t年度计划（万元）\t开工时间\n1\t"示例\n道路"\t约1.5\t３００\t2025.1\n\t合计\t1.5\t300\t\n'
    const ledger = await readLedger(pastedSheet(pasted, '粘贴'))
    expect(passedOver(ledger)).toEqual(['4 total'])
    expect(told(ledger)).toEqual([
      {
        row: 3,
        values: { name: '示例道路', totalYuan: 150_000_000, annualPlanYuan: 3_000_000 },
        flags: { B3: 'line-break', C3: 'approximate', D3: 'full-width' },
        refused: { E3: 'ambiguous-month' },
      },
    ])
  })

  it('says the year a person gives, not the one of the title', async () => {
    const ledger = await ledgerOf(county[0]!.file(), 'x.xlsx', 0, { year: 2024 })
    expect([ledger.year, ledger.month]).toEqual([2024, null])
  })
})
