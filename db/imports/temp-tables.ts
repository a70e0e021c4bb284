import { house } from '../client'

/**
 * What an import will have written, kept aside in tables of this connection alone: nobody else sees them, and a stop takes them away,
 * so that the next start prepares everything again from the rows that were read. Each is like the table it stands for; `imp_row` says
 * which row (or, when undoing, which work) it comes from. Ids of works that do not exist yet are the negative of their code's number.
 */
export const preparedTables = [
  'projects',
  'project_list',
  'project_bigrams',
  'assignments',
  'fact_sheets',
  'annual_plans',
  'updates',
] as const
export type PreparedTable = (typeof preparedTables)[number]
export type RawRow = Record<string, unknown>

export function emptyPrepared(): void {
  const { sqlite } = house()
  for (const table of preparedTables) {
    sqlite.exec(`create temp table if not exists prepared_${table} as select 0 as imp_row, * from main.${table} where 0`)
    sqlite.exec(`delete from temp.prepared_${table}`)
  }
}

/** What was prepared of a row that has to be prepared anew. */
export function forgetPrepared(impRow: number): void {
  for (const table of preparedTables) house().sqlite.prepare(`delete from temp.prepared_${table} where imp_row = ?`).run(impRow)
}

export function putPrepared(table: PreparedTable, impRow: number, row: RawRow): void {
  const names = Object.keys(row)
  const holes = names.map(() => '?').join(', ')
  house()
    .sqlite.prepare(`insert into temp.prepared_${table} (imp_row, ${names.join(', ')}) values (?, ${holes})`)
    .run(impRow, ...Object.values(row))
}

/** The rows of a table as SQLite holds them. */
export const rawRows = (table: PreparedTable, column: string, id: number): RawRow[] =>
  house().sqlite.prepare<[number], RawRow>(`select * from main.${table} where ${column} = ?`).all(id)

/** Columns of the list that an import moves in some row: only their indexes are written in the last step. */
export function changedColumns(before: RawRow | undefined, after: RawRow): string[] {
  return Object.keys(after).filter((name) => name !== 'project_id' && after[name] !== before?.[name])
}
