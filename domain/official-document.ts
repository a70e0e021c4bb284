import { z } from 'zod'
import { type Day, yearOf } from './calendar'

/** A paper as pure data: what a bulletin, a notice or an erratum says, before anybody draws it as Word or HTML. Its text is Chinese. */
const runSchema = z.object({ text: z.string(), bold: z.boolean().optional() })
const headingSchema = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: z.string(),
})
const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  runs: z.array(runSchema),
  /** Where the figures of this paragraph come from; shown where there is room for it (HTML). */
  account: z.string().optional(),
})
const headCellSchema = z.object({ text: z.string(), across: z.number().int().min(1).optional(), down: z.number().int().min(1).optional() })
const tableSchema = z.object({
  kind: z.literal('table'),
  caption: z.string().nullable(),
  unit: z.string().nullable(),
  head: z.array(z.array(headCellSchema)),
  /** Shares of the width, one a column: how many columns the table has. */
  widths: z.array(z.number().positive()).min(1),
  align: z.array(z.enum(['left', 'center', 'right'])),
  rows: z.array(z.array(z.string())),
  account: z.string().optional(),
})
const blockSchema = z.discriminatedUnion('kind', [headingSchema, paragraphSchema, tableSchema])

export const paperSchema = z.object({
  kind: z.enum(['bulletin', 'notice', 'erratum', 'evaluation', 'dispatch']),
  title: z.string().min(1),
  /** 文号; null leaves `〔2025〕    号` to be filled by hand. */
  number: z.string().nullable(),
  /** 发文机关 */
  issuer: z.string().min(1),
  /** False where the office prints on paper that already carries its red head. */
  redHead: z.boolean(),
  /** Carries 征求意见稿 until it is issued. */
  draft: z.boolean(),
  /** 主送 */
  addressee: z.string().nullable(),
  blocks: z.array(blockSchema),
  /** 签发人; null until somebody signs. */
  signer: z.string().nullable(),
  day: z.iso.date(),
  annexes: z.array(z.object({ title: z.string().min(1), blocks: z.array(blockSchema) })),
  /** A small line at the foot of every page. */
  foot: z.string().nullable(),
})

export type Paper = z.infer<typeof paperSchema>
export type Annex = Paper['annexes'][number]
export type Block = z.infer<typeof blockSchema>
export type Run = z.infer<typeof runSchema>
export type Heading = z.infer<typeof headingSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type HeadCell = z.infer<typeof headCellSchema>
export type PaperTable = z.infer<typeof tableSchema>
export type NumberedHeading = Heading & { number: string }
export type NumberedBlock = NumberedHeading | Paragraph | PaperTable

/** Words that a paper carries in Chinese, whatever the language of the page it is opened from. */
export const paperWords = {
  draft: '征求意见稿',
  signer: '签发人：',
  annex: '附件',
  unit: '单位：',
  noRows: '（无）',
  accounts: '数据来源',
  table: '表',
}

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text })

export function paragraph(text: string | Run[], account?: string): Paragraph {
  const runs = typeof text === 'string' ? [{ text }] : text
  return account === undefined ? { kind: 'paragraph', runs } : { kind: 'paragraph', runs, account }
}

/** Headings with the number their place gives them: 一、 （一） 1. （1）; each begins again under the heading above it. */
export function numbered(blocks: readonly Block[]): NumberedBlock[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const at = block.level - 1
    counts[at] = (counts[at] ?? 0) + 1
    counts.fill(0, at + 1)
    return { ...block, number: headingNumber(block.level, counts[at]) }
  })
}

function headingNumber(level: Heading['level'], count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`
  if (level === 2) return `（${chineseNumber(count)}）`
  return level === 3 ? `${count}.` : `（${count}）`
}

const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** 1 … 9999 as it is counted aloud: 十, 十二, 二十, 一百零三, 一百一十. */
export function chineseNumber(count: number): string {
  const figures = [...String(count)].map(Number)
  const spoken = figures.map((figure, index) => (figure === 0 ? '零' : `${digits[figure]}${places[figures.length - 1 - index]}`)).join('')
  return spoken.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** `2025年10月20日`: Arabic digits, no leading zero. */
export function paperDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 文号, or the place left for it. */
export const paperNumber = ({ number, day }: Pick<Paper, 'number' | 'day'>): string => number ?? `〔${yearOf(day)}〕    号`

/** 附件 when there is one, 附件1 … when there are more. */
export const annexMark = (index: number, count: number): string => (count === 1 ? paperWords.annex : `${paperWords.annex}${index + 1}`)

/** 附件：1.… as lines under the text. */
export function annexLines(annexes: readonly Annex[]): string[] {
  const single = annexes.length === 1
  return annexes.map(({ title }, index) => `${index === 0 ? `${paperWords.annex}：` : '　　　'}${single ? '' : `${index + 1}.`}${title}`)
}

export const addressLine = (addressee: string): string => (/[:：]$/.test(addressee) ? addressee : `${addressee}：`)

/**
 * What people typed, fit for a paper that is kept for good: without what XML cannot carry, and without marks that would
 * show the characters in another order than they are stored in.
 */
export function paperText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(unprintable, '\ufffd')
}

/** Control characters other than a new line and a tab, halves of characters, and two code points that are none. */
const unprintable = /[^\P{Cc}\n\t]|[\p{Cs}\ufffe\uffff]/gu

/** A hash or an address that fills most of a line: the words before it are not pulled apart for its sake. */
export const hasUnbroken = (runs: readonly Run[]): boolean => runs.some(({ text }) => /[!-~]{24}/.test(text))

/** Widths in whole units that together make `total`; no column is lost to rounding. */
export function sharedWidths(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  const edges = shares.map((_, index) => Math.round((total * shares.slice(0, index + 1).reduce((all, share) => all + share, 0)) / sum))
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

/** How many full-width characters wide a text is; what is not Chinese takes half of one. */
export const emsOf = (text: string): number => [...text].reduce((ems, char) => ems + (char < '\u2000' ? 0.5 : 1), 0)
