import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSteps, type SheetColumn, sheetFile } from '../app/_lib/sheet-file'
import { sheetColumns } from '../app/findings/export/columns'
import { findingSheet } from '../db/queries/finding-sheet'
import { messagesFor } from '../domain/messages'
import { finding, findingIn } from './support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { partsOf } from './support/paper'
import { giveWork } from './support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

async function sheetOf(answer: Response) {
  const bytes = await bytesOf(answer)
  const sheet = (await readXlsx(bytes)).sheets[0]!
  return { name: sheet.name, rows: sheet.rows, xml: partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '' }
}

type Row = { id: number; words: string | null; count: number | null; day: string | null }
const columns: SheetColumn<Row>[] = [
  { head: '事实', width: 20, kind: 'words', cell: (row) => row.words },
  { head: '逾期', unit: '天', width: 8, kind: 'number', cell: (row) => row.count },
  { head: '期限', width: 12, kind: 'day', cell: (row) => row.day },
]
const file = (rows: Iterable<Row> | AsyncIterable<Row>) => sheetFile({ name: '台账', fileName: '台账-2025', columns, rows })

describe('a list as a workbook', () => {
  it('comes back as it went: words, numbers and days as cells of their kind, nothing for what is not known', async () => {
    const { name, rows } = await sheetOf(
      file([
        { id: 1, words: '临边<无>&防护', count: 12, day: '2025-10-31' },
        { id: 2, words: null, count: null, day: null },
      ]),
    )
    expect(name).toBe('台账')
    expect(rows[0]).toEqual(['事实', '逾期（天）', '期限'])
    expect(rows[1]).toEqual(['临边<无>&防护', 12, new Date('2025-10-31T00:00:00Z')])
    expect((rows[2] ?? []).filter((cell) => cell !== null && cell !== '')).toEqual([])
  })

  it('has no formula in it, whatever is typed', async () => {
    const typed = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1']
    const { rows, xml } = await sheetOf(file(typed.map((words, id) => ({ id, words, count: 1, day: null }))))
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml).toContain('HYPERLINK')
    for (const [index, words] of typed.entries())
      expect(String(rows[index + 1]?.[0]).replace(/\s/g, '')).toBe(`'${words.replace(/\s/g, '')}`)
  })

  it('opens whatever was typed: what XML cannot carry is shown as such, and hides no formula', async () => {
    const typed = ['坏\u0000\u0001\ud800字', '\u202e=1+1', '\ufeff@SUM(A1)', '\uffff']
    const { rows, xml } = await sheetOf(file(typed.map((words, id) => ({ id, words, count: 1, day: null }))))
    expect(rows.slice(1).map(([words]) => words)).toEqual(['坏\ufffd\ufffd\ufffd字', "'=1+1", "'@SUM(A1)", '\ufffd'])
    expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]|[\p{Cs}\ufffe\uffff]/u)
  })

  it('is named for the reader’s machine and kept by none in between', () => {
    const { headers } = file([])
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="__-2025.xlsx"; filename*=UTF-8''${encodeURIComponent('台账-2025')}.xlsx`,
    )
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('reads on only as it is taken, and stops when the reader leaves', async () => {
    const asked: number[] = []
    const rows = inSteps((after) => {
      asked.push(after)
      const words = Array.from({ length: 40 }, () => Math.random().toString(36)).join('')
      return Array.from({ length: 200 }, (_, index) => ({ id: after + index + 1, words, count: 1, day: null }))
    })
    const reader = file(rows).body!.getReader()
    for (let chunks = 0; chunks < 4; chunks += 1) await reader.read()
    await reader.cancel()
    const before = asked.length
    await new Promise((done) => setTimeout(done, 50))
    expect(asked.length).toBeLessThanOrEqual(before + 1)
    expect(asked.length).toBeLessThan(200)
  })
})

describe('the register as a workbook', () => {
  it('has what the filter shows, all of it, in both languages, and only what the reader may know', async () => {
    const ids = Array.from({ length: 230 }, () => findingIn(t, ['assign']))
    const secret = finding.register(ctxOf(t.actors.supervisor), { facts: '=cmd|x' }).number
    const sheet = (actor: keyof TestHouse['actors'], filter: Parameters<typeof findingSheet>[1]) => {
      const rows = inSteps((after) => findingSheet(t.actors[actor], filter, testDay, after))
      return sheetOf(sheetFile({ name: '台账', fileName: 'x', columns: sheetColumns(messagesFor('zh-CN')), rows }))
    }
    const all = await sheet('supervisor', { show: 'all' })
    expect(all.rows).toHaveLength(1 + ids.length + 1)
    expect(all.rows.at(-1)).toContain(secret)
    expect(all.rows.at(-1)).toContain("'=cmd|x")
    expect(all.rows[0]).toContain('逾期（天）')
    expect(all.rows[1]).toEqual(expect.arrayContaining(['已交办', '安全', 'P0001', new Date('2025-10-30T00:00:00Z')]))
    const own = await sheet('owner', { show: 'all', category: 'safety' })
    expect(own.rows).toHaveLength(1 + ids.length)
    expect(own.rows.flat()).not.toContain(secret)
    expect(await sheet('otherOwner', {})).toMatchObject({ rows: [expect.anything()] })
    const english = sheetColumns(messagesFor('en')).map(({ head }) => head)
    expect(english).toContain('Deadline')
  })
})
