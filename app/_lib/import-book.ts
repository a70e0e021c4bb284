import { refuseField } from '../../domain/errors'
import type { ImportLayout, ReadRow } from '../../domain/import'
import { layoutOf, type Mapped, readRow } from '../../domain/import-layout'
import { pastedSheet } from '../../domain/ledger/pasted-sheet'
import { readLedger } from '../../domain/ledger/read-ledger'
import type { RawSheet } from '../../domain/ledger/shapes'
import { UnreadableFile } from '../../domain/ledger/unreadable'
import { fill } from '../../domain/messages'
import { words } from './locale'
import { openWorkbook } from './workbook'

/** Pasted cells are kept as a file of this kind. */
export const pastedEnding = '.tsv'

async function sheetsOf(bytes: Uint8Array, fileName: string): Promise<readonly RawSheet[]> {
  if (!fileName.endsWith(pastedEnding)) return (await openWorkbook(bytes, fileName)).sheets
  return [pastedSheet(new TextDecoder().decode(bytes), fileName.slice(0, -pastedEnding.length))]
}

/** One sheet of the workbook, by its name, or the first that people see. */
async function ledgerOf(bytes: Uint8Array, fileName: string, name: string | null) {
  const sheets = await sheetsOf(bytes, fileName)
  const sheet = name === null ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find((one) => one.name === name)
  if (!sheet) throw new UnreadableFile('file-no-sheets')
  return { sheets, ledger: await readLedger(sheet) }
}

/** What stands in the workbook, before anybody has said what it means. */
export function readLayout(bytes: Uint8Array, fileName: string, sheet: string | null = null): Promise<ImportLayout> {
  return inWords(async () => {
    const { sheets, ledger } = await ledgerOf(bytes, fileName, sheet)
    return layoutOf(
      ledger,
      sheets.map(({ name, hidden }) => ({ name, hidden })),
    )
  })
}

const rowsAtOnce = 200

/** The data rows by the mapping, some at a time. */
export function readRows(
  bytes: Uint8Array,
  fileName: string,
  about: { sheet: string; mapping: readonly Mapped[]; year: number | null },
): Promise<ReadRow[][]> {
  return inWords(async () => {
    const { ledger } = await ledgerOf(bytes, fileName, about.sheet)
    const data = ledger.rows.filter(({ kind }) => kind === 'data')
    const parts: ReadRow[][] = []
    for (let from = 0; from < data.length; from += rowsAtOnce) {
      parts.push(data.slice(from, from + rowsAtOnce).map((row) => readRow(row, about.mapping, about.year ?? ledger.year)))
      await pause()
    }
    return parts
  })
}

/** Lets whoever else waits be served. */
export const pause = (): Promise<void> => new Promise((go) => setImmediate(go))

/** What is wrong with a file is told in a sentence, like any refusal. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const t = await words()
    return refuseField('file', 'import-unreadable', { why: fill(t.imports.file[error.code], error.params) })
  }
}
