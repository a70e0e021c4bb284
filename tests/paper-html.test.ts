import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { htmlPage, paperStyleHash } from '../app/_paper/html'
import { paperStyle } from '../app/_paper/html-style'
import { paperPolicy, paperStyleHashes } from '../app/_paper/policy'
import { paragraph } from '../domain/official-document'
import { findingsTable, samplePaper } from './support/paper'
import { all, attribute, type Element, parseXml } from './support/paper-xml'

/** The page is also XML but for its first line and the elements that HTML never closes. */
const tree = (page: string): Element =>
  parseXml(
    page
      .replace('<!doctype html>\n', '')
      .trimEnd()
      .replace(/<(meta|col|br)\b([^>]*)>/g, '<$1$2/>'),
  )

const page = htmlPage(samplePaper())
const names = (root: Element): string[] => [root.name, ...root.children.flatMap(names)]

describe('a paper as a page', () => {
  it('is one Chinese document with every heading in its rank', () => {
    const root = tree(page)
    expect(root.attributes).toEqual({ lang: 'zh-CN' })
    expect(all(root, 'title')[0]!.text).toBe('关于2025年第三季度全县重大项目督查情况的通报')
    expect(names(root).filter((name) => /^h\d$/.test(name))).toEqual('h1 h2 h2 h3 h3 h4 h5 h2 h2 h2 h3 h2'.split(' '))
    expect(all(root, 'main')).toHaveLength(1)
    expect(page).toContain('<h4 class="third">1.形象进度</h4>')
    expect(page).toContain('<time datetime="2025-10-20">2025年10月20日</time>')
  })

  it('runs nothing, loads nothing and leads nowhere else', () => {
    for (const name of ['script', 'link', 'img', 'iframe', 'form', 'object', 'base', 'svg']) expect(all(tree(page), name)).toEqual([])
    expect(page).not.toMatch(/https?:|url\(|@import|javascript:|\son\w+=|\sstyle=/i)
    expect(
      all(tree(page), 'a')
        .map((link) => attribute(link, 'href'))
        .every((to) => to?.startsWith('#')),
    ).toBe(true)
  })

  it('has a place for every link within it', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThanOrEqual(5)
    for (const target of targets) expect(ids).toContain(target)
    expect(ids.size).toBe([...page.matchAll(/ id="/g)].length)
  })

  it('names the columns and rows of every table', () => {
    for (const table of all(tree(page), 'table')) {
      const heads = all(all(table, 'thead')[0]!, 'th')
      expect(heads.every((cell) => ['col', 'colgroup'].includes(attribute(cell, 'scope')!))).toBe(true)
      for (const row of all(all(table, 'tbody')[0]!, 'tr')) expect(attribute(row.children[0], 'scope')).toBe('row')
    }
    expect(page).toContain('<th scope="colgroup" colspan="2">年度投资</th>')
    expect(page).toContain('<th scope="col" rowspan="2">链条</th>')
    expect(htmlPage(samplePaper({ blocks: [findingsTable(0)], annexes: [] }))).toContain('<td class="center" colspan="7">（无）</td>')
  })

  it('repeats heads and keeps rows whole when it is printed on A4', () => {
    expect(paperStyle).toContain('size: A4; margin: 37mm 26mm 35mm 28mm')
    expect(paperStyle).toContain('thead { display: table-header-group; }')
    expect(paperStyle).toContain('tr { break-inside: avoid; }')
  })

  it('lists where its figures come from, each source once', () => {
    const same = htmlPage(
      samplePaper({ blocks: [paragraph('甲', '审定数'), paragraph('乙', '督查记录'), paragraph('丙', '审定数')], annexes: [] }),
    )
    expect([...same.matchAll(/href="#account-(\d)"/g)].map(([, number]) => number)).toEqual(['1', '2', '1'])
    expect(same).toContain('<li id="account-1">审定数</li><li id="account-2">督查记录</li>')
    expect(htmlPage(samplePaper({ blocks: [paragraph('甲')], annexes: [] }))).not.toContain('数据来源')
  })

  it('marks a draft, and nothing that is issued', () => {
    const draft = htmlPage(samplePaper({ draft: true }))
    expect(draft).toContain('<main class="draft">')
    expect(draft).toContain('<p class="subtitle">（征求意见稿）</p>')
    expect(page.replace(paperStyle, '')).not.toContain('征求意见稿')
  })

  it('shows whatever was typed as text', () => {
    const nasty = '<script>alert(1)</script>"><img src=x onerror=alert(1)> & \'\u0000\u202e'
    const table = { ...findingsTable(1), caption: nasty, unit: nasty, head: [[{ text: nasty }]], rows: [[nasty, nasty]], account: nasty }
    const text = { title: nasty, number: nasty, issuer: nasty, addressee: nasty, signer: nasty, foot: nasty }
    const blocks = [paragraph(`${nasty}\n第二行`, nasty), { kind: 'heading' as const, level: 1 as const, text: nasty }, table]
    const root = tree(htmlPage(samplePaper({ ...text, blocks, annexes: [{ title: nasty, blocks: [table] }] })))
    expect([...all(root, 'script'), ...all(root, 'img')]).toEqual([])
    expect(all(root, 'br')).toHaveLength(1)
    expect(all(root, 'h1')[0]!.text).toBe('<script>alert(1)</script>"><img src=x onerror=alert(1)> & \'\ufffd')
  })

  it('is the same, byte for byte, each time', () => {
    expect(htmlPage(samplePaper())).toBe(page)
  })
})

describe('the style of kept pages', () => {
  it('is allowed by its hash alone', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
    expect(`sha256-${createHash('sha256').update(style).digest('base64')}`).toBe(paperStyleHash)
    expect(paperPolicy).toContain(`'${paperStyleHash}'`)
    expect(paperPolicy).toContain("default-src 'none'")
  })

  it('is on the list of styles that pages were ever issued with, as its newest', () => {
    expect(paperStyleHashes.at(-1)).toBe(paperStyleHash)
  })
})
