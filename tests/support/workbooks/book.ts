import { columnLetter } from '../../../domain/ledger/plain'
import { type Part, zipOf } from './zip'

/** Formats of the cells a test writes, in the order of their numbers. */
const formats = ['general', 'day', 'month', 'percent', 'two', 'thousands'] as const
type Format = (typeof formats)[number]

/** A cell as a county's file would have it: words, a number, a formula with or without what it gave, an error. */
export type Made =
  | string
  | number
  | null
  | { number: number; as: Format }
  | { formula: string; value?: number | string }
  | { error: string }
export type MadeSheet = {
  name: string
  state?: 'hidden' | 'veryHidden'
  rows: readonly (readonly Made[] | null)[]
  merges?: readonly string[]
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
}
export type MadeBook = {
  sheets: readonly MadeSheet[]
  date1904?: boolean
  inline?: boolean
  prefix?: string
  extra?: readonly Part[]
  relations?: string
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`

const numFmts = '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
const xfs = [0, 14, 176, 9, 2, 4].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')
const styles = `<styleSheet xmlns="${main}">${numFmts}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

export function partsOf(book: MadeBook): Part[] {
  const strings: string[] = []
  const sheets = book.sheets.map(
    (sheet, index): Part => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(sheet, book, strings) }),
  )
  const list = book.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  const targets = book.sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  const others = relation('rS', 'sharedStrings', 'sharedStrings.xml') + relation('rF', 'styles', 'styles.xml') + (book.relations ?? '')
  const properties = book.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return [
    {
      name: '[Content_Types].xml',
      text: `${types}${book.sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
    },
    { name: '_rels/.rels', text: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: relations(targets.join('') + others) },
    ...sheets,
    { name: 'xl/sharedStrings.xml', text: `<sst xmlns="${main}">${strings.join('')}</sst>` },
    { name: 'xl/styles.xml', text: styles },
    ...(book.extra ?? []),
  ]
}

export const bookOf = (book: MadeBook): Buffer => zipOf(partsOf(book))

function sheetXml(sheet: MadeSheet, { inline = false, prefix = '' }: MadeBook, strings: string[]): string {
  const tag = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`)
  const rows = sheet.rows.map((cells, index) => {
    if (cells === null) return ''
    const hidden = sheet.hiddenRows?.includes(index + 1) ? ' hidden="1"' : ''
    const made = cells.map((cell, at) => cellXml(cell, `${columnLetter(at + 1)}${index + 1}`, { inline, strings, tag })).join('')
    return `<${tag('row')} r="${index + 1}"${hidden}>${made}</${tag('row')}>`
  })
  const cols = (sheet.hiddenColumns ?? []).map((column) => `<${tag('col')} min="${column}" max="${column}" width="9" hidden="1"/>`).join('')
  const merges = (sheet.merges ?? []).map((ref) => `<${tag('mergeCell')} ref="${ref}"/>`).join('')
  const frame = cols === '' ? '' : `<${tag('cols')}>${cols}</${tag('cols')}>`
  const tail = merges === '' ? '' : `<${tag('mergeCells')}>${merges}</${tag('mergeCells')}>`
  return `<?xml version="1.0"?><${tag('worksheet')} xmlns${prefix === '' ? '' : `:${prefix}`}="${main}">${frame}<${tag('sheetData')}>${rows.join('')}</${tag('sheetData')}>${tail}</${tag('worksheet')}>`
}

type Writing = { inline: boolean; strings: string[]; tag: (name: string) => string }

function cellXml(cell: Made, ref: string, { inline, strings, tag }: Writing): string {
  const [c, v, f, t, is] = ['c', 'v', 'f', 't', 'is'].map(tag) as [string, string, string, string, string]
  if (cell === null) return `<${c} r="${ref}" s="1"/>`
  if (typeof cell === 'number') return `<${c} r="${ref}"><${v}>${cell}</${v}></${c}>`
  if (typeof cell === 'string') {
    if (inline) return `<${c} t="inlineStr"><${is}><${t}>${escaped(cell)}</${t}></${is}></${c}>`
    strings.push(cell.startsWith('<si>') ? cell : `<si><t xml:space="preserve">${escaped(cell)}</t></si>`)
    return `<${c} r="${ref}" t="s"><${v}>${strings.length - 1}</${v}></${c}>`
  }
  if ('error' in cell) return `<${c} r="${ref}" t="e"><${f}>A1/0</${f}><${v}>${cell.error}</${v}></${c}>`
  if ('number' in cell) return `<${c} r="${ref}" s="${formats.indexOf(cell.as)}"><${v}>${cell.number}</${v}></${c}>`
  const formula = `<${f}>${escaped(cell.formula)}</${f}>`
  if (cell.value === undefined) return `<${c} r="${ref}">${formula}<${v}/></${c}>`
  return `<${c} r="${ref}"${typeof cell.value === 'string' ? ' t="str"' : ''}>${formula}<${v}>${cell.value}</${v}></${c}>`
}
