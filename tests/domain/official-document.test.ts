import { describe, expect, it } from 'vitest'
import {
  addressLine,
  annexLines,
  annexMark,
  type Block,
  chineseNumber,
  emsOf,
  hasUnbroken,
  heading,
  numbered,
  paperDate,
  paperNumber,
  paperSchema,
  paperText,
  paragraph,
  sharedWidths,
} from '../../domain/official-document'
import { samplePaper } from '../support/paper'

describe('numbers of headings', () => {
  it('are counted in Chinese beyond ten, with 零 where a place is empty', () => {
    const spoken = [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 1000, 1001, 1010, 2025].map(chineseNumber)
    expect(spoken).toEqual(
      '一 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十 二千零二十五'.split(' '),
    )
  })

  it('begin again under the heading above them', () => {
    const levels = [1, 2, 3, 4, 4, 3, 2, 3, 1, 2] as const
    const blocks: Block[] = levels.map((level) => heading(level, '甲'))
    expect(numbered(blocks).map((block) => block.kind === 'heading' && block.number)).toEqual(
      '一、 （一） 1. （1） （2） 2. （二） 1. 二、 （一）'.split(' '),
    )
  })

  it('leave the text between them as it is', () => {
    const text = paragraph('乙', '来源')
    expect(numbered([text, heading(1, '甲'), text])).toEqual([text, { kind: 'heading', level: 1, text: '甲', number: '一、' }, text])
  })
})

describe('a paper', () => {
  it('is plain data that its schema reads back unchanged', () => {
    const paper = samplePaper()
    expect(paperSchema.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper)
    expect(paperSchema.safeParse({ ...paper, day: '2025-02-30' }).success).toBe(false)
  })

  it('writes its day with Arabic digits and leaves the number to be filled', () => {
    expect(paperDate('2025-10-20')).toBe('2025年10月20日')
    expect(paperDate('2026-01-05')).toBe('2026年1月5日')
    expect(paperNumber({ number: null, day: '2025-10-20' })).toBe('〔2025〕    号')
    expect(paperNumber({ number: '东督〔2025〕7号', day: '2025-10-20' })).toBe('东督〔2025〕7号')
  })

  it('numbers annexes only when there are several', () => {
    const annex = (title: string) => ({ title, blocks: [] })
    expect(annexLines([annex('甲')])).toEqual(['附件：甲'])
    expect(annexLines([annex('甲'), annex('乙')])).toEqual(['附件：1.甲', '　　　2.乙'])
    expect([annexMark(0, 1), annexMark(1, 2)]).toEqual(['附件', '附件2'])
  })

  it('closes the line of those it is sent to with one colon', () => {
    expect(['各单位', '各单位：', '各单位:'].map(addressLine)).toEqual(['各单位：', '各单位：', '各单位:'])
  })
})

describe('what people typed', () => {
  it('loses only what no file can carry or what reorders it', () => {
    expect(paperText('甲\0乙\u0007\ud800丙😀\tA\r\nB')).toBe('甲\ufffd乙\ufffd\ufffd丙😀\tA\nB')
    expect(paperText('合格\u202e格合\u2066')).toBe('合格格合')
  })

  it('is measured in full-width characters', () => {
    expect(emsOf('2025年10月20日')).toBe(7)
    expect(emsOf('衡东县督查室')).toBe(6)
  })

  it('is not pulled apart beside a hash', () => {
    expect(hasUnbroken([{ text: `哈希值为${'9f'.repeat(32)}` }])).toBe(true)
    expect(hasUnbroken([{ text: '编号2025Q3-001，期限2025-11-20' }])).toBe(false)
  })
})

it('shares a width without losing a unit to rounding', () => {
  expect(sharedWidths([1, 1, 1], 100)).toEqual([33, 34, 33])
  for (const shares of [[15, 14, 27, 7, 12, 15, 10], [0.1, 0.2, 0.3], [7]]) {
    expect(sharedWidths(shares, 8845).reduce((sum, width) => sum + width)).toBe(8845)
  }
})
