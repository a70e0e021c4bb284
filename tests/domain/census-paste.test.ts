import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { censusColumns, censusRow } from '../../domain/census'
import { type CensusWork, type PasteFacts, pasteLimit, previewCensus } from '../../domain/census-paste'
import { pastedCells } from '../../domain/pasted-cells'

const work = (code: string, name: string, stage: CensusWork['stage'] = 'unknown'): CensusWork => ({ code, name, version: 3, stage })
const facts: PasteFacts = {
  works: [work('P0001', '望日岩水闸'), work('P0002', '县第二水厂新建', 'withdrawn'), work('P0003', '同名工程'), work('P0004', '同名工程')],
  chains: [
    { id: 'machinery', name: '机械制造' },
    { id: 'building', name: '新型建筑建材' },
  ],
  units: ['县水利局'],
  today: '2025-10-16',
}
const preview = (text: string) => previewCensus(text, facts)
const only = (text: string) => preview(text).rows[0]!
const issues = (text: string) => only(text).issues.map(({ field, code }) => `${field}: ${code}`)

describe('a pasted census list', () => {
  it('takes the columns of the grid in order when there is no heading', () => {
    const row = only('P0001\t县水利局\t县水利局\t在建\t机械制造\t1,234.5\t东发改〔2024〕1号\t')
    expect(row.work?.code).toBe('P0001')
    expect(row.values).toEqual({
      owner: '县水利局',
      responsible: '县水利局',
      stage: 'construction',
      chain: 'machinery',
      totalYuan: '1,234.5',
      totalDocument: '东发改〔2024〕1号',
      completedOn: '',
    })
    expect(row.issues).toEqual([])
    expect(row.newUnits).toEqual([])
  })

  it('matches a work by its exact name', () => {
    expect(only('望日岩水闸\t县水利局').work?.code).toBe('P0001')
    expect(issues('望日岩\t县水利局')).toEqual(['name: work-unknown'])
  })

  it('reads headings in any order, whatever stands in their brackets', () => {
    const { rows, ignored } = preview('总投资（万元）\t项目名称\t备注\t依据文件\n500\t望日岩水闸\t无\t概算批复')
    expect(rows[0]?.values).toEqual({ totalYuan: '500', totalDocument: '概算批复' })
    expect(ignored).toEqual(['备注'])
  })

  it('does not read a total headed in 亿元 as 万元', () => {
    const { rows, ignored } = preview('编码\t总投资（亿元）\nP0001\t5')
    expect(ignored).toEqual(['总投资（亿元）'])
    expect(rows[0]?.values.totalYuan).toBeUndefined()
  })

  it('takes code and name in the first two columns, and notices when they do not belong together', () => {
    expect(only('P0001\t望日岩水闸\t县水利局').values.owner).toBe('县水利局')
    const [, second] = preview('P0001\t望日岩水闸\t县水利局\nP0002\t望日岩水闸\t县水利局').rows
    expect(second?.issues).toEqual([{ field: 'name', code: 'name-differs', params: { name: '县第二水厂新建' } }])
  })

  it('asks for the code where two works share a name, and says which code nobody has', () => {
    expect(issues('同名工程\t县水利局')).toEqual(['name: name-ambiguous'])
    expect(issues('P9999\t县水利局')).toEqual(['code: work-unknown'])
    expect(only('ｐ0001\t县水利局').work?.code).toBe('P0001')
  })

  it('points at every wrong cell', () => {
    expect(issues('P0001\t县水利局\t\t挖土中\t火箭\t三亿\t文件\t2025-02-30')).toEqual([
      'stage: not-a-choice',
      'chain: not-a-choice',
      'totalYuan: not-a-number',
      'completedOn: not-a-day',
    ])
    expect(issues('P0001\t\t\t\t\t-5\t文件')).toEqual(['totalYuan: not-positive'])
  })

  it('refuses what cannot stand together', () => {
    expect(issues('P0001\t\t\t在建\t\t\t\t2025-01-01')).toEqual(['completedOn: not-finished'])
    expect(issues('P0001\t\t\t竣工\t\t\t\t2025-12-01')).toEqual(['completedOn: in-the-future'])
    expect(issues('P0001\t\t\t\t\t500')).toEqual(['totalDocument: required'])
    expect(issues('P0001\t\t\t\t\t\t批复')).toEqual(['totalYuan: required'])
    expect(issues('P0002\t\t\t在建')).toEqual(['stage: stage-not-possible'])
    expect(issues('P0001\t\t\t停缓建')).toEqual(['stage: stage-needs-page'])
  })

  it('reads days as spreadsheets write them', () => {
    for (const day of ['2024/9/5', '2024.9.5', '2024年9月5日', '2024-09-05'])
      expect(only(`P0001\t\t\t竣工\t\t\t\t${day}`).values.completedOn).toBe('2024-09-05')
  })

  it('takes a dash for not known', () => {
    expect(only('P0001\t—\t/\t-').values).toMatchObject({ owner: '', responsible: '', stage: '' })
  })

  it('names the units it would create', () => {
    expect(only('P0001\t湖南某某公司\t县水利局').newUnits).toEqual(['owner'])
  })

  it('marks a work that is there twice', () => {
    const { rows } = preview('P0001\t甲\nP0001\t乙')
    expect(rows.map((row) => row.issues.map(({ code }) => code))).toEqual([[], ['work-twice']])
  })

  it('looks at no more than it can show, and says how many are left', () => {
    const { rows, left } = preview(Array.from({ length: pasteLimit + 7 }, (_, index) => `没有的工程${index}\t甲`).join('\n'))
    expect([rows.length, left]).toEqual([pasteLimit, 7])
  })

  it('is empty for an empty text', () => {
    expect(preview('')).toEqual({ rows: [], ignored: [], left: 0 })
    expect(preview('\n\t\n \n').rows).toEqual([])
  })

  it('never throws, and a row without issues always parses for saving', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'P0001',
        'P0002',
        'P9999',
        '望日岩水闸',
        '在建',
        '竣工',
        '机械制造',
        '12.5',
        '2024/1/2',
        '—',
        '"',
        '编码',
        '业主',
        '',
      ),
      fc.string({ maxLength: 12 }),
    )
    const table = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of preview(rows.map((cells) => cells.join('\t')).join('\n')).rows) {
          expect(row.issues.length > 0 || row.work !== null).toBe(true)
          if (row.issues.length > 0 || !row.work) continue
          const { code, version } = row.work
          expect(censusRow.safeParse({ ...row.values, code, version: String(version) }).success).toBe(true)
          expect(Object.keys(row.values).every((column) => (censusColumns as readonly string[]).includes(column))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('cells from a clipboard', () => {
  it('keeps line breaks and quotes inside a quoted cell', () => {
    expect(pastedCells('甲\t"一\n二"\t"说""好"""\r\n乙\t')).toEqual([
      ['甲', '一\n二', '说"好"'],
      ['乙', ''],
    ])
  })

  it('takes a lone quote as it stands', () => {
    expect(pastedCells('"甲\t乙')).toEqual([['"甲', '乙']])
  })

  it('gives back what a spreadsheet wrote', () => {
    const plain = fc.string({ maxLength: 10 }).map((text) => text.replace(/\r/g, '').trim())
    const quote = (text: string) => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (table) => {
        fc.pre(table.at(-1)!.some((text) => text !== ''))
        expect(pastedCells(table.map((cells) => cells.map(quote).join('\t')).join('\n'))).toEqual(table)
      }),
    )
  })

  it('takes a hostile text in no time', () => {
    const started = performance.now()
    for (const text of ['"a\t'.repeat(50_000), '"'.repeat(100_000), '""\t"'.repeat(40_000), '"\n'.repeat(50_000)]) pastedCells(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
