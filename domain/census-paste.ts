import type { Day } from './calendar'
import { type CensusColumn, censusColumns, censusIssues, censusRow } from './census'
import { chainText, columnHeaded, dayText, type PastedColumn, stageText, totalText, withoutDash } from './census-words'
import type { Issue } from './errors'
import { issuesOf } from './fields'
import { pastedCells } from './pasted-cells'
import type { Stage } from './project'

export type CensusWork = { code: string; name: string; version: number; stage: Stage }
export type PasteFacts = {
  works: readonly CensusWork[]
  chains: readonly { id: string; name: string }[]
  units: readonly string[]
  today: Day
}

/** `values` are ready for the row's own form; a row without issues can be saved as it is. */
export type PastedRow = {
  /** Line of the pasted table, the heading counted. */
  line: number
  given: string
  work: CensusWork | null
  values: Partial<Record<CensusColumn, string>>
  issues: Issue[]
  /** Columns whose unit the library does not know yet: it would be created. */
  newUnits: CensusColumn[]
}
/** `ignored` = headings that are no column of ours; `left` = rows beyond the limit, not looked at. */
export type CensusPaste = { rows: PastedRow[]; ignored: string[]; left: number }

export const pasteLimit = 500

/** A pasted list as rows to look at; nothing is saved by it. */
export function previewCensus(text: string, facts: PasteFacts): CensusPaste {
  const table = pastedCells(text.normalize('NFC'))
  const heading = headingOf(table[0] ?? [])
  const columns = heading?.columns ?? usualColumns(table, facts)
  const filled = table
    .map((cells, at) => ({ cells: cells.map(withoutDash), line: at + 1 }))
    .filter(({ cells, line }) => cells.some(Boolean) && !(heading && line === 1))
  const rows = filled.slice(0, pasteLimit).map(({ cells, line }) => pastedRow(cells, line, columns, facts))
  return { rows: markTwice(rows), ignored: heading?.ignored ?? [], left: Math.max(0, filled.length - pasteLimit) }
}

type Columns = readonly (PastedColumn | null)[]

function headingOf(cells: readonly string[]): { columns: Columns; ignored: string[] } | null {
  const columns = cells.map(columnHeaded)
  if (!columns.some((column) => column === 'code' || column === 'name')) return null
  return { columns, ignored: cells.filter((text, at) => text !== '' && columns[at] === null) }
}

/** Without a heading: code or name first (or code and name), then the columns of the grid. */
function usualColumns(table: readonly string[][], { works }: PasteFacts): Columns {
  const names = new Set(works.map((work) => work.name))
  const codeAndName = table.some((cells) => isCode(cells[0] ?? '') && names.has(cells[1] ?? ''))
  return codeAndName ? ['code', 'name', ...censusColumns] : ['code', ...censusColumns]
}

const isCode = (text: string): boolean => /^P\d{4,6}$/.test(codeText(text))
const codeText = (text: string): string => text.normalize('NFKC').toUpperCase()

function pastedRow(cells: readonly string[], line: number, columns: Columns, facts: PasteFacts): PastedRow {
  const text = (column: PastedColumn): string => cells[columns.indexOf(column)] ?? ''
  const found = workOf(text('code'), text('name'), facts.works)
  const values = Object.fromEntries(
    censusColumns.filter((column) => columns.includes(column)).map((column) => [column, cellText(column, text(column), facts)]),
  )
  const issues = [found.issue ?? [], found.work ? cellIssues(values, found.work, facts.today) : []].flat()
  return { line, given: text('code') || text('name'), work: found.work, values, issues, newUnits: newUnits(values, facts.units) }
}

type Found = { work: CensusWork | null; issue: Issue | null }
const notFound = (issue: Issue): Found => ({ work: null, issue })

/** By code, or by the exact name; a code beside another work's name is a shifted column, not a match. */
function workOf(code: string, name: string, works: readonly CensusWork[]): Found {
  if (isCode(code)) {
    const work = works.find((entry) => entry.code === codeText(code))
    if (!work) return notFound({ field: 'code', code: 'work-unknown' })
    const differs = name !== '' && name !== work.name
    return { work, issue: differs ? { field: 'name', code: 'name-differs', params: { name: work.name } } : null }
  }
  const named = works.filter((entry) => entry.name === (name || code))
  if (named.length > 1) return notFound({ field: 'name', code: 'name-ambiguous' })
  return named[0] ? { work: named[0], issue: null } : notFound({ field: 'name', code: 'work-unknown' })
}

function cellText(column: CensusColumn, text: string, { chains }: PasteFacts): string {
  if (column === 'stage') return stageText(text)
  if (column === 'chain') return chainText(text, chains)
  if (column === 'completedOn') return dayText(text)
  return column === 'totalYuan' ? totalText(text) : text
}

function cellIssues(values: PastedRow['values'], work: CensusWork, today: Day): Issue[] {
  const row = censusRow.safeParse({ ...values, code: work.code, version: String(work.version) })
  return row.success ? censusIssues(row.data, work, today) : issuesOf(row.error)
}

function newUnits(values: PastedRow['values'], units: readonly string[]): CensusColumn[] {
  return (['owner', 'responsible'] as const).filter((column) => values[column] && !units.includes(values[column]))
}

/** The same work on two lines: the second one waits for a decision. */
function markTwice(rows: PastedRow[]): PastedRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const code = row.work?.code
    if (code === undefined || !seen.has(code)) {
      if (code !== undefined) seen.add(code)
      return row
    }
    return { ...row, issues: [...row.issues, { field: 'code', code: 'work-twice' }] }
  })
}
