import { house } from '../client'
import type { MadeRows } from '../schema/imports'
import type { PreparedTable } from './temp-tables'

/** Everything prepared goes into the tables readers know, in the caller's one transaction; returns the ids it was given. */
export function promotePrepared(firstCode: number | null, listColumns: readonly string[]): MadeRows {
  const shift = firstCode === null ? 0 : lastId('projects') - firstCode + 1
  const made: MadeRows = {}
  const works = idsAfter('projects', () => copyProjects(shift))
  if (works) made.projects = works
  copyList(shift, listColumns)
  copy('project_bigrams', 'project_id', shift)
  for (const table of ['assignments', 'fact_sheets', 'annual_plans', 'updates'] as const) {
    const ids = idsAfter(table, () => copyNumbered(table, shift))
    if (ids) made[table] = ids
  }
  return made
}

const run = (sql: string, ...values: unknown[]): number =>
  house()
    .sqlite.prepare(sql)
    .run(...values).changes

/** The last id a table ever gave, that of a row since removed too. */
const lastId = (table: string): number =>
  house().sqlite.prepare<[string], number>('select seq from sqlite_sequence where name = ?').pluck().get(table) ?? 0

function idsAfter(table: string, insert: () => number): [number, number] | null {
  const before = lastId(table)
  return insert() === 0 ? null : [before + 1, lastId(table)]
}

const columnsOf = (table: PreparedTable): string[] =>
  house().sqlite.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table)

const projectId = (column: string): string => `case when ${column} < 0 then ? - ${column} else ${column} end`

function copyProjects(shift: number): number {
  const rest = columnsOf('projects').filter((name) => name !== 'id')
  return run(
    `insert into projects (id, ${rest.join(', ')}) select ? - id, ${rest.join(', ')} from temp.prepared_projects order by id desc`,
    shift,
  )
}

function copy(table: PreparedTable, column: string, shift: number): number {
  const rest = columnsOf(table).filter((name) => name !== column)
  return run(
    `insert into ${table} (${column}, ${rest.join(', ')}) select ${projectId(column)}, ${rest.join(', ')} from temp.prepared_${table}`,
    shift,
  )
}

function copyNumbered(table: PreparedTable, shift: number): number {
  const rest = columnsOf(table).filter((name) => name !== 'id' && name !== 'project_id')
  const numbered = `? + row_number() over (order by imp_row, rowid)`
  return run(
    `insert into ${table} (id, project_id, ${rest.join(', ')}) select ${numbered}, ${projectId('project_id')}, ${rest.join(', ')} from temp.prepared_${table} order by imp_row, rowid`,
    lastId(table),
    shift,
  )
}

/** Rows of works that are new are added; of the others only the columns that move are written. */
export function copyList(shift: number, columns: readonly string[]): void {
  const rest = columnsOf('project_list').filter((name) => name !== 'project_id')
  run(
    `insert into project_list (project_id, ${rest.join(', ')}) select ? - project_id, ${rest.join(', ')} from temp.prepared_project_list where project_id < 0`,
    shift,
  )
  if (columns.length === 0) return
  const set = columns.map((name) => `${name} = p.${name}`).join(', ')
  run(`update project_list set ${set} from temp.prepared_project_list as p where p.project_id = project_list.project_id`)
}
