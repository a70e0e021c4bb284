import { desc, eq } from 'drizzle-orm'
import { system, type UserActor } from '../../domain/actor'
import { type ChainId, chainIds, type Sector, sectors } from '../../domain/plan'
import { type Category, categories, nextProjectCode, type Stage } from '../../domain/project'
import { orm, type Tx } from '../client'
import { actorNamed, organisationId } from '../demo/cast'
import type { Chance } from '../demo/chance'
import type { Entry } from '../demo/diary'
import { recordEvent } from '../events'
import { type Rules, rulesOn } from '../queries/rules'
import { assignments, planPeriods, projectStages, projects } from '../schema'
import { refreshProject } from '../summaries'
import { write } from '../write'
import { companies, departments, place, reportingUnits, workName } from './names'

export type As = Parameters<Entry['act']>[0]

/** A made-up work as far as its later history needs to know it. */
export type ScaleWork = {
  id: number
  code: string
  stage: Stage
  /** Signs in for its unit and reports each month; null = nobody can. */
  reporter: UserActor | null
  /** Planned for each year, 元; null = no annual plan. */
  yearlyYuan: number | null
  /** Done against planned: 1 keeps pace. */
  pace: number
}

export type Cast = {
  bureau: UserActor
  second: UserActor
  reporters: UserActor[]
  companies: number[]
  departments: number[]
}

export function castOf(): Cast {
  return {
    bureau: actorNamed('bureau1'),
    second: actorNamed('bureau2'),
    reporters: Array.from({ length: reportingUnits }, (_, index) => actorNamed(`owner${index + 1}`)),
    companies: companies.map(organisationId),
    departments: departments.map(organisationId),
  }
}

type Draft = {
  name: string
  sector: Sector
  town: string
  category: Category | null
  stage: Stage
  chain: ChainId | null
  reporter: UserActor | null
  owner: number | null
  responsible: number | null
}

const share = 0.2

function draftOf(n: number, cast: Cast, chance: Chance): Draft {
  const reporter = chance.happens(share) ? chance.pick(cast.reporters) : null
  const sector = chance.pick(sectors)
  const town = place(chance)
  const others = cast.companies.slice(reportingUnits)
  return {
    name: workName(n, town, chance),
    sector,
    town,
    category: chance.happens(0.7) ? chance.pick(categories) : null,
    stage: reporter ? chance.pick(['construction', 'construction', 'construction', 'construction', 'preparatory']) : stageOf(chance),
    chain: sector === 'industry' ? chance.pick(chainIds) : null,
    reporter,
    owner: reporter?.organisationId ?? (chance.happens(0.6) ? chance.pick(others) : null),
    responsible: chance.happens(0.5) ? chance.pick(cast.departments) : null,
  }
}

/** Most works are known by little more than their names: the census has only begun. */
const stageOf = (chance: Chance): Stage =>
  chance.pick(['unknown', 'unknown', 'unknown', 'reserve', 'reserve', 'preparatory', 'construction', 'completed', 'paused', 'operation'])

type Creation = { tx: Tx; as: As; cast: Cast; chance: Chance; rules: Rules; periodId: string }

/** All of them in one transaction: work, stage, units, events and list row, as the commands would leave them. */
export function createWorks(as: As, cast: Cast, wanted: number, chance: Chance): ScaleWork[] {
  const ctx = as(system)
  return write(ctx, 'scaleWorks', { wanted }, (tx) => {
    const periodId = tx.select({ id: planPeriods.id }).from(planPeriods).limit(1).get()?.id ?? ''
    const creation = { tx, as, cast, chance, rules: rulesOn(tx, ctx.today), periodId }
    let code = orm().select({ code: projects.code }).from(projects).orderBy(desc(projects.id)).limit(1).get()?.code ?? null
    return Array.from({ length: wanted }, () => {
      code = nextProjectCode(code)
      return createWork(creation, code)
    })
  })
}

function createWork({ tx, as, cast, chance, rules, periodId }: Creation, code: string): ScaleWork {
  const draft = draftOf(Number(code.slice(1)), cast, chance)
  const { name, sector, town, category, stage, reporter } = draft
  const ctx = as(cast.bureau)
  const facts = { name, sector, town, category, sourceDocument: `样例发〔2024〕${chance.whole(1, 90)}号（${ctx.today}）样例项目入库的批复` }
  const { id } = tx
    .insert(projects)
    .values({ ...facts, code, periodId, createdAt: ctx.at })
    .returning({ id: projects.id })
    .get()
  recordEvent(tx, ctx, { action: 'project.created', subject: `project:${code}`, body: { after: facts } })
  takeCensus({ tx, ctx: as(cast.bureau) }, { id, code }, draft)
  refreshProject(tx, ctx.today, id, rules)
  const yearlyYuan = stage === 'construction' && chance.happens(0.8) ? chance.whole(200, 12_000) * 10_000 : null
  return { id, code, stage, reporter, yearlyYuan, pace: chance.pick([1.1, 1.02, 1, 1, 0.97, 0.95, 0.88, 0.75, 0.5]) }
}

function takeCensus(
  { tx, ctx }: { tx: Tx; ctx: ReturnType<As> },
  work: { id: number; code: string },
  { stage, chain, owner, responsible }: Draft,
): void {
  const fromDay = ctx.today
  const paused = stage === 'paused' ? { pauseReason: '资金未到位，暂停施工', pauseRefreshedOn: fromDay } : {}
  const staged = stage === 'unknown' ? {} : { stage, stageSince: fromDay, completedOn: stage === 'completed' ? fromDay : null, ...paused }
  const chained = chain ? { chainId: chain, chainBasis: 'confirmed' as const } : {}
  tx.update(projects)
    .set({ ...staged, ...chained, version: 2 })
    .where(eq(projects.id, work.id))
    .run()
  if (stage !== 'unknown')
    tx.insert(projectStages)
      .values({ projectId: work.id, stage, fromDay, reason: paused.pauseReason ?? null, recordedAt: ctx.at })
      .run()
  const units = { owner, responsible }
  for (const kind of ['owner', 'responsible'] as const)
    if (units[kind] !== null) tx.insert(assignments).values({ projectId: work.id, kind, organisationId: units[kind], fromDay }).run()
  const after = { ...units, stage, chain }
  recordEvent(tx, ctx, { action: 'project.censused', subject: `project:${work.code}`, body: { before: null, after } })
}
