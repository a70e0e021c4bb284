import { join } from 'node:path'
import Database from 'better-sqlite3'
import { areaPages } from './pages'
import { accountOf, type Server } from './server'

/** What the addresses of a test speak of: things of the first owner's unit, and one enterprise's return to a chain. */
export type Subjects = Record<string, string> &
  Record<
    | ('work' | 'update' | 'milestone' | 'organisation' | 'output' | 'outputUnit' | 'chain' | 'user')
    | (
        | 'round'
        | 'sealedRound'
        | 'drawnRound'
        | 'site'
        | 'visit'
        | 'finding'
        | 'unassigned'
        | 'rating'
        | 'photo'
        | 'bulletin'
        | 'draftBulletin'
      ),
    string
  >

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

type Found = Record<string, string | number>

export function subjectsOf(server: Server): Subjects {
  const { username } = accountOf(server.accounts, 'owner')
  const found = {
    ...look<Found>(server, sql, { username }),
    ...look<Found>(server, inspectionSql, { username }),
    ...deskSubjects(server, username),
  }
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)])) as Subjects
}

function deskSubjects(server: Server, username: string): Found {
  const named = areaPages.flatMap((area) => Object.entries(area.subjects))
  return named.length === 0
    ? {}
    : look<Found>(server, `select ${named.map(([name, one]) => `(${one}) as ${name}`).join(', ')}, @username as username`, { username })
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

/** The round that is under way and what was seen of the owner's work in it; one that nobody knows of; a bulletin that is issued, and one that is not. */
const inspectionSql = `
  with unit as (select organisation_id as id from users where username = @username),
  own as (select a.project_id as id from assignments a join unit on a.organisation_id = unit.id where a.to_day is null),
  round as (select id from rounds where state = 'under-way' order by created_at limit 1),
  site as (
    select w.id, w.project_id from round_works w join round on w.round_id = round.id
    where w.project_id in own and exists (select 1 from ratings r where r.round_work_id = w.id) order by w.id limit 1)
  select round.id as round, site.id as site,
    (select id from rounds where announced = 0 and opened_at is null order by created_at limit 1) as sealedRound,
    (select round_id from draws where drawn_at is not null order by id limit 1) as drawnRound,
    (select min(v.id) from visits v where v.round_work_id = site.id) as visit,
    (select min(p.client_id) from visit_photos p join visits v on v.id = p.visit_id where v.round_work_id = site.id) as photo,
    (select min(r.id) from ratings r where r.round_work_id = site.id) as rating,
    (select min(f.number) from findings f where f.project_id in own and f.state <> 'registered') as finding,
    (select min(f.number) from findings f where f.project_id = site.project_id and f.state = 'registered') as unassigned,
    (select min(id) from bulletins where state = 'issued' and kind = 'bulletin') as bulletin,
    (select min(id) from bulletins where state = 'proposed') as draftBulletin
  from round, site`

/** \`/projects/{work}\` with the subject's own name in it. */
export const addressOf = (pattern: string, subjects: Record<string, string>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => subjects[name] ?? `{${name}}`)
