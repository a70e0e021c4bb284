import { columnLetter } from '../../domain/ledger/plain'
import { paperText } from '../../domain/official-document'
import { headOf, type SheetCell, type SheetColumn, sheetCell } from './sheet-columns'
import { looks, stylesXml } from './sheet-styles'
import { type ZipPart, zipped } from './sheet-zip'

/** One sheet: lines above the head (the first is its title), a head, rows. */
export type Sheet<Row> = {
  name: string
  about: readonly string[]
  columns: readonly SheetColumn<Row>[]
  rows: Iterable<Row> | AsyncIterable<Row>
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook of one sheet, written as it is read: a long list needs no memory. */
export const workbookOf = <Row>(sheet: Sheet<Row>): AsyncGenerator<Uint8Array> => zipped(partsOf(sheet))

function* partsOf<Row>(sheet: Sheet<Row>): Generator<ZipPart> {
  const part = (path: string, xml: string): ZipPart => ({ path, pieces: [xmlHead + xml] })
  const count = { rows: 0 }
  yield part('[Content_Types].xml', contentTypes)
  yield part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  yield part(
    'xl/_rels/workbook.xml.rels',
    relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
  )
  yield { path: 'xl/styles.xml', pieces: [stylesXml] }
  yield { path: 'xl/worksheets/sheet1.xml', pieces: sheetXml(sheet, count) }
  // Names what the filter covers: known once the last row is written.
  yield part('xl/workbook.xml', workbookXml(sheet, count.rows))
}

const contentTypes = `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`

const relations = (list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${package_}">${list.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const headRow = ({ about }: { about: readonly string[] }): number => about.length + 1

function workbookXml<Row>(sheet: Sheet<Row>, rows: number): string {
  const name = sheetName(sheet.name)
  const row = headRow(sheet)
  const last = columnLetter(sheet.columns.length)
  const place = `'${name}'!`
  const names = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escaped(place)}$A$${row}:$${last}$${row + rows}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(place)}$${row}:$${row}</definedName>`
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>${names}</definedNames></workbook>`
}

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet1'

const rowsAPiece = 50

async function* sheetXml<Row>(sheet: Sheet<Row>, count: { rows: number }): AsyncGenerator<string> {
  yield xmlHead + openXml(sheet)
  let piece = ''
  for await (const row of sheet.rows) {
    count.rows += 1
    const number = headRow(sheet) + count.rows
    piece += `<row r="${number}">${sheet.columns.map((column, at) => cellXml(sheetCell(column, row), columnLetter(at + 1) + number)).join('')}</row>`
    if (count.rows % rowsAPiece !== 0) continue
    yield piece
    piece = ''
  }
  yield piece + closeXml(sheet, count.rows)
}

function openXml<Row>(sheet: Sheet<Row>): string {
  const { about, columns } = sheet
  const head = headRow(sheet)
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const lines = about.map((line, at) => `<row r="${at + 1}">${wordsXml(`A${at + 1}`, line, at === 0 ? looks.title : looks.about)}</row>`)
  const heads = columns.map((column, at) => wordsXml(columnLetter(at + 1) + head, headOf(column), looks.head)).join('')
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  return `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${lines.join('')}<row r="${head}" ht="32" customHeight="1">${heads}</row>`
}

function closeXml<Row>(sheet: Sheet<Row>, rows: number): string {
  const head = headRow(sheet)
  const filter = `<autoFilter ref="A${head}:${columnLetter(sheet.columns.length)}${head + rows}"/>`
  return `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === null) return `<c r="${at}" s="${looks.words}"/>`
  if (cell.kind === 'words') return wordsXml(at, cell.text, looks.words)
  const number = 'number' in cell ? cell.number : serialOf(cell.text)
  return `<c r="${at}" s="${looks[cell.kind]}"><v>${number}</v></c>`
}

const wordsXml = (at: string, text: string, look: number): string =>
  `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const dayMilliseconds = 86_400_000
/** What a spreadsheet counts days from. */
const dayNought = Date.UTC(1899, 11, 30)
/** A day (a month: its first) as a spreadsheet counts it, by its own calendar, which knows no time zones. */
const serialOf = (day: string): number => (Date.parse(`${day.slice(0, 7)}-${day.slice(8) || '01'}T00:00:00Z`) - dayNought) / dayMilliseconds

const escaped = (text: string): string =>
  paperText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
