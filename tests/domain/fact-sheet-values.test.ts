import { describe, expect, it } from 'vitest'
import { blankSheet } from '../../domain/fact-sheet'
import { factSheetInput, sheetOf } from '../../domain/fact-sheet-input'
import { approvalRows, sheetValues } from '../../domain/fact-sheet-values'

const sheet = {
  ...blankSheet,
  content: '两条线',
  totalYuan: 582_675_700,
  totalDocument: '备案证',
  openingYuan: 0,
  openingYear: 2022,
  approvals: [
    { name: '环评', number: '1号', day: '2024-01-02' },
    { name: '用地', number: '2号', day: null },
  ],
}

describe('a fact sheet as the texts of its form', () => {
  it('comes back the same when it is handed in again', () => {
    const { approvals: _rows, ...plain } = sheet
    const values = sheetValues(sheet)
    const rows = [0, 1].map((at) => ({
      name: values[`approvals.${at}.name`],
      number: values[`approvals.${at}.number`],
      day: values[`approvals.${at}.day`],
    }))
    const typed = factSheetInput.parse({ ...values, approvals: rows, code: 'P0001', version: '1' })
    expect(sheetOf(typed)).toEqual({ ...plain, approvals: sheet.approvals })
  })

  it('says nothing for what is not known, and 0 for what is none', () => {
    expect(sheetValues(blankSheet).totalYuan).toBe('')
    expect(sheetValues(sheet).openingYuan).toBe('0')
  })

  it('shows the approvals there are and room for more, also those of a draft', () => {
    expect(approvalRows(sheetValues(blankSheet), 2)).toBe(2)
    expect(approvalRows(sheetValues(sheet), 2)).toBe(4)
    expect(approvalRows({ 'approvals.7.number': '8号', 'approvals.9.name': '' }, 2)).toBe(10)
    expect(approvalRows({ 'approvals.19.name': '末' }, 2)).toBe(20)
  })
})
