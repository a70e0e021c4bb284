import { house } from '../client'
import type { MadeRows } from '../schema/imports'

type Child = { child: string; column: string; parent: string }

/** Every column of the library that points at rows of a table an import may have made, also of tables that came later. */
function childrenOf(parents: readonly string[]): Child[] {
  const tables = house().sqlite.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all()
  return tables.flatMap((child) =>
    house()
      .sqlite.prepare<[string], { table: string; from: string }>('select "table", "from" from pragma_foreign_key_list(?)')
      .all(child)
      .filter(({ table }) => parents.includes(table))
      .map(({ table, from }) => ({ child, column: from, parent: table })),
  )
}

/** Rows the house keeps about a work by itself. */
const ownOfWork = ['project_list', 'project_bigrams', 'import_rows']
/** A picture of a day that somebody looked at, and what was given up, publish nothing. */
const published: Record<string, string> = {
  lock_works: ` and lock_id in (select id from locks where kind <> 'day' and state not in ('returned', 'abandoned'))`,
}

/** Works something was built on since: whatever points at a row the import made, besides what the import itself made. */
export function builtOn(made: MadeRows): string[] {
  const found = childrenOf(Object.keys(made)).flatMap(({ child, column, parent }) => {
    if (ownOfWork.includes(child)) return []
    const [from, to] = made[parent] ?? [1, 0]
    const own = made[child]
    const except = `${own ? ` and not (id between ${own[0]} and ${own[1]})` : ''}${published[child] ?? ''}`
    return house()
      .sqlite.prepare<[number, number], number>(`select ${column} from ${child} where ${column} between ? and ?${except} limit 20`)
      .pluck()
      .all(from, to)
      .flatMap((id) => codeOf(parent, id))
  })
  return [...new Set([...found, ...decided(made), ...replaced(made), ...changedWorks(made)])].sort()
}

function codeOf(parent: string, id: number): string[] {
  const column = parent === 'projects' ? 'id' : 'project_id'
  const from = parent === 'projects' ? 'projects' : parent
  return codes(`select p.code from ${from} x join projects p on p.id = x.${column} where x.id = ?`, id)
}

const codes = (sql: string, ...values: number[]): string[] =>
  house()
    .sqlite.prepare<number[], string>(sql)
    .pluck()
    .all(...values)

const reviewedTables = ['updates', 'fact_sheets', 'annual_plans'] as const

/** Approved, returned or withdrawn since. */
const decided = (made: MadeRows): string[] =>
  reviewedTables.flatMap((table) => {
    const [from, to] = made[table] ?? [1, 0]
    const sql = `select p.code from ${table} x join projects p on p.id = x.project_id where x.id between ? and ? and x.status <> 'submitted' limit 20`
    return codes(sql, from, to)
  })

/** A later try that names one of them; `replaces_id` is no foreign key. */
const replaced = (made: MadeRows): string[] =>
  (['updates', 'fact_sheets'] as const).flatMap((table) => {
    const [from, to] = made[table] ?? [1, 0]
    if (to < from) return []
    const sql = `select p.code from ${table} x join projects p on p.id = x.project_id where x.id > ? and x.replaces_id between ? and ? limit 20`
    return codes(sql, to, from, to)
  })

/** A work that was new with the import and has been edited, given, or reported on since. */
function changedWorks({ projects }: MadeRows): string[] {
  if (!projects) return []
  return codes('select code from projects where id between ? and ? and version <> 1 limit 20', projects[0], projects[1])
}
