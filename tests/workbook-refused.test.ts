import { writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '../app/_lib/workbook'
import { pastedSheet } from '../domain/ledger/pasted-sheet'
import { readLedger } from '../domain/ledger/read-ledger'
import type { FileCode, RawRow } from '../domain/ledger/shapes'
import { UnreadableFile } from '../domain/ledger/unreadable'
import { messagesFor } from '../domain/messages'
import { bookOf, type Made, partsOf } from './support/workbooks/book'
import { ledgerOf, mapped, told } from './support/workbooks/told'
import { type Part, zipOf } from './support/workbooks/zip'

const small = {
  sheets: [
    {
      name: '表',
      rows: [
        ['项目名称', '总投资（万元）'],
        ['甲', 1],
      ] as Made[][],
    },
  ],
}
const sheetPart = (rows: string): Part[] =>
  partsOf(small).map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, text: `<worksheet><sheetData>${rows}</sheetData></worksheet>` } : part,
  )

async function rowsOf(file: Uint8Array, fileName = '表.xlsx'): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for (const sheet of (await openWorkbook(file, fileName)).sheets) for await (const row of sheet.rows) rows.push(row)
  return rows
}

async function refusal(file: Uint8Array, fileName?: string): Promise<UnreadableFile> {
  const thrown = await rowsOf(file, fileName).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof UnreadableFile)) throw new Error(`not refused with a sentence: ${thrown}`)
  return thrown
}

const ole = (content: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(content, 'utf16le')])
const zeros = Buffer.alloc(250_000_000, '<a/>')
const extra = (name: string): Buffer => zipOf([...partsOf(small), { name, text: '<x/>' }])

const refused: [string, FileCode, () => Buffer, string?][] = [
  ['nothing at all', 'file-empty', () => Buffer.alloc(0)],
  ['more than may be sent', 'file-too-large', () => Buffer.alloc(20_000_001)],
  ['the old .xls', 'file-xls', () => ole('Workbook'), '旧.xls'],
  ['a password', 'file-password', () => ole('EncryptedPackage')],
  ['a password on a part', 'file-password', () => zipOf(partsOf(small).map((part) => ({ ...part, flags: 1 })))],
  ['macros', 'file-macros', () => extra('xl/vbaProject.bin')],
  ['macros by its name', 'file-macros', () => bookOf(small), '表.xlsm'],
  ['macros of Excel 4', 'file-macros', () => extra('xl/macrosheets/sheet1.xml')],
  ['external links', 'file-external', () => extra('xl/externalLinks/externalLink1.xml')],
  ['a binary workbook', 'file-xlsb', () => extra('xl/workbook.bin')],
  [
    'areas laid over one another thousands deep',
    'file-damaged',
    () => bookOf({ sheets: [{ ...small.sheets[0]!, merges: Array.from({ length: 30_000 }, () => 'A1:GR9') }] }),
  ],
  ['a plain archive', 'file-ods', () => zipOf([{ name: 'a.txt', text: 'a' }])],
  ['no sheets', 'file-no-sheets', () => bookOf({ sheets: [] })],
  [
    'too many sheets',
    'file-too-many-sheets',
    () => bookOf({ sheets: Array.from({ length: 61 }, (_, index) => ({ name: `${index}`, rows: [] })) }),
  ],
  ['an archive cut short', 'file-damaged', () => bookOf(small).subarray(0, -30)],
  ['an archive that is none', 'file-damaged', () => Buffer.from('not a workbook')],
  ['bytes that do not fit their sum', 'file-damaged', () => flipped(bookOf(small))],
  ['a picture', 'file-kind', () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), '图.png'],
  ['a web page called .xls', 'file-kind', () => Buffer.from('<html><table></table></html>'), '表.xls'],
  [
    'a zip bomb',
    'file-bomb',
    () => zipOf(partsOf(small).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, text: zeros } : part))),
  ],
  [
    'a zip bomb that hides its size',
    'file-bomb',
    () =>
      zipOf(
        partsOf(small).map((part) =>
          part.name.endsWith('sheet1.xml') ? { ...part, text: zeros.subarray(0, 150_000_000), claims: 190_000_000 } : part,
        ),
      ),
  ],
  ['a part larger than it says', 'file-damaged', () => zipOf(partsOf(small).map((part) => ({ ...part, claims: 10 })))],
  [
    'entities',
    'file-entities',
    () =>
      zipOf(
        partsOf(small).map((part) =>
          part.name.endsWith('sheet1.xml') ? { ...part, text: `<!DOCTYPE x [<!ENTITY a "b">]>${part.text}` } : part,
        ),
      ),
  ],
  [
    'more than 200 columns',
    'sheet-too-many-columns',
    () => bookOf({ sheets: [{ name: '宽', rows: [Array.from({ length: 201 }, (_, index) => `列${index}`)] }] }),
  ],
  [
    'more than 20,000 rows',
    'sheet-too-many-rows',
    () => bookOf({ sheets: [{ name: '长', rows: Array.from({ length: 20_201 }, () => [1]) }] }),
  ],
  [
    'too many filled cells',
    'sheet-too-many-cells',
    () => bookOf({ sheets: [{ name: '满', merges: ['A1:GR9999'], rows: [['满'], ...Array.from({ length: 4000 }, () => [null])] }] }),
  ],
  ['a cell that never ends', 'cell-too-long', () => bookOf({ inline: true, sheets: [{ name: '长', rows: [['字'.repeat(32_768)]] }] })],
  ['a string that is not there', 'file-damaged', () => zipOf(sheetPart('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'))],
  ['rows that go back', 'file-damaged', () => zipOf(sheetPart('<row r="2"/><row r="1"/>'))],
  [
    'markup that stops',
    'file-damaged',
    () =>
      zipOf(
        sheetPart('<row r="1"><c r="A1"').map((part) =>
          part.name.endsWith('sheet1.xml') ? { ...part, text: String(part.text).slice(0, 50) } : part,
        ),
      ),
  ],
  ['no known encoding', 'file-encoding', () => Buffer.from('61 2c 62 0a ff ff 80 0a'.replaceAll(' ', ''), 'hex'), '表.csv'],
  ['a quote without a partner', 'file-quotes', () => Buffer.from('a,b\n1,"2\n3,4\n'), '表.csv'],
  ['a wide .csv', 'sheet-too-many-columns', () => Buffer.from(Array.from({ length: 201 }, () => 'a').join(',')), '表.csv'],
]

function flipped(file: Buffer): Buffer {
  const at = file.indexOf('sheet1.xml') + 60
  file[at] = (file[at] ?? 0) ^ 1
  return file
}

describe('a file that cannot be taken is refused with a sentence', () => {
  for (const [what, code, file, fileName] of refused)
    it(what, async () => {
      const { code: said, params } = await refusal(file(), fileName)
      expect(said).toBe(code)
      for (const locale of ['zh-CN', 'en'] as const) {
        const names = [...messagesFor(locale).imports.file[code].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        expect(Object.keys(params)).toEqual(expect.arrayContaining(names))
      }
    })

  it('the same workbook without what is refused is taken', async () => {
    expect((await rowsOf(bookOf(small))).map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['项目名称', '总投资（万元）'],
      ['甲', '1'],
    ])
  })

  it('a bomb costs no more than its limit', async () => {
    const file = zipOf(
      partsOf(small).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, text: zeros.subarray(0, 190_000_000) } : part)),
    )
    const before = process.memoryUsage().rss
    expect((await refusal(file)).code).toBe('file-bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  })

  it('an entity of XML is one character, and one of nobody stays as it is written', async () => {
    const rows = await rowsOf(
      zipOf(sheetPart('<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;a&gt; &#x6c34;&#0; &xxe; &amp;lt;</t></is></c></row>')),
    )
    expect(rows[0]?.cells[0]?.text).toBe('<a> 水\ufffd &xxe; &lt;')
  })

  it('a tag of one long word costs no more than its length', async () => {
    const rows = sheetPart(`<row ${'a'.repeat(60_000)}><c r="A1" ${'b '.repeat(30_000)}><v>1</v></c></row>`.repeat(3))
    const started = performance.now()
    await rowsOf(zipOf(rows)).catch(() => null)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('a cell that reaches over several columns says its words once', async () => {
    const file = bookOf({
      sheets: [
        {
          name: '表',
          merges: ['A1:B1', 'A2:B2'],
          rows: [
            ['项目名称', null, '总投资（万元）'],
            ['甲', null, 5],
          ],
        },
      ],
    })
    const ledger = await ledgerOf(file, '表.xlsx')
    expect([mapped(ledger), told(ledger)[0]?.values]).toEqual([
      ['A 项目名称 → name', 'C 总投资(万元) → totalYuan wan'],
      { name: '甲', totalYuan: 50_000 },
    ])
  })

  it('a cell keeps what stands in CDATA, and a comment is none of it', async () => {
    const rows = await rowsOf(zipOf(sheetPart('<row><c t="str"><v><![CDATA[a<b]]><!-- > --></v></c><c><v>2</v></c></row>')))
    expect(rows[0]?.cells.map(({ column, text }) => [column, text])).toEqual([
      [1, 'a<b'],
      [2, '2'],
    ])
  })
})

it('what the library itself exports is read back, days and numbers by their kind', async () => {
  const columns = [{ header: '名称' }, { header: '总投资（万元）' }, { header: '日期', numFmt: 'yyyy-mm-dd' }]
  const stream = writeXlsxStream([['甲', 1234.5, new Date('2025-06-30T00:00:00Z')]], { name: '表', columns })
  const rows = await rowsOf(Buffer.from(await new Response(stream).arrayBuffer()))
  expect(rows[1]?.cells).toMatchObject([{ text: '甲' }, { number: 1234.5 }, { day: '2025-06-30' }])
})

it('a pasted text of one cell is one cell', async () => {
  expect((await readLedger(pastedSheet('甲', '粘贴'))).rows).toHaveLength(1)
})
