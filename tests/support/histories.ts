import { and, eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { approveAnnualPlan, submitAnnualPlan } from '../../db/commands/annual-plans'
import { assignUnit } from '../../db/commands/assignments'
import { tieEnterprise, untieEnterprise } from '../../db/commands/enterprises'
import { approveFactSheet, submitFactSheet } from '../../db/commands/fact-sheets'
import { approveFunds, submitFunds } from '../../db/commands/funds'
import { proposeMilestoneDates } from '../../db/commands/milestone-dates'
import { addMilestone } from '../../db/commands/milestones'
import { renameOrganisation } from '../../db/commands/organisations'
import { approveOutput, submitOutput } from '../../db/commands/outputs'
import { confirmChain, editProject } from '../../db/commands/projects'
import { recordRegistration } from '../../db/commands/registrations'
import { approveMilestoneDates } from '../../db/commands/review-milestone-dates'
import { approveUpdate, returnUpdate, withdrawUpdate } from '../../db/commands/review-updates'
import { moveStage } from '../../db/commands/stages'
import { approveStatistics, submitStatistics } from '../../db/commands/statistics'
import { submitCompletion, submitMonthlyUpdate } from '../../db/commands/updates'
import type { Chance } from '../../db/demo/chance'
import {
  annualPlans,
  factSheets,
  fundReturns,
  fundSources,
  milestoneDates,
  milestones,
  organisations,
  outputReturns,
  registrations,
  statisticsOutputs,
  updates,
} from '../../db/schema'
import type { Ctx } from '../../domain/actor'
import { annualPlanInput } from '../../domain/annual-plan'
import { addDays, addMonths, type Day, monthOf, quarterOf, yearOf } from '../../domain/calendar'
import { Refusal } from '../../domain/errors'
import { factSheetInput } from '../../domain/fact-sheet-input'
import { fundInput } from '../../domain/fund-input'
import { milestoneDatesInput, newMilestoneInput } from '../../domain/milestone-input'
import { outputInput, statisticsInput } from '../../domain/output-input'
import { stages } from '../../domain/project'
import { chainConfirmation, projectEdit, stageMove, unitAssignment } from '../../domain/project-input'
import { registrationStates } from '../../domain/registration'
import { registrationInput } from '../../domain/registration-input'
import { completionInput, monthlyInput } from '../../domain/update-input'
import { addUser, ctxOf, type TestHouse } from './house'
import { organisationName, work } from './work'

/** What is needed to live on: who there is, which works, and the day. */
export type World = { t: TestHouse; codes: readonly string[]; today: Day; chance: Chance }
type Act = (world: World) => unknown

const owner = ({ t, today }: World): Ctx => ctxOf(t.actors.owner, today)
const bureau = ({ t, chance, today }: World): Ctx => ctxOf(chance.pick([t.actors.bureau, t.actors.bureau2]), today)
const code = ({ codes, chance }: World) => chance.pick(codes)
const yuan = ({ chance }: World) => chance.pick(['', '0', '120.5', '3000', String(chance.whole(0, 90_000))])
const pastMonth = ({ chance, today }: World) => addMonths(monthOf(today), -chance.whole(1, 14))
const pastDay = ({ chance, today }: World) => addDays(today, -chance.whole(0, 90))
const edit = (code: string) => ({ code, version: String(work(code).version) })

type Decidable =
  | typeof updates
  | typeof factSheets
  | typeof outputReturns
  | typeof annualPlans
  | typeof statisticsOutputs
  | typeof fundReturns
  | typeof milestoneDates
function waiting(table: Decidable, { chance }: World): number {
  const rows = orm().select({ id: table.id }).from(table).where(eq(table.status, 'submitted')).all()
  return rows.length === 0 ? 0 : chance.pick(rows).id
}

const monthly: Act = (w) =>
  submitMonthlyUpdate(
    owner(w),
    monthlyInput.parse({
      code: code(w),
      period: pastMonth(w),
      investmentBasis: 'year',
      investment: yuan(w),
      percent: w.chance.pick(['', '40', '100']),
      remark: '说明',
      revisionReason: w.chance.pick(['', '更正']),
    }),
  )
const approve: Act = (w) => approveUpdate(bureau(w), waiting(updates, w))

/** What people do to what a lock reads: reports and their corrections, back-dated moves, names, plans, funds, outputs. */
export const acts: readonly Act[] = [
  monthly,
  monthly,
  approve,
  approve,
  approve,
  (w) => returnUpdate(bureau(w), waiting(updates, w), '请补'),
  (w) => withdrawUpdate(owner(w), waiting(updates, w)),
  (w) =>
    submitCompletion(
      owner(w),
      completionInput.parse({
        code: code(w),
        completedOn: `${pastMonth(w)}-11`,
        final: yuan(w),
        documentNo: '验收',
        revisionReason: '更正',
      }),
    ),
  (w) => moveStage(bureau(w), stageMove.parse({ ...edit(code(w)), to: w.chance.pick(stages), on: pastDay(w), reason: '原因' })),
  (w) => {
    const organisation = organisationName(w.chance.pick([w.t.organisations.own, w.t.organisations.other]))
    const kind = w.chance.pick(['owner', 'responsible'] as const)
    return assignUnit(bureau(w), unitAssignment.parse({ ...edit(code(w)), kind, organisation, fromDay: pastDay(w) }))
  },
  (w) => {
    const id = w.chance.pick([w.t.organisations.own, w.t.organisations.other])
    const version = orm().select().from(organisations).where(eq(organisations.id, id)).get()?.version ?? 0
    return renameOrganisation(bureau(w), { id, version, name: `改名${w.chance.whole(1, 999)}公司`, fromDay: pastDay(w) })
  },
  (w) => {
    const { name, sector } = work(code(w))
    const one = code(w)
    const identity = { name: work(one).name, sector: w.chance.pick([sector, 'water', 'energy']), town: w.chance.pick(['', '洣水镇']) }
    return editProject(
      bureau(w),
      projectEdit.parse({ ...edit(one), ...identity, category: '', level: w.chance.pick(['', 'city', 'county']), n: name }),
    )
  },
  (w) =>
    confirmChain(
      bureau(w),
      chainConfirmation.parse({ ...edit(code(w)), chain: w.chance.pick(['machinery', 'building', 'none']), reason: '看过' }),
    ),
  (w) => {
    const one = code(w)
    const sheet = orm()
      .select()
      .from(factSheets)
      .where(and(eq(factSheets.projectId, work(one).id), eq(factSheets.current, true)))
      .get()
    const opening = { openingYuan: yuan(w), openingYear: w.chance.pick(['', String(yearOf(w.today) - 2), String(yearOf(w.today) - 1)]) }
    const fields = {
      code: one,
      version: String(sheet?.revision ?? 0),
      totalYuan: yuan(w),
      totalDocument: '备案',
      ...opening,
      approvals: [],
    }
    return submitFactSheet(owner(w), factSheetInput.parse(fields))
  },
  (w) => approveFactSheet(bureau(w), waiting(factSheets, w)),
  (w) => {
    const [one, year] = [code(w), yearOf(w.today)]
    const approved = and(eq(annualPlans.projectId, work(one).id), eq(annualPlans.year, year), eq(annualPlans.status, 'approved'))
    const version = String(orm().select().from(annualPlans).where(approved).all().length)
    const fields = {
      code: one,
      year: String(year),
      plannedYuan: yuan(w),
      startMonth: w.chance.pick(['', `${year}-03`]),
      reason: '调整',
      version,
    }
    return submitAnnualPlan(owner(w), annualPlanInput.parse(fields))
  },
  (w) => approveAnnualPlan(bureau(w), waiting(annualPlans, w), '1号'),
  (w) =>
    addMilestone(
      bureau(w),
      newMilestoneInput.parse({ code: code(w), name: `节点${w.chance.whole(1, 9)}`, definition: '到了', proof: '照片' }),
    ),
  (w) => {
    const rows = orm().select().from(milestones).all()
    if (rows.length === 0) return 0
    const { id, version } = w.chance.pick(rows)
    const date = { milestoneId: String(id), version: String(version), plannedOn: addDays(w.today, w.chance.whole(-60, 60)) }
    return proposeMilestoneDates(bureau(w), milestoneDatesInput.parse({ dates: [date] }))
  },
  (w) => approveMilestoneDates(bureau(w), [waiting(milestoneDates, w)]),
  (w) => tieEnterprise(bureau(w), { chainId: w.chance.pick(['machinery', 'building']), organisationId: w.t.organisations.own }),
  (w) => untieEnterprise(bureau(w), { chainId: w.chance.pick(['machinery', 'building']), organisationId: w.t.organisations.own }),
  (w) => {
    const quarter = quarterOf(addMonths(monthOf(w.today), -w.chance.pick([3, 6])))
    const fields = {
      organisationId: String(w.t.organisations.own),
      chainId: w.chance.pick(['machinery', 'building']),
      quarter,
      yearToDate: yuan(w),
    }
    return submitOutput(owner(w), outputInput.parse({ ...fields, revisionReason: '更正' }))
  },
  (w) => approveOutput(bureau(w), waiting(outputReturns, w)),
  (w) => {
    const through = addMonths(monthOf(w.today), -w.chance.whole(1, 2))
    const fields = { chainId: 'machinery', year: String(yearOf(through)), throughMonth: through, output: yuan(w), source: '快报' }
    return submitStatistics(bureau(w), statisticsInput.parse(fields))
  },
  (w) => approveStatistics(bureau(w), waiting(statisticsOutputs, w)),
  (w) => {
    const sources = orm().select().from(fundSources).where(eq(fundSources.active, true)).all()
    const lines = sources.slice(0, 2).map(({ id }) => ({ sourceId: String(id), planned: yuan(w), inPlace: yuan(w), paid: '0' }))
    const quarter = quarterOf(addMonths(monthOf(w.today), -3))
    return submitFunds(owner(w), fundInput.parse({ code: code(w), quarter, lines, restNone: 'on', remark: '说明', revisionReason: '更正' }))
  },
  (w) => approveFunds(bureau(w), waiting(fundReturns, w)),
  (w) => {
    const one = code(w)
    const version = String(
      orm()
        .select()
        .from(registrations)
        .where(eq(registrations.projectId, work(one).id))
        .all().length,
    )
    const fields = { code: one, version, state: w.chance.pick(registrationStates), onDay: pastDay(w), reason: '说明' }
    return recordRegistration(bureau(w), registrationInput.parse(fields))
  },
  (w) => w.chance.happens(0.1) && addUser(`p${w.chance.whole(1, 1e9)}`, 'owner', w.t.organisations.other, pastDay(w)),
]

/** So many acts, sensible or not; refusals are part of life. Returns how many were done. */
export function live(world: World, count: number): number {
  let done = 0
  for (let at = 0; at < count; at++) {
    try {
      world.chance.pick(acts)(world)
      done++
    } catch (error) {
      if (!(error instanceof Refusal) && !isZod(error)) throw error
    }
  }
  return done
}

const isZod = (error: unknown): boolean => (error as Error).name === 'ZodError' || (error as Error).constructor.name === 'ZodError'
