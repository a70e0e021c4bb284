import type { RawSheet } from '../../domain/ledger/shapes'
import { cannotRead } from '../../domain/ledger/unreadable'
import { csvSheet } from './workbook-csv'
import { workbookLimits as limits } from './workbook-limits'
import { bookParts } from './workbook-parts'
import { sheetOf } from './workbook-sheet'
import { readStrings } from './workbook-strings'
import { readStyles } from './workbook-styles'
import { openZip } from './workbook-zip'

export type Workbook = { kind: 'xlsx' | 'csv'; sheets: readonly RawSheet[] }

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** What an encrypted workbook's container calls its content, in UTF-16. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
const foreign = /^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf|\{\\rtf|\s*<(?:!doctype|html|\?xml|table))/i

/**
 * A ledger as it was sent. What it is, is told by its content, not by its name. Throws `UnreadableFile`, also while rows are
 * read: who reads them takes none until the last has come.
 */
export async function openWorkbook(file: Uint8Array, fileName: string): Promise<Workbook> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length === 0) cannotRead('file-empty')
  if (bytes.length > limits.fileMegabytes * 1_000_000) cannotRead('file-too-large', { max: limits.fileMegabytes })
  if (bytes.subarray(0, 8).equals(ole)) cannotRead(bytes.includes(encrypted) ? 'file-password' : 'file-xls')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return openXlsx(bytes, fileName)
  if (foreign.test(bytes.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, ''))) cannotRead('file-kind')
  if (/\.(?:xlsx|xlsm)$/i.test(fileName)) cannotRead('file-damaged', { where: 'zip' })
  if (bytes[0] !== 0xff && bytes.includes(0)) cannotRead('file-kind')
  return { kind: 'csv', sheets: [await csvSheet(bytes, sheetName(fileName))] }
}

async function openXlsx(bytes: Buffer, fileName: string): Promise<Workbook> {
  const zip = openZip(bytes)
  if (/\.xlsm$/i.test(fileName)) cannotRead('file-macros')
  const parts = await bookParts(zip)
  let book: ReturnType<typeof readBook> | null = null
  const readBook = async () => ({
    strings: await readStrings(zip, parts.strings),
    styles: await readStyles(zip, parts.styles),
    from1904: parts.from1904,
  })
  const once = () => (book ??= readBook())
  return { kind: 'xlsx', sheets: parts.sheets.map((sheet) => sheetOf(zip, sheet, once)) }
}

/** A file of cells has one sheet, called by the name of the file. */
const sheetName = (fileName: string): string => fileName.replace(/\.\w{1,5}$/, '').slice(0, 80) || 'CSV'
