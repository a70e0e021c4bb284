import type Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Where db/schema and the migrations disagree: columns, foreign keys and indexes, each as a line. */
export function schemaDrift(schema: Record<string, unknown>, migrated: Database.Database): string[] {
  const wanted = Object.values(schema)
    .filter((entry): entry is SQLiteTable => is(entry, SQLiteTable))
    .flatMap(wantedLines)
  const made = tablesOf(migrated).flatMap((table) => madeLines(migrated, table))
  return [
    ...wanted.filter((line) => !made.includes(line)).map((line) => `no migration makes ${line}`),
    ...made.filter((line) => !wanted.includes(line)).map((line) => `db/schema does not know ${line}`),
  ]
}

const columnLine = (table: string, name: string, type: string, notNull: boolean, hasDefault: boolean): string =>
  `${table}.${name} ${type.toLowerCase()}${notNull ? ' not null' : ''}${hasDefault ? ' with a default' : ''}`
const indexLine = (table: string, name: string, columns: readonly string[], unique: boolean, partial: boolean): string =>
  `${unique ? 'unique ' : ''}index ${name} on ${table}(${columns.join()})${partial ? ' where …' : ''}`

function wantedLines(table: SQLiteTable): string[] {
  const { name, columns, foreignKeys, indexes } = getTableConfig(table)
  const keys = foreignKeys.map((key) => {
    const { columns: from, foreignTable, foreignColumns } = key.reference()
    return `${name}(${namesOf(from)}) → ${getTableConfig(foreignTable).name}(${namesOf(foreignColumns)})`
  })
  return [
    ...columns.map((column) => columnLine(name, column.name, column.getSQLType(), column.notNull, column.default !== undefined)),
    ...columns.filter((column) => column.isUnique).map((column) => indexLine(name, column.uniqueName ?? '', [column.name], true, false)),
    ...keys,
    ...indexes.map(({ config }) =>
      indexLine(name, config.name, namesOf(config.columns as SQLiteColumn[]), config.unique, config.where !== undefined),
    ),
  ]
}

const namesOf = (columns: readonly SQLiteColumn[]): string[] => columns.map((column) => column.name)

function tablesOf(db: Database.Database): string[] {
  const own = "type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_drizzle%' escape '\\'"
  return db.prepare<[], string>(`select name from sqlite_master where ${own}`).pluck().all()
}

type ColumnInfo = { name: string; type: string; notnull: number; dflt_value: string | null }
type KeyInfo = { from: string; table: string; to: string }
type IndexInfo = { name: string; unique: number; partial: number; origin: string }

function madeLines(db: Database.Database, table: string): string[] {
  const pragma = <T>(command: string) => db.pragma(command) as T[]
  return [
    ...pragma<ColumnInfo>(`table_info(${table})`).map((column) =>
      columnLine(table, column.name, column.type, column.notnull === 1, column.dflt_value !== null),
    ),
    ...pragma<KeyInfo>(`foreign_key_list(${table})`).map((key) => `${table}(${key.from}) → ${key.table}(${key.to})`),
    ...pragma<IndexInfo>(`index_list(${table})`)
      .filter((index) => index.origin === 'c')
      .map((index) => {
        const columns = pragma<{ name: string }>(`index_info(${index.name})`).map((column) => column.name)
        return indexLine(table, index.name, columns, index.unique === 1, index.partial === 1)
      }),
  ]
}
