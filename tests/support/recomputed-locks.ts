import type { YearHouse } from './year-house'

/** A work's row of a lock, told again from the raw rows alone. */
export type Row = {
  code: string
  planOriginalYuan: number | null
  planYuan: number | null
  yearToDateYuan: number | null
  flowYuan: number | null
  reportState: string
}
export type Sum = { works: number; yuan: number | null; known: number }
type Span = { from: string; through: string }

/** `from` = the first month whose sums the period adds. */
export function spanOf(period: string): Span {
  const [year, quarter] = period.split('Q')
  if (quarter) {
    const end = Number(quarter) * 3
    return { from: `${year}-${String(end - 2).padStart(2, '0')}`, through: `${year}-${String(end).padStart(2, '0')}` }
  }
  return period.length === 4 ? { from: `${period}-01`, through: `${period}-12` } : { from: period, through: period }
}

/** Approved by then, the last of each month; what a month adds is its own figure less the last one stated before it in the year. */
const figures = `
  with approved as (
    select project_id, period, year_to_date_yuan as yuan, row_number() over (partition by project_id, period order by id desc) as newest
    from updates
    where kind = 'monthly' and status = 'approved' and decided_at <= :at and period >= substr(:through, 1, 4) || '-01' and period <= :through
  ),
  stated as (select project_id, period, yuan from approved where newest = 1 and yuan is not null),
  added as (select project_id, period, yuan - coalesce(lag(yuan) over (partition by project_id order by period), 0) as flow from stated),
  money as (
    select project_id,
      (select yuan from stated s where s.project_id = p.project_id order by period desc limit 1) as yuan,
      (select sum(flow) from added a where a.project_id = p.project_id and period >= :from) as flow
    from (select distinct project_id from stated) p
  ),
  plans as (
    select id, project_id, planned_yuan as yuan from annual_plans
    where status = 'approved' and decided_at <= :at and year = cast(substr(:through, 1, 4) as integer)
  ),
  tries as (
    select project_id, status, submitted_on > due_on as late, decided_at, row_number() over (partition by project_id order by id desc) as newest,
      max(submitted_on > due_on and replaces_id is null) over (partition by project_id) as any_late
    from updates where kind = 'monthly' and period = :through and submitted_at <= :at and status <> 'withdrawn' and revision_reason is null
  ),
  reporting as (
    select a.project_id from assignments a
    where a.kind = 'owner' and exists (select 1 from users u where u.organisation_id = a.organisation_id and u.role = 'owner')
  )`

const works = `${figures}
  select p.code,
    (select yuan from plans where project_id = p.id order by id limit 1) as planOriginalYuan,
    (select yuan from plans where project_id = p.id order by id desc limit 1) as planYuan,
    m.yuan as yearToDateYuan, m.flow as flowYuan,
    case when t.status = 'returned' and t.decided_at <= :at then 'returned'
      when t.any_late then 'late' when t.status is not null then 'on-time'
      when exists (select 1 from reporting r where r.project_id = p.id) then 'missing' else 'not-due' end as reportState
  from projects p left join money m on m.project_id = p.id left join tries t on t.project_id = p.id and t.newest = 1
  where p.stage <> 'withdrawn' order by p.code`

/** The moment a period was read at: a quarter's or year's is that of its last month's published lock, which it takes its rows from. */
export function recomputedRows(house: YearHouse, period: string, at: string): Row[] {
  return house.look<Row>(works, { at, ...spanOf(period) })
}

export const sumOf = (rows: readonly Row[], of: (row: Row) => number | null): Sum => {
  const known = rows.flatMap((row) => of(row) ?? [])
  return { works: rows.length, yuan: known.length === 0 ? null : known.reduce((a, b) => a + b, 0), known: known.length }
}
