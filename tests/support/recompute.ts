import type Database from 'better-sqlite3'

/** The sums of a project told again from the rows of facts alone, in another way than the product does it: plain SQL and loops. */
export type Recomputed = {
  code: string
  approvedYuan: number | null
  yearToDateYuan: number | null
  approvedMonth: string | null
  totalYuan: number | null
  annualPlanYuan: number | null
  percent: number | null
  openConditions: number
}

type Month = { period: string; ytd: number | null; percent: number | null }

export function recomputeProjects(sqlite: Database.Database): Recomputed[] {
  const works = sqlite.prepare('select id, code from projects order by code').all() as { id: number; code: string }[]
  return works.map((work) => recompute(sqlite, work))
}

function recompute(sqlite: Database.Database, { id, code }: { id: number; code: string }): Recomputed {
  const approved = `select max(id) from updates u2 where u2.status = 'approved' and u2.project_id = u.project_id and u2.kind = 'monthly' and u2.period = u.period`
  const months = sqlite
    .prepare(
      `select period, year_to_date_yuan as ytd, percent from updates u where project_id = ? and kind = 'monthly' and id = (${approved}) order by period`,
    )
    .all(id) as Month[]
  const sheet = sqlite
    .prepare(`select body from fact_sheets where project_id = ? and status = 'approved' order by id desc limit 1`)
    .get(id) as { body: string } | undefined
  const facts = sheet
    ? (JSON.parse(sheet.body) as { totalYuan: number | null; openingYuan: number | null; openingYear: number | null })
    : null
  const final = sqlite
    .prepare(
      `select completed_on as day, final_yuan as yuan from updates where project_id = ? and kind = 'completion' and current = 1 order by id desc limit 1`,
    )
    .get(id) as { day: string; yuan: number | null } | undefined
  const told = months.filter((month) => month.ytd !== null)
  const last = told.at(-1) ?? null
  const plan = sqlite
    .prepare(
      `select planned_yuan as yuan from annual_plans where project_id = ? and year = ? and status = 'approved' order by id desc limit 1`,
    )
    .get(id, Number((last?.period ?? '2025-09').slice(0, 4))) as { yuan: number | null } | undefined
  const open = sqlite.prepare(`select count(*) as n from conditions where project_id = ? and state = 'open'`).get(id) as { n: number }
  return {
    code,
    approvedYuan: sumOf(told, facts, final),
    yearToDateYuan: last?.ytd ?? null,
    approvedMonth: last?.period ?? null,
    totalYuan: facts?.totalYuan ?? null,
    annualPlanYuan: plan?.yuan ?? null,
    percent: months.filter((month) => month.percent !== null).at(-1)?.percent ?? null,
    openConditions: open.n,
  }
}

function sumOf(
  told: readonly Month[],
  facts: { openingYuan: number | null; openingYear: number | null } | null,
  final: { day: string; yuan: number | null } | undefined,
): number | null {
  const last = told.at(-1)
  if (final && final.yuan !== null && (!last || last.period <= final.day.slice(0, 7))) return final.yuan
  let sum = facts?.openingYuan ?? null
  const years = [...new Set(told.map((month) => month.period.slice(0, 4)))]
  for (const year of years) {
    if (facts && facts.openingYear !== null && Number(year) <= facts.openingYear) continue
    const end = told.filter((month) => month.period.startsWith(year)).at(-1)
    if (end && end.ytd !== null) sum = (sum ?? 0) + end.ytd
  }
  return sum
}

export type RecomputedChain = { chain: string; year: number; yuan: number | null; known: number; unknown: number }

/** A chain's year: statistics where another person confirmed them, otherwise the last approved quarter of each tied enterprise. */
export function recomputeChain(sqlite: Database.Database, chain: string, year: number): RecomputedChain {
  const tied = sqlite.prepare('select organisation_id as id from chain_enterprises where chain_id = ? and to_day is null').all(chain) as {
    id: number
  }[]
  const figures: number[] = []
  for (const { id } of tied) {
    const row = sqlite
      .prepare(
        `select year_to_date_yuan as yuan from output_returns where chain_id = ? and organisation_id = ? and quarter like ? and status = 'approved'
         order by quarter desc, id desc limit 1`,
      )
      .get(chain, id, `${year}Q%`) as { yuan: number } | undefined
    if (row) figures.push(row.yuan)
  }
  const statistics = sqlite
    .prepare(
      `select yuan from statistics_outputs where chain_id = ? and year = ? and status = 'approved' order by decided_at desc, id desc limit 1`,
    )
    .get(chain, year) as { yuan: number } | undefined
  const sum = figures.length === 0 ? null : figures.reduce((a, b) => a + b, 0)
  return { chain, year, yuan: statistics?.yuan ?? sum, known: figures.length, unknown: tied.length - figures.length }
}
