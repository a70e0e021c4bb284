import { inflateRawSync } from 'node:zlib'
import { type Block, heading, type Paper, type PaperTable, paragraph } from '../../domain/official-document'

/** A made-up bulletin with everything that a paper can carry. */
export function samplePaper(change: Partial<Paper> = {}): Paper {
  return {
    kind: 'bulletin',
    title: '关于2025年第三季度全县重大项目\n督查情况的通报',
    number: null,
    issuer: '衡东县督查室',
    redHead: true,
    draft: false,
    addressee: '各乡镇人民政府，县直有关单位',
    blocks: sampleBlocks(),
    signer: '演示甲',
    day: '2025-10-20',
    annexes: [
      { title: '督查发现问题清单', blocks: [findingsTable(12)] },
      { title: '重大项目进度表', blocks: [heading(1, '在建项目'), worksTable(14)] },
    ],
    foot: '冻结时事件链头 第1286号 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ...change,
  }
}

function sampleBlocks(): Block[] {
  return [
    paragraph('按照年度督查工作安排，督查室对全县重大项目推进情况开展了第三季度督查。现将有关情况通报如下。'),
    heading(1, '总体情况'),
    paragraph(
      [
        { text: '全县入库重大项目115个，应开工92个，已开工81个，开工率88.0%。' },
        { text: '年度计划投资按已知项目计≥14.83亿元（12个项目中4个已知）', bold: true },
        { text: '，完成进度比序时进度慢3.6个百分点。' },
      ],
      '审定数，截至2025-09-30；口径：规则第3版',
    ),
    heading(1, '抽查情况'),
    heading(2, '抽取办法'),
    paragraph(
      '本次从候选名单中分层随机抽取12个项目。候选名单哈希值为9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08，任何人可以凭导出文件重复抽取。',
    ),
    heading(2, '现场情况'),
    heading(3, '形象进度'),
    paragraph('现场所见与填报一致的9个，有差异的3个。“三通一平”未完成的2个——其中1个停工超过30天。', '督查记录'),
    heading(4, '差异说明'),
    paragraph('甲项目填报80%，现场约60%，已请发改局核实。'),
    percentTable(),
    heading(1, '有关要求'),
    paragraph('请各责任单位于2025年11月20日前完成整改并申请销号，逾期的按规定预警。'),
  ]
}

const percentTable = (): PaperTable => ({
  kind: 'table',
  caption: '分链条完成情况',
  unit: '亿元',
  head: [
    [
      { text: '链条', down: 2 },
      { text: '年度投资', across: 2 },
      { text: '开工率', down: 2 },
    ],
    [{ text: '计划' }, { text: '完成' }],
  ],
  widths: [4, 2, 2, 2],
  align: ['left', 'right', 'right', 'right'],
  rows: [
    ['甲链', '5.20', '3.10', '90.0%'],
    ['乙链', '—', '—', '—'],
  ],
  account: '冻结数据',
})

export const findingsTable = (count: number): PaperTable => ({
  kind: 'table',
  caption: null,
  unit: null,
  head: [['编号', '项目', '问题', '类别', '责任单位', '整改期限', '状态'].map((text) => ({ text }))],
  widths: [15, 14, 27, 7, 12, 15, 10],
  align: ['center', 'left', 'left', 'center', 'left', 'center', 'center'],
  rows: Array.from({ length: count }, (_, index) => [
    `2025Q3-${String(index + 1).padStart(3, '0')}`,
    `演示项目${index + 1}号标准厂房建设`,
    '施工组织不力，主体工程进度滞后于计划里程碑，现场作业人员明显不足。',
    '进度',
    '演示责任单位',
    '2025-11-20',
    index % 3 === 0 ? '整改中' : '已销号',
  ]),
})

export const worksTable = (count: number): PaperTable => ({
  kind: 'table',
  caption: null,
  unit: '万元',
  head: [['序号', '项目名称', '总投资', '年度计划', '累计完成', '形象进度'].map((text) => ({ text }))],
  widths: [6, 26, 12, 12, 12, 16],
  align: ['center', 'left', 'right', 'right', 'right', 'left'],
  rows: Array.from({ length: count }, (_, index) => [
    String(index + 1),
    `演示工程${index + 1}号`,
    index % 4 === 0 ? '—' : '58,267.57',
    '12,000.00',
    '7,530.00',
    '主体施工',
  ]),
})

/** A body that fills pages with nothing but full-width characters: one paragraph of `chars`, and a last line of its own. */
export const fullText = (chars: number): Block[] => [paragraph('衡'.repeat(chars)), paragraph('特此通报。')]

/** The parts of a package by path. */
export function partsOf(zip: Uint8Array): Record<string, string> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const parts: Record<string, string> = {}
  let entry = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at)) as [number, number, number]
    parts[bytes.toString('utf8', entry + 46, entry + 46 + nameLength)] = contentAt(bytes, entry)
    entry += 46 + nameLength + extra + comment
  }
  return parts
}

function contentAt(bytes: Buffer, entry: number): string {
  const local = bytes.readUInt32LE(entry + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const data = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))
  return (bytes.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
}
