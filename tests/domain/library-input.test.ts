import { describe, expect, it } from 'vitest'
import { factSheetInput, sheetIssues, sheetOf } from '../../domain/fact-sheet-input'
import { issuesOf } from '../../domain/fields'
import { milestoneDatesInput, milestonesToLayInput } from '../../domain/milestone-input'
import { newUnitKind } from '../../domain/unit'

const sheet = (fields: Record<string, unknown>) => factSheetInput.safeParse({ code: 'P0001', version: '0', ...fields })
const fieldIssues = (fields: Record<string, unknown>) => {
  const parsed = sheet(fields)
  return parsed.success ? [] : issuesOf(parsed.error).map(({ field, code }) => `${field}: ${code}`)
}

describe('the fact sheet as typed', () => {
  it('leaves everything unknown that is left empty', () => {
    const { data } = sheet({ totalYuan: '', content: '  ' })
    expect(data && sheetOf(data)).toMatchObject({ totalYuan: null, content: null, approvals: [], openingYuan: null })
  })

  it('reads 万元 and drops empty rows of approvals', () => {
    const { data } = sheet({
      totalYuan: '58,267.57',
      approvals: [
        { name: '备案', number: '2021-1', day: '' },
        { name: '', number: '', day: '' },
      ],
    })
    expect(data?.totalYuan).toBe(582_675_700)
    expect(data?.approvals).toEqual([{ name: '备案', number: '2021-1', day: null }])
  })

  it('names the field that is wrong', () => {
    expect(fieldIssues({ nationalCode: '2020-43-1' })).toEqual(['nationalCode: wrong-shape'])
    expect(fieldIssues({ nationalCode: '2020-430424-30-03-012345' })).toEqual([])
    expect(fieldIssues({ totalYuan: '-1' })).toEqual(['totalYuan: not-positive'])
    expect(fieldIssues({ telephone: '<script>' })).toEqual(['telephone: wrong-shape'])
    expect(fieldIssues({ approvals: [{ name: '', number: '', day: '' }, { name: '备案' }] })).toEqual(['approvals.1.number: required'])
    expect(fieldIssues({ totalYuan: '1e309' })).toEqual(['totalYuan: not-a-number'])
  })

  it('lets no figure stand without its source, and nothing end before it begins', () => {
    const { data } = sheet({ totalYuan: '1', fullOutputYuan: '1', openingYuan: '0', startMonth: '2025-02', finishMonth: '2025-01' })
    expect(data && sheetIssues(sheetOf(data)).map(({ field, code }) => `${field}: ${code}`)).toEqual([
      'totalDocument: required',
      'fullOutputSource: required',
      'openingYear: required',
      'finishMonth: finish-before-start',
    ])
  })
})

describe('milestone forms', () => {
  it('propose only the rows with a date, and remember where they stood', () => {
    const row = (id: number, plannedOn: string) => ({ milestoneId: String(id), version: '1', plannedOn })
    const parsed = milestoneDatesInput.parse({ dates: [row(1, ''), row(2, '2025-12-31')] })
    expect(parsed.dates).toEqual([{ milestoneId: 2, version: 1, plannedOn: '2025-12-31', at: 1 }])
  })

  it('need at least one date and one work', () => {
    const none = milestoneDatesInput.safeParse({})
    expect(none.success ? [] : issuesOf(none.error)).toMatchObject([{ field: 'dates', code: 'required' }])
    const nobody = milestonesToLayInput.safeParse({ template: 'water' })
    expect(nobody.success ? [] : issuesOf(nobody.error)).toMatchObject([{ field: 'codes', code: 'required' }])
  })
})

describe('a unit named for the first time', () => {
  it('is what its name says, else what it is asked for', () => {
    expect(newUnitKind('湖南某某股份有限公司', 'responsible')).toBe('company')
    expect(newUnitKind('衡东县水利局', 'owner')).toBe('department')
    expect(newUnitKind('大浦镇', 'owner')).toBe('town')
    expect(newUnitKind('新塘镇人民政府', 'responsible')).toBe('town')
    expect(newUnitKind('衡东经开区管委会', 'responsible')).toBe('park')
    expect(newUnitKind('某某', 'owner')).toBe('company')
    expect(newUnitKind('某某', 'responsible')).toBe('department')
  })
})
