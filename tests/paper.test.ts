import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { signatureIndents } from '../app/_paper/closing'
import { columnsOf } from '../app/_paper/columns'
import { placedHead } from '../app/_paper/table'
import { wordBytes } from '../app/_paper/word'
import { paragraph } from '../domain/official-document'
import { findingsTable, partsOf, samplePaper } from './support/paper'
import { orderFaults } from './support/paper-order'
import { all, attribute, child, type Element, parseXml, textOf } from './support/paper-xml'
import { repo } from './support/source'

const mm = (twentieths: string | undefined): number => (Number(twentieths) / 1440) * 25.4
const written = ['word/document.xml', 'word/styles.xml', 'word/fontTable.xml', 'word/footer1.xml', 'word/footer2.xml']

let parts: Record<string, string>
let body: Element
beforeAll(async () => {
  parts = partsOf(await wordBytes(samplePaper()))
  body = parseXml(parts['word/document.xml']!)
})

const pieces = async (change: Parameters<typeof samplePaper>[0]) => partsOf(await wordBytes(samplePaper(change)))
const paragraphsOf = (root: Element) => all(root, 'w:p')
const styleOf = (one: Element) => attribute(child(child(one, 'w:pPr'), 'w:pStyle'), 'w:val')
const styled = (style: string) => paragraphsOf(body).filter((one) => styleOf(one) === style)
const style = (id: string) => all(parseXml(parts['word/styles.xml']!), 'w:style').find((one) => attribute(one, 'w:styleId') === id)!

describe('the page', () => {
  it('is A4 with a type area of 156 × 225 mm in the place the standard gives it', () => {
    const size = all(body, 'w:pgSz')[0]
    const margin = all(body, 'w:pgMar')[0]!.attributes
    const [width, height] = [mm(attribute(size, 'w:w')), mm(attribute(size, 'w:h'))]
    expect([width, height].map(Math.round)).toEqual([210, 297])
    expect(['w:top', 'w:left', 'w:right', 'w:bottom'].map((side) => Math.round(mm(margin[side]) * 10) / 10)).toEqual([37, 28, 26, 35])
    expect(width - mm(margin['w:left']) - mm(margin['w:right'])).toBeCloseTo(156, 1)
    expect(height - mm(margin['w:top']) - mm(margin['w:bottom'])).toBeCloseTo(225, 1)
  })

  it('has a grid of 22 lines, and text set so that 28 characters fill a line', () => {
    const grid = all(body, 'w:docGrid')[0]!.attributes
    const pitch = Number(grid['w:linePitch'])
    expect(grid['w:type']).toBe('lines')
    expect(Math.floor(12756 / pitch)).toBe(22)
    const character = 16 * 20 + Number(attribute(all(styled('Body')[0]!, 'w:spacing')[0], 'w:val'))
    expect(Math.floor(8845 / character)).toBe(28)
    expect((16 + Number(grid['w:charSpace']) / 4096) * 28).toBeCloseTo(8845 / 20, 0)
    expect(attribute(child(child(style('Body'), 'w:pPr'), 'w:ind'), 'w:firstLineChars')).toBe('200')
  })

  it('carries its number at the outer side, one character from the edge, odd and even pages apart', () => {
    expect(all(parseXml(parts['word/settings.xml']!), 'w:evenAndOddHeaders')).toHaveLength(1)
    const kinds = all(body, 'w:footerReference').map((one) => attribute(one, 'w:type'))
    expect(kinds).toEqual(['default', 'even'])
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((path) => paragraphsOf(parseXml(parts[path]!))[0]!)
    expect(footers.map((one) => attribute(child(child(one, 'w:pPr'), 'w:jc'), 'w:val'))).toEqual(['right', 'left'])
    expect(footers.map((one) => child(child(one, 'w:pPr'), 'w:ind')!.attributes)).toEqual([{ 'w:right': '315' }, { 'w:left': '315' }])
    for (const one of footers) {
      expect(all(one, 'w:instrText').map(({ text }) => text)).toEqual(['PAGE'])
      expect(textOf(one)).toBe('—  —')
      expect(new Set(all(one, 'w:sz').map((size) => attribute(size, 'w:val')))).toEqual(new Set(['28']))
      expect(new Set(all(one, 'w:rFonts').map((face) => attribute(face, 'w:eastAsia')))).toEqual(new Set(['宋体']))
    }
    expect(parts['word/footer1.xml']).toContain('第1286号 9f86d081884c7d65')
  })
})

describe('type', () => {
  const faces: Record<string, [string, string]> = {
    Title: ['方正小标宋简体', '44'],
    Body: ['仿宋_GB2312', '32'],
    Heading1: ['黑体', '32'],
    Heading2: ['楷体_GB2312', '32'],
    Heading3: ['仿宋_GB2312', '32'],
    Heading4: ['仿宋_GB2312', '32'],
    HeadCell24: ['黑体', '24'],
    Cell24: ['仿宋_GB2312', '24'],
  }

  it('names its Chinese face and its size on every run and in every style', () => {
    for (const [id, [face, size]] of Object.entries(faces)) {
      const runs = styled(id).flatMap((one) => all(one, 'w:r'))
      expect(runs.length, id).toBeGreaterThan(0)
      for (const run of [...runs, style(id)]) {
        expect(attribute(child(child(run, 'w:rPr'), 'w:rFonts'), 'w:eastAsia'), id).toBe(face)
        expect(attribute(child(child(run, 'w:rPr'), 'w:sz'), 'w:val'), id).toBe(size)
      }
    }
    const every = written.filter((path) => path !== 'word/fontTable.xml').flatMap((path) => all(parseXml(parts[path]!), 'w:r'))
    expect(every.length).toBeGreaterThan(200)
    for (const run of every) expect(attribute(child(child(run, 'w:rPr'), 'w:rFonts'), 'w:eastAsia')).toBeTruthy()
  })

  it('says which faces stand in where one is missing', () => {
    const fonts = all(parseXml(parts['word/fontTable.xml']!), 'w:font')
    expect(fonts.map((font) => attribute(font, 'w:name'))).toEqual(['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'])
    for (const font of fonts) expect(attribute(child(font, 'w:altName'), 'w:val')).toBeTruthy()
  })

  it('makes headings of the third level bold and those of the fourth not', () => {
    const bold = (id: string) => styled(id).flatMap((one) => all(one, 'w:b')).length > 0
    expect([bold('Heading3'), bold('Heading4'), bold('Heading1')]).toEqual([true, false, false])
    expect(attribute(all(style('Heading2'), 'w:outlineLvl')[0], 'w:val')).toBe('1')
  })

  it('numbers the headings of the text and of each annex', () => {
    expect(styled('Heading1').map(textOf)).toEqual(['一、总体情况', '二、抽查情况', '三、有关要求', '一、在建项目'])
    expect([...styled('Heading2'), ...styled('Heading3'), ...styled('Heading4')].map(textOf)).toEqual([
      '（一）抽取办法',
      '（二）现场情况',
      '1.形象进度',
      '（1）差异说明',
    ])
  })
})

describe('the head and the foot of the text', () => {
  it('leaves the number to be filled and shows who signs beside it', () => {
    const texts = paragraphsOf(body).map(textOf)
    expect(texts).toContain('〔2025〕    号签发人：演示甲')
    expect(texts).toContain('2025年10月20日')
    expect(texts).toContain('各乡镇人民政府，县直有关单位：')
    expect(texts.filter((text) => text.includes('重大项目') && text.includes('督查情况的通报'))).toHaveLength(1)
  })

  it('prints a red head over a red line, or leaves its room on paper that has one', async () => {
    const rule = (root: Element) => attribute(all(paragraphsOf(root).find((one) => styleOf(one) === 'Rule')!, 'w:bottom')[0], 'w:val')
    expect(textOf(styled('Issuer')[0]!)).toBe('衡东县督查室')
    expect(new Set(all(styled('Issuer')[0]!, 'w:color').map((one) => attribute(one, 'w:val')))).toEqual(new Set(['FF0000']))
    const bare = parseXml((await pieces({ redHead: false }))['word/document.xml']!)
    expect(textOf(paragraphsOf(bare).find((one) => styleOf(one) === 'Issuer')!)).toBe('')
    expect([rule(body), rule(bare)]).toEqual([undefined, 'none'])
    expect(all(bare, 'w:color')).toEqual([])
  })

  it('puts the day four characters from the edge and the office over its middle', () => {
    expect(signatureIndents(6, 7)).toEqual({ issuer: 4.5, day: 4 })
    expect(signatureIndents(20, 7)).toEqual({ issuer: 0, day: 6.5 })
  })

  it('marks a draft on every page and under the title until it is issued', async () => {
    const draft = await pieces({ draft: true })
    const headers = Object.keys(draft).filter((path) => /^word\/header\d\.xml$/.test(path))
    expect(headers).toHaveLength(2)
    for (const path of headers) expect(textOf(parseXml(draft[path]!))).toBe('征求意见稿')
    expect(draft['word/document.xml']).toContain('（征求意见稿）')
    expect(Object.keys(parts).some((path) => path.startsWith('word/header'))).toBe(false)
    expect(Object.values(parts).join('')).not.toContain('征求意见稿')
  })
})

describe('annexes and tables', () => {
  it('begins each annex on a new page under its number', () => {
    const breaks = paragraphsOf(body).filter((one) => all(one, 'w:pageBreakBefore').length > 0)
    expect(breaks.map(textOf)).toEqual(['附件1', '附件2'])
  })

  it('repeats the head of a table and splits no row', () => {
    const tables = all(body, 'w:tbl')
    expect(tables).toHaveLength(3)
    for (const table of tables) {
      const rows = table.children.filter((one) => one.name === 'w:tr')
      const heads = rows.filter((row) => all(row, 'w:tblHeader').length > 0)
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true)
      expect(heads).toEqual(rows.slice(0, heads.length))
      expect(heads.length).toBe(table === tables[0] ? 2 : 1)
    }
  })

  it('makes a table exactly as wide as the type area', () => {
    for (const table of all(body, 'w:tbl')) {
      const columns = all(table, 'w:gridCol').map((one) => Number(attribute(one, 'w:w')))
      expect(columns.reduce((sum, width) => sum + width)).toBe(8845)
      expect(all(table, 'w:tblW')[0]!.attributes).toMatchObject({ 'w:w': '8845', 'w:type': 'dxa' })
      expect(attribute(all(table, 'w:tblLayout')[0], 'w:type')).toBe('fixed')
    }
  })

  it('places the cells of a head that reach over columns and down rows', () => {
    const { head } = {
      head: [
        [
          { text: '甲', down: 2 },
          { text: '乙', across: 2 },
          { text: '丙', down: 2 },
        ],
        [{ text: '丁' }, { text: '戊' }],
      ],
    }
    expect(placedHead(head, 4).map((cells) => cells.map(({ at }) => at))).toEqual([
      [0, 1, 3],
      [1, 2],
    ])
  })

  it('gives a column room for its figures, and more columns smaller type', () => {
    const row = ['2025Q3-001', '演示', '58,267.57', '2025-11-20', '9f'.repeat(32)]
    const table = { ...findingsTable(0), head: [], widths: [1, 40, 1, 1, 20], rows: [row] }
    const { widths, size } = columnsOf(table)
    expect(size).toBe(24)
    expect(widths.reduce((sum, width) => sum + width)).toBe(8845)
    for (const at of [0, 2, 3]) expect(widths[at]).toBeGreaterThanOrEqual(row[at]!.length * 0.5 * 240 + 120)
    expect(widths[1]! / widths[4]!).toBeCloseTo(2, 1)
    const wide = (columns: number) => columnsOf({ ...table, widths: Array.from({ length: columns }, () => 1), rows: [] }).size
    expect([6, 7, 9].map(wide)).toEqual([24, 21, 18])
    const crowded = Array.from({ length: 6 }, () => '1,234,567,890.12')
    expect(columnsOf({ ...table, widths: crowded.map(() => 1), rows: [crowded] }).size).toBe(18)
  })

  it('says so where a table has no rows', async () => {
    const empty = await pieces({ blocks: [findingsTable(0)], annexes: [] })
    expect(textOf(parseXml(empty['word/document.xml']!))).toContain('状态（无）')
  })
})

describe('the file', () => {
  it('keeps every part in the order that ECMA-376 gives', async () => {
    const draft = await pieces({ draft: true, signer: null })
    const checked = [...written.map((path) => parts[path]!), draft['word/document.xml']!, draft['word/header1.xml']!]
    expect(checked.flatMap((xml) => orderFaults(parseXml(xml)))).toEqual([])
  })

  it('finds a wrong order, a stranger and a double', () => {
    const faults = (xml: string) => orderFaults(parseXml(xml))
    expect(faults('<w:pPr><w:jc/><w:spacing/></w:pPr>')).toEqual(['/w:pPr: w:spacing comes too late'])
    expect(faults('<w:tr><w:tc/><w:trPr/></w:tr>')).toEqual(['/w:tr: w:trPr comes too late'])
    expect(faults('<w:p><w:r><w:rPr><w:color/><w:sz/><w:jc/></w:rPr></w:r></w:p>')).toEqual(['/w:p/w:r/w:rPr: w:jc has no place'])
    expect(faults('<w:sectPr><w:pgSz/><w:pgSz/></w:sectPr>')).toEqual(['/w:sectPr: w:pgSz twice'])
    expect(faults('<w:body><w:tbl/><w:p/><w:tbl/><w:sectPr/></w:body>')).toEqual([])
    expect(() => parseXml('<a><b></a></b>')).toThrow()
    expect(() => parseXml('<a>x & y</a>')).toThrow()
  })

  it('is the same, byte for byte, on another day and in another time zone', async () => {
    vi.useFakeTimers({ now: Date.parse('2031-05-04T01:02:03Z') })
    const first = await wordBytes(samplePaper())
    vi.useFakeTimers({ now: Date.parse('2026-11-24T13:00:00Z') })
    vi.stubEnv('TZ', 'America/Los_Angeles')
    const second = await wordBytes(samplePaper())
    vi.useRealTimers()
    vi.unstubAllEnvs()
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, await wordBytes(samplePaper({ day: '2025-10-21' })))).not.toBe(0)
    expect(parts['docProps/core.xml']).toContain('>2025-10-20T00:00:00Z</dcterms:modified>')
  })

  it('carries whatever was typed as text', async () => {
    const nasty = '<w:p/> & "引号" \u0000\ud800 =1+1 ]]>'
    const paper = await pieces({ title: nasty, issuer: nasty, foot: nasty, blocks: [paragraph(`${nasty}\n第二行`)], annexes: [] })
    const root = parseXml(paper['word/document.xml']!)
    expect(textOf(root)).toContain('<w:p/> & "引号" \ufffd\ufffd =1+1 ]]>第二行')
    expect(all(root, 'w:br')).toHaveLength(1)
    expect(() => parseXml(paper['docProps/core.xml']!)).not.toThrow()
  })

  it('costs at most 5 s and 300 MB with 120 findings and 200 projects', { timeout: 60_000 }, () => {
    const args = ['--import', 'tsx', join(repo, 'tests/support/paper-cost.ts')]
    const report = execFileSync(process.execPath, args, { cwd: repo, encoding: 'utf8' }).trim()
    const [, rows, ms, rss] = /^word rows=(\d+) ms=(\d+) rssMB=(\d+)/.exec(report)!.map(Number)
    console.log(report)
    expect(rows).toBe(320)
    expect(ms).toBeLessThanOrEqual(5000)
    expect(rss).toBeLessThanOrEqual(300)
  })
})
