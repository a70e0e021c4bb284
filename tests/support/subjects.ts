import { join } from 'node:path'
import Database from 'better-sqlite3'
import { accountOf, type Server } from './server'

/** What the addresses of a test speak of: things of the first owner's unit, and one enterprise's return to a chain. */
export type Subjects = Record<'work' | 'update' | 'milestone' | 'organisation' | 'output' | 'outputUnit' | 'chain' | 'user', string>

/** Reads the library beside the running server, as `audit:verify` does. */
export function look<Row>(server: Server, sql: string, ...values: unknown[]): Row {
  const library = new Database(join(server.dataDir, 'library.db'), { readonly: true })
  try {
    return library.prepare(sql).get(...values) as Row
  } finally {
    library.close()
  }
}

/** Everything the library remembers; a refused request must not change it. */
export const eventsOf = (server: Server): number => look<{ n: number }>(server, 'select count(*) as n from events').n

export function subjectsOf(server: Server): Subjects {
  const { username } = accountOf(server.accounts, 'owner')
  const found = look<Record<keyof Subjects, string | number>>(server, sql, { username })
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)])) as Subjects
}

const sql = `
  with unit as (select organisation_id as id, id as user from users where username = @username),
  work as (
    select p.id, p.code from projects p join assignments a on a.project_id = p.id join unit on a.organisation_id = unit.id
    where a.kind = 'owner' and a.to_day is null
      and exists (select 1 from updates u where u.project_id = p.id and u.status = 'approved')
      and exists (select 1 from milestones m where m.project_id = p.id)
    order by p.id limit 1)
  select work.code as work, unit.id as organisation, unit.user as user,
    (select max(u.id) from updates u where u.project_id = work.id and u.status = 'approved') as "update",
    (select min(m.id) from milestones m where m.project_id = work.id) as milestone,
    o.id as output, o.organisation_id as outputUnit, o.chain_id as chain
  from work, unit, (select * from output_returns where status = 'approved' order by organisation_id = (select id from unit) desc, id limit 1) o`

/** \`/projects/{work}\` with the subject's own name in it. */
export const addressOf = (pattern: string, subjects: Record<string, string>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => subjects[name] ?? `{${name}}`)
