import { describe, expect, it } from 'vitest'
import { guessHead } from '../../../domain/ledger/heads'
import { headKey, proposeMapping } from '../../../domain/ledger/mapping'
import { pastedSheet } from '../../../domain/ledger/pasted-sheet'
import { columnLetter } from '../../../domain/ledger/plain'
import { readLedger } from '../../../domain/ledger/read-ledger'
import { timeOfTitle, unitOfHead, unitOfNote } from '../../../domain/ledger/said'

const ledgerOf = (lines: readonly string[]) => readLedger(pastedSheet(lines.map((line) => line.replaceAll('|', '\t')).join('\n'), '粘贴'))

describe('a head', () => {
  it.each([
    ['项 目 名 称', 'name', true],
    ['总投资（万元）', 'totalYuan', true],
    ['投资（万元） 总投资', 'totalYuan', true],
    ['2025年计划投资（亿元）', 'annualPlanYuan', true],
    ['2025年投资（万元） 累计完成', 'yearToDateYuan', false],
    ['自开工累计完成投资', 'cumulativeYuan', false],
    ['1-9月完成投资', 'yearToDateYuan', false],
    ['9月完成投资', 'monthYuan', false],
    ['形象进度(%)', 'percent', true],
    ['形象进度', 'progressText', true],
    ['县级责任领导', 'leader', true],
    ['牵头责任单位', 'responsibleName', false],
  ])('%s speaks of %s', (head, field, sure) => expect(guessHead(head)).toMatchObject({ field, sure }))

  it('that says nothing known is not guessed', () => expect(guessHead('天气')).toBeNull())
  it('names its unit in brackets, after a stroke or at its end', () => {
    expect(['总投资（亿元）', '投资/万元', '投资额万元', '总投资(单位：元)', '单元数', '总投资'].map(unitOfHead)).toEqual([
      'yi',
      'wan',
      'wan',
      'yuan',
      null,
      null,
    ])
    expect(['单位：万元', '填报单位：元丰公司', '金额单位：亿元'].map(unitOfNote)).toEqual(['wan', null, 'yi'])
  })
  it('names columns as spreadsheets do', () =>
    expect([1, 26, 27, 52, 53, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']))
})

it('a title says its year and last month', () => {
  expect(timeOfTitle('2025年1—9月重点项目')).toEqual({ year: 2025, month: '2025-09' })
  expect(timeOfTitle('截至2025年9月底')).toEqual({ year: 2025, month: '2025-09' })
  expect(timeOfTitle('二〇二五年重点项目')).toEqual({ year: 2025, month: null })
  expect(timeOfTitle('重点项目')).toEqual({ year: null, month: null })
})

describe('a mapping', () => {
  it('leaves the doubtful one of two columns open', async () => {
    const { columns } = await ledgerOf(['项目名称|总投资（万元）|总投资额变动', '甲|1|2'])
    expect(Object.entries(proposeMapping(columns)).map(([at, { field }]) => [at, field])).toEqual([
      ['1', 'name'],
      ['2', 'totalYuan'],
    ])
  })

  it('leaves both open when they say it equally plainly', async () => {
    const { columns } = await ledgerOf(['项目名称|总投资（万元）|总投资（亿元）', '甲|1|2'])
    expect(Object.keys(proposeMapping(columns))).toEqual(['1'])
  })

  it('remembers what was decided for the sender, also to leave a column out', async () => {
    const { columns } = await ledgerOf(['项目名称|2024年天气|总投资（万元）', '甲|1|2'])
    const mapping = proposeMapping(columns, { [headKey('2025年天气')]: 'remark', [headKey('总投资（万元）')]: null })
    expect(mapping).toEqual({ 1: { field: 'name', sure: true, remembered: false }, 2: { field: 'remark', sure: true, remembered: true } })
  })

  it('knows no head by the name of a prototype', async () => {
    const { columns } = await ledgerOf(['项目名称|总投资|constructor|__proto__', '甲|1|2|3'])
    expect(Object.keys(proposeMapping(columns))).toEqual(['1', '2'])
  })
})

describe('rows', () => {
  it('a group without merged cells reaches over what it divides', async () => {
    const { headRows, columns } = await ledgerOf(['某表', '序号|项目名称|投资（万元）||备注', '||总投资|年度计划|', '1|甲|5|3|'])
    expect(headRows).toEqual([2, 3])
    expect(columns.map(({ head, unit }) => [head, unit])).toEqual([
      ['序号', null],
      ['项目名称', null],
      ['投资(万元) 总投资', 'wan'],
      ['投资(万元) 年度计划', 'wan'],
      ['备注', null],
    ])
  })

  it('a project with only a name is a project, a line of its own at the end is a note', async () => {
    const { rows } = await ledgerOf(['序号|项目名称|总投资', '1|甲|1', '|乙|', '以上为初步数||'])
    expect(rows.map(({ kind }) => kind)).toEqual(['data', 'data', 'note'])
  })

  it('a name that begins with a number in Chinese is a name', async () => {
    const { rows } = await ledgerOf(['序号|项目名称|总投资', '1|一号大桥|1', '2|三、四期厂房|2', '二|水利||', '3|合计水厂|3'])
    expect(rows.map(({ kind }) => kind)).toEqual(['data', 'data', 'section', 'data'])
  })

  it('a column without a head is shown when something stands in it', async () => {
    const { columns } = await ledgerOf(['项目名称|总投资|', '甲|1|没有表头'])
    expect(columns.at(-1)).toMatchObject({ letter: 'C', head: '', guess: null })
  })

  it('without a head every row is kept for a person to see', async () => {
    const { headRows, rows, columns } = await ledgerOf(['甲|1', '乙|2'])
    expect([headRows, rows.length, columns.length]).toEqual([null, 2, 2])
  })

  it('long heads and cells cost no more than their length', async () => {
    const long = '建设'.repeat(16_000)
    const started = performance.now()
    await ledgerOf([`项目名称|总投资|${long}`, `${long}|1|${'单位：元'.repeat(8000)}`, ' '.repeat(32_000)])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
