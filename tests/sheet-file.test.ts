import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SheetColumn, wanColumn } from '../app/_lib/sheet-columns'
import { byPage, inSteps } from '../app/_lib/sheet-steps'
import { sheetColumns } from '../app/findings/export/columns'
import { findingSheet } from '../db/queries/finding-sheet'
import { messagesFor } from '../domain/messages'
import { finding, findingIn } from './support/finding'
import { ctxOf, openTestHouse, type TestHouse, testDay } from './support/house'
import { partsOf } from './support/paper'
import { bytesOf, fileOf } from './support/sheets'
import { giveWork } from './support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
  giveWork(t, 'P0001')
})
afterAll(() => t.close())

/** Title and day stand above the head. */
const above = 2

async function sheetOf(answer: Response) {
  const bytes = await bytesOf(answer)
  const sheet = (await readXlsx(bytes)).sheets[0]!
  const parts = partsOf(bytes)
  return { name: sheet.name, rows: sheet.rows, xml: parts['xl/worksheets/sheet1.xml'] ?? '', book: parts['xl/workbook.xml'] ?? '' }
}

const zh = messagesFor('zh-CN')
type Row = { id: number; words: string | null; count: number | null; day: string | null; yuan?: number; month?: string }
const columns: SheetColumn<Row>[] = [
  { head: '事实', width: 20, kind: 'words', cell: (row) => row.words },
  { head: '逾期', unit: '天', width: 8, kind: 'number', cell: (row) => row.count },
  { head: '期限', width: 12, kind: 'day', cell: (row) => row.day },
  wanColumn('总投资', zh, (row) => row.yuan ?? null),
  { head: '开工', width: 10, kind: 'month', cell: (row) => row.month ?? null },
]
const file = (rows: Iterable<Row> | AsyncIterable<Row>) => fileOf({ columns, rows })
const some = { id: 1, words: '临边<无>&防护', count: 12, day: '2025-10-31', yuan: 582_675_700, month: '2025-03' }

describe('a list as a workbook', () => {
  it('comes back as it went: words, numbers, money, days and months as cells of their kind, nothing for what is not known', async () => {
    const { name, rows } = await sheetOf(file([some, { id: 2, words: null, count: null, day: null }]))
    expect(name).toBe('台账')
    expect(rows[0]?.[0]).toBe('台账')
    expect(rows[1]?.[0]).toBe(`截至 ${testDay}；筛选：全部（本人权限范围内）`)
    expect(rows[above]).toEqual(['事实', '逾期（天）', '期限', '总投资（万元）', '开工'])
    const [day, month] = [new Date('2025-10-31T00:00:00Z'), new Date('2025-03-01T00:00:00Z')]
    expect(rows[above + 1]).toEqual(['临边<无>&防护', 12, day, 58267.57, month])
    expect((rows[above + 2] ?? []).filter((cell) => cell !== null && cell !== '')).toEqual([])
  })

  it('keeps its head in sight, filters under it, and prints landscape with the head on every page', async () => {
    const { xml, book } = await sheetOf(file([some, { ...some, id: 2 }]))
    expect(xml).toContain('ySplit="3" topLeftCell="A4"')
    expect(xml).toContain('<autoFilter ref="A3:E5"/>')
    expect(xml).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(book).toContain(`'台账'!$3:$3</definedName>`)
    expect(book).toContain(`'台账'!$A$3:$E$5</definedName>`)
  })

  it('has no formula in it, whatever is typed', async () => {
    const typed = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1']
    const { rows, xml } = await sheetOf(file(typed.map((words, id) => ({ id, words, count: 1, day: null }))))
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml).toContain('HYPERLINK')
    for (const [index, words] of typed.entries())
      expect(String(rows[above + index + 1]?.[0]).replace(/\s/g, '')).toBe(`'${words.replace(/\s/g, '')}`)
  })

  it('opens whatever was typed: what XML cannot carry is shown as such, and hides no formula', async () => {
    const typed = ['坏\u0000\u0001\ud800字', '\u202e=1+1', '\ufeff@SUM(A1)', '\uffff']
    const { rows, xml } = await sheetOf(file(typed.map((words, id) => ({ id, words, count: 1, day: null }))))
    expect(rows.slice(above + 1).map(([words]) => words)).toEqual(['坏\ufffd\ufffd\ufffd字', "'=1+1", "'@SUM(A1)", '\ufffd'])
    expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]|[\p{Cs}\ufffe\uffff]/u)
  })

  it('is named for the reader’s machine and kept by none in between', () => {
    const { headers } = file([])
    const name = `台账-${testDay}`
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="__-${testDay}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
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
    for (let chunks = 0; chunks < 12; chunks += 1) await reader.read()
    await reader.cancel()
    const before = asked.length
    await new Promise((done) => setTimeout(done, 50))
    expect(asked.length).toBeLessThanOrEqual(before + 1)
    expect(asked.length).toBeLessThan(200)
  })

  it('fails as a whole where a row cannot be read, and not as a short file', async () => {
    const rows = inSteps((after) => {
      if (after > 0) throw new Error('gone')
      return [{ id: 1, words: 'x', count: 1, day: null }]
    })
    await expect(bytesOf(file(rows))).rejects.toThrow('gone')
  })

  it('lets others have their turn between two steps', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const pages = byPage(100, (page) => (page > 100 ? [] : Array.from({ length: 100 }, (_, at) => ({ ...some, id: page * 100 + at }))))
    expect((await sheetOf(file(pages))).rows).toHaveLength(above + 1 + 10_000)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
  })
})

describe('a list as text', () => {
  it('has the same columns, a mark for its encoding, and no formula', async () => {
    const rows = [
      { ...some, words: '=1+1, "a"\n二' },
      { id: 2, words: null, count: null, day: null },
    ]
    const answer = fileOf({ columns, rows }, 'csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = await bytesOf(answer)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes).split('\r\n')
    expect(text[above]).toBe('事实,逾期（天）,期限,总投资（万元）,开工')
    expect(text[above + 1]).toBe(`"'=1+1, ""a""\n二",12,2025-10-31,58267.57,2025-03`)
    expect(text[above + 2]).toBe(',,,,')
  })
})

describe('the register as a workbook', () => {
  it('has what the filter shows, all of it, in both languages, and only what the reader may know', async () => {
    const ids = Array.from({ length: 230 }, () => findingIn(t, ['assign']))
    const secret = finding.register(ctxOf(t.actors.supervisor), { facts: '=cmd|x' }).number
    const sheet = (actor: keyof TestHouse['actors'], filter: Parameters<typeof findingSheet>[1]) => {
      const rows = inSteps((after) => findingSheet(t.actors[actor], filter, testDay, after))
      return sheetOf(fileOf({ columns: sheetColumns(zh), rows }))
    }
    const all = await sheet('supervisor', { show: 'all' })
    expect(all.rows).toHaveLength(above + 1 + ids.length + 1)
    expect(all.rows.at(-1)).toContain(secret)
    expect(all.rows.at(-1)).toContain("'=cmd|x")
    expect(all.rows[above]).toContain('逾期（天）')
    expect(all.rows[above + 1]).toEqual(expect.arrayContaining(['已交办', '安全', 'P0001', new Date('2025-10-30T00:00:00Z')]))
    const own = await sheet('owner', { show: 'all', category: 'safety' })
    expect(own.rows).toHaveLength(above + 1 + ids.length)
    expect(own.rows.flat()).not.toContain(secret)
    expect((await sheet('otherOwner', {})).rows).toHaveLength(above + 1)
    const english = sheetColumns(messagesFor('en')).map(({ head }) => head)
    expect(english).toContain('Deadline')
  })
})
