import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordBytes } from '../app/_paper/word'
import { findingsTable, fullText, samplePaper, worksTable } from './support/paper'
import { inkOf, missingForPdf, pdfOf, type Word, wordsOf } from './support/paper-pdf'

/** The Word file as an office program prints it: opened without a window, measured in millimetres. */
const missing = await missingForPdf()
if (missing.length > 0)
  console.warn(`NOT MEASURED: Word files are not printed here, for want of ${missing.join(', ')}. The XML checks of paper.test.ts ran.`)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengdong-paper-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.runIf(process.env.LONG)('the long form prints: LibreOffice, poppler and Noto CJK are here', () => expect(missing).toEqual([]))

const middle = ({ top, bottom }: Word): number => (top + bottom) / 2
/** Words of one line, from the top of the page: what a word's middle is near to. */
function linesOf(words: Word[]): Word[][] {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1)
    if (line && Math.abs(middle(line[0]!) - middle(word)) < 2) line.push(word)
    else lines.push([word])
  }
  return lines
}
const textOf = (line: Word[]): string =>
  [...line]
    .sort((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .join('')
const within = (value: number, wanted: number, name: string, off = 1) =>
  expect(Math.abs(value - wanted), `${name}: ${value.toFixed(2)} mm, wanted ${wanted} mm`).toBeLessThanOrEqual(off)

describe.skipIf(missing.length > 0)('a printed paper', { timeout: 180_000 }, () => {
  it('holds 22 lines of 28 characters within the margins on a full page', async () => {
    const word = await wordBytes(samplePaper({ blocks: fullText(2400), annexes: [], foot: null }))
    const pages = await wordsOf(await pdfOf(folder, 'full', word))
    const lines = linesOf(pages[1]!.filter(({ text }) => text.includes('衡')))
    expect(lines.map((line) => textOf(line).length)).toEqual(Array.from({ length: 22 }, () => 28))
    for (const line of lines) {
      within(Math.min(...line.map(({ left }) => left)), 28, 'left')
      within(Math.max(...line.map(({ right }) => right)), 210 - 26, 'right')
    }
    const pitch = (middle(lines[21]![0]!) - middle(lines[0]![0]!)) / 21
    within(pitch, 225 / 22, 'pitch', 0.1)
    within(middle(lines[0]![0]!) - pitch / 2, 37, 'top')
    within(297 - (middle(lines[21]![0]!) + pitch / 2), 35, 'bottom')
  })

  it('keeps its tables in the type area, with the head on every page and no row cut', async () => {
    const findings = findingsTable(30)
    // Each account of a finding begins and ends with a sign of its own: a row that is cut leaves one of them on another page.
    const rows = findings.rows.map((cells) => cells.map((text, at) => (at === 2 ? `※${text}§` : text)))
    const annexes = [
      { title: '问题清单', blocks: [{ ...findings, rows }] },
      { title: '进度表', blocks: [worksTable(80)] },
    ]
    const pdf = await pdfOf(folder, 'tables', await wordBytes(samplePaper({ annexes })))
    const pages = await wordsOf(pdf)
    const texts = pages.map((page) => linesOf(page).map(textOf))
    const printed = texts.map((lines, page) => ({ page, lines })).filter(({ lines }) => lines.some((line) => line.includes('整改期限')))
    expect(printed.length).toBeGreaterThanOrEqual(4)
    expect(texts.filter((lines) => lines.some((line) => line.startsWith('序号项目名称'))).length).toBeGreaterThanOrEqual(3)
    for (const { lines } of printed) {
      const count = (piece: string) => lines.join('').split(piece).length - 1
      expect(count('※')).toBeGreaterThan(0)
      expect(count('※')).toBe(count('§'))
    }
    const ink = await inkOf(pdf, printed[1]!.page + 1, 30, 265)
    within(ink.left, 28, 'left')
    within(ink.right, 210 - 26, 'right')
    within(ink.top, 37, 'top')
    expect(ink.bottom).toBeLessThanOrEqual(297 - 35 + 1)
  })

  it('numbers its pages 7 mm under the type area, odd ones at the right and even ones at the left', async () => {
    const pages = await wordsOf(await pdfOf(folder, 'whole', await wordBytes(samplePaper())))
    for (const [index, page] of pages.entries()) {
      const foot = linesOf(page.filter(({ top }) => top > 262))
      expect(textOf(foot[0]!)).toBe(`—${index + 1}—`)
      within(middle(foot[0]![0]!), 262 + 7, 'page number')
      const character = 156 / 28
      if (index % 2 === 0) within(Math.max(...foot[0]!.map(({ right }) => right)), 184 - character, 'odd')
      else within(Math.min(...foot[0]!.map(({ left }) => left)), 28 + character, 'even')
      expect(textOf(foot[1]!)).toContain('第1286号9f86d081')
    }
    expect(pages.map((page) => textOf(linesOf(page)[0]!)).filter((line) => /^附件\d$/.test(line))).toEqual(['附件1', '附件2'])
  })

  it('marks each page of a draft above the type area', async () => {
    const pages = await wordsOf(await pdfOf(folder, 'draft', await wordBytes(samplePaper({ draft: true }))))
    for (const page of pages) expect(page.filter(({ bottom }) => bottom < 37).map(({ text }) => text)).toEqual(['征求意见稿'])
  })
})
