import { bookOf, partsOf } from './book'
import { county } from './county'
import { zipOf } from './zip'

export type Random = () => number

/** mulberry32: the same file for the same seed, on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const below = (random: Random, count: number): number => Math.floor(random() * count)
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)] as T

/** What breaks readers: markup out of place, numbers beyond all bounds, names of prototypes, marks and halves of characters. */
const snippets = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '/',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!DOCTYPE a>',
    '&#0;',
    '&#xffffffff;',
    '&constructor;',
    '\0',
  ],
  ...[
    '<row r="-1">',
    '<row r="1e9"/>',
    '<c r="XFD1" t="s"><v>1e99</v></c>',
    '<c r="AAAA1"><v>1</v></c>',
    '<c t="e"><v/></c>',
    '</row>',
    '</c>',
    '<is><t>',
  ],
  ...[
    '<v>1e309</v>',
    '<v>-0</v>',
    '<v>NaN</v>',
    '<v>__proto__</v>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="C9:A1"/>',
    '<f>',
    '_xD800_',
    '_x0000_',
  ],
  ...[
    '__proto__',
    '合计',
    '注：',
    '单位：元',
    '\u202e',
    '\ud83d',
    '2025.1',
    '9'.repeat(400),
    '项目名称',
    '<col min="1" max="99999999" hidden="1"/>',
    't="d"',
    's="999999"',
  ],
]

const bases = [
  ...county.map(({ file, fileName }) => ({ file: file(), fileName })),
  {
    file: bookOf({
      sheets: [
        {
          name: '表',
          rows: [
            ['项目名称', '总投资'],
            ['甲', 1],
          ],
        },
      ],
    }),
    fileName: '表.xlsx',
  },
]

/** A broken file: bytes damaged, or a whole archive around damaged markup. */
export function brokenFile(seed: number): { file: Buffer; fileName: string } {
  const random = randomOf(seed)
  if (random() < 0.5) return { fileName: pick(random, ['表.xlsx', '表.xlsx', '表.csv']), file: brokenMarkup(random) }
  const { file, fileName } = pick(random, bases)
  return {
    fileName: random() < 0.1 ? pick(random, ['', 'a', '../../x.xlsx', '表.csv', '表.xlsm']) : fileName,
    file: brokenBytes(random, file),
  }
}

function brokenMarkup(random: Random): Buffer {
  const parts = partsOf({
    inline: random() < 0.3,
    sheets: [
      {
        name: '表',
        merges: ['A1:C1', 'A3:A4'],
        rows: [['2025年9月'], ['序号', '项目名称', '总投资（万元）'], [1, '甲', 2], [null, '乙', { formula: 'A1', value: 3 }]],
      },
    ],
  })
  const hit = below(random, parts.length)
  return zipOf(
    parts.map((part, index) => (index === hit || random() < 0.1 ? { ...part, text: brokenText(random, String(part.text)) } : part)),
  )
}

function brokenText(random: Random, text: string): string {
  let broken = text
  for (let count = 1 + below(random, 6); count > 0; count--) {
    const at = below(random, broken.length + 1)
    const cut = random() < 0.5 ? below(random, 12) : 0
    broken =
      broken.slice(0, at) + (random() < 0.8 ? pick(random, snippets) : broken.slice(at, at + below(random, 60))) + broken.slice(at + cut)
  }
  return broken
}

function brokenBytes(random: Random, file: Buffer): Buffer {
  const broken = Buffer.from(file)
  for (let count = 1 + below(random, 8); count > 0; count--) broken[below(random, broken.length)] = below(random, 256)
  const kind = random()
  if (kind < 0.25) return broken.subarray(0, below(random, broken.length))
  if (kind < 0.4) return Buffer.concat([broken, Buffer.from(pick(random, snippets))])
  if (kind < 0.5) return Buffer.concat([broken.subarray(0, below(random, broken.length)), broken.subarray(below(random, broken.length))])
  return broken
}
