import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { libraryColumns } from '../app/_lib/sheet-works'
import { openWorkbook } from '../app/_lib/workbook'
import { indicatorColumns } from '../app/evaluation/indicators/export/columns'
import { worksToExport } from '../db/queries/export-works'
import { indicatorMatrix } from '../db/queries/indicators'
import { chainNames } from '../db/queries/plan'
import { messagesFor } from '../domain/messages'
import { openTestHouse, type TestHouse, testDay } from './support/house'
import { bytesOf, fileOf } from './support/sheets'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'export-office-'))

/** Commas between, quotes only where needed, UTF-8. */
const text = 'csv:Text - txt - csv (StarCalc):44,34,76,1'

/** Converts with a profile of its own; a LibreOffice without its spreadsheet part says so by making no file. */
async function asText(name: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  writeFileSync(join(folder, name), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', '--convert-to', text, '--outdir', folder, join(folder, name)]
  const made = join(folder, name.replace(/\.\w+$/, '.csv'))
  await run(process.env.SOFFICE ?? 'soffice', args).catch(() => null)
  return existsSync(made) ? readFileSync(made) : null
}

const trial = fileOf({ columns: [{ head: '名', width: 10, kind: 'words', cell: () => null }], rows: [] })
const there = (await asText('trial.xlsx', await bytesOf(trial))) !== null
if (!there) console.warn('LibreOffice Calc is not here: nobody but ourselves and hucre has opened the exported workbooks')
const year = 2025
const told = { t: messagesFor('zh-CN'), year }

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => {
  t.close()
  rmSync(folder, { recursive: true, force: true })
})

it.runIf(process.env.LONG)('the long form opens files with LibreOffice Calc', () => expect(there).toBe(true))

/** 58,267.57 as it is shown is 58267.57 as it is stored: a figure, since words keep their look. */
const bare = (text: string): string => (/^[\d,]+\.\d\d$/.test(text) ? String(Number(text.replaceAll(',', ''))) : text)

async function cells(bytes: Uint8Array): Promise<string[][]> {
  const found: string[][] = []
  for await (const row of (await openWorkbook(bytes, 'library.csv')).sheets[0]!.rows)
    found.push(row.cells.filter((cell) => cell.text !== '').map((cell) => `${cell.column} ${bare(cell.text)}`))
  return found
}

it.runIf(there)('a workbook opens in LibreOffice, which finds the cells in it that we put there', { timeout: 120_000 }, async () => {
  const columns = libraryColumns({ ...told, chains: chainNames() })
  const [first, ...others] = worksToExport(t.actors.bureau, {}, year, 0)
  const dated = { ...first!, row: { ...first!.row, approvedMonth: '2025-09', lastReportOn: '2025-10-04' } }
  const rows = [dated, ...others]
  const theirs = await asText('library.xlsx', await bytesOf(fileOf({ columns, rows })))
  const found = await cells(theirs ?? new Uint8Array())
  expect(found).toEqual(await cells(await bytesOf(fileOf({ columns, rows }, 'csv'))))
  expect(found.length).toBeGreaterThan(100)
})

it.runIf(there)('so does a table whose cells are figures in one row and words in another', { timeout: 120_000 }, async () => {
  const matrix = indicatorMatrix(t.actors.leader, testDay)
  const columns = indicatorColumns(matrix, told.t)
  const theirs = await asText('indicators.xlsx', await bytesOf(fileOf({ columns, rows: matrix.rows })))
  const found = await cells(theirs ?? new Uint8Array())
  expect(found).toEqual(await cells(await bytesOf(fileOf({ columns, rows: matrix.rows }, 'csv'))))
  expect(found.flat().some((cell) => /12\.8\D30\.9\D56\.3/.test(cell))).toBe(true)
})
