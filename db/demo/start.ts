import { eq } from 'drizzle-orm'
import { annualPlanInput } from '../../domain/annual-plan'
import { addDays, type Day } from '../../domain/calendar'
import { blankSheet } from '../../domain/fact-sheet'
import { orm } from '../client'
import { approveAnnualPlan, submitAnnualPlan } from '../commands/annual-plans'
import { saveCensusRow } from '../commands/census'
import { approveFactSheet, submitFactSheet } from '../commands/fact-sheets'
import { proposeMilestoneDates } from '../commands/milestone-dates'
import { layMilestones } from '../commands/milestones'
import { editProject } from '../commands/projects'
import { approveMilestoneDates } from '../commands/review-milestone-dates'
import { milestones, projects } from '../schema'
import { actorNamed, demoTitle, ownerOf, reportingUnits } from './cast'
import type { Diary } from './diary'
import type { Profile } from './works'
import { plannedMonths, versionOf } from './year-plan'

const bureau = () => actorNamed('bureau1')
const second = () => actorNamed('bureau2')

/** Autumn 2023: titles masked, census, fact sheets, milestones with their first dates; the year's plan each March. */
export function startWork(diary: Diary, profile: Profile, index: number): void {
  diary.on('2023-09-04', (as) => maskTitle(as(bureau()), profile, index))
  if (profile.stage === 'unknown') return
  diary.on('2023-09-06', (as) => takeCensus(as(bureau()), profile))
  if (profile.totalYuan !== null) diary.on('2023-09-11', (as) => declareFacts(as, profile))
  if (profile.stage === 'construction' || profile.stage === 'preparatory')
    diary.on('2023-09-18', (as) => dateMilestones(as, profile, index))
  for (const [year, yuan] of Object.entries(profile.plans ?? {}))
    diary.on(`${year}-03-1${index % 9}`, (as) => planYear(as, profile, { year: Number(year), yuan, index }))
}

type As = Parameters<Parameters<Diary['on']>[1]>[0]

function maskTitle(ctx: ReturnType<As>, { work }: Profile, index: number): void {
  const row = orm().select().from(projects).where(eq(projects.code, work.code)).get()
  const name = demoTitle(work.name, (index % 40) + 11)
  if (!row || name === row.name) return
  editProject(ctx, {
    code: work.code,
    version: row.version,
    name,
    sector: row.sector,
    town: row.town,
    category: null,
    level: null,
    industryClass: null,
  })
}

function takeCensus(ctx: ReturnType<As>, { work, unit, stage, chain }: Profile): void {
  const blank = { totalYuan: null, totalDocument: null, completedOn: null, responsible: null }
  saveCensusRow(ctx, { ...blank, code: work.code, version: versionOf(work.code), owner: unit, stage, chain })
}

function declareFacts(as: As, { work, totalYuan, openingYuan, fullOutputYuan, unit }: Profile): void {
  const facts = { ...blankSheet, totalYuan, totalDocument: '演示备案文件', openingYuan, openingYear: openingYuan === null ? null : 2022 }
  const output = { fullOutputYuan, fullOutputSource: fullOutputYuan === null ? null : '演示可研报告' }
  const onBehalf = { onBehalfSource: '纸质材料', onBehalfOn: '2023-09-08' }
  const id = submitFactSheet(as(bureau()), { ...facts, ...output, responsible: unit, code: work.code, version: 0, ...onBehalf })
  approveFactSheet(as(second()), id)
}

/** First dates a few months apart, proposed by the unit where somebody can, approved by the bureau. */
function dateMilestones(as: As, profile: Profile, index: number): void {
  const { work, template, unit } = profile
  layMilestones(as(bureau()), { template, codes: [work.code], fromYear: 2024, toYear: 2025 })
  const row = orm().select({ id: projects.id }).from(projects).where(eq(projects.code, work.code)).get()
  const laid = orm()
    .select()
    .from(milestones)
    .where(eq(milestones.projectId, row?.id ?? 0))
    .orderBy(milestones.position)
    .all()
  const gap = Math.round(780 / (laid.length + 1))
  const dates = laid.map((milestone, at) => ({
    at,
    milestoneId: milestone.id,
    version: milestone.version,
    plannedOn: plannedDay(at, gap, index),
  }))
  const proposer = unit !== null && reportingUnits.includes(unit) ? ownerOf(unit) : bureau()
  const ids = proposeMilestoneDates(as(proposer), { dates })
  approveMilestoneDates(as(second()), ids)
}

const plannedDay = (at: number, gap: number, index: number): Day => addDays('2023-11-10', at * gap + ((index * 7) % 25))

function planYear(as: As, { work }: Profile, { year, yuan, index }: { year: number; yuan: number; index: number }): void {
  const typed = { code: work.code, version: '0', year: String(year), documentNo: `演示发〔${year}〕3号` }
  const months = year === 2025 ? plannedMonths(index, yuan) : {}
  const input = annualPlanInput.parse({ ...typed, plannedYuan: String(yuan / 10_000), ...months })
  const id = submitAnnualPlan(as(bureau()), input)
  approveAnnualPlan(as(second()), id)
}
