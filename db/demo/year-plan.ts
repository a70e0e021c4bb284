import { eq } from 'drizzle-orm'
import { annualPlanInput } from '../../domain/annual-plan'
import { orm } from '../client'
import { approveAnnualPlan, submitAnnualPlan } from '../commands/annual-plans'
import { approveYearList, submitYearList } from '../commands/year-lists'
import { projects, yearLists } from '../schema'
import { actorNamed, office, organisationId } from './cast'
import type { As, Diary } from './diary'
import type { Profile } from './works'

/** What the plan of 2025 says beside its sum: months, and a curve for two works in three. */
export function plannedMonths(index: number, yuan: number): Record<string, unknown> {
  const months = {
    startMonth: '2024-03',
    finishMonth: `2026-0${(index % 6) + 4}`,
    imageGoal: goals[index % goals.length],
    leader: '领导甲',
  }
  if (index % 3 === 0) return { ...months, productionMonth: '2026-10', curveShape: index % 2 === 0 ? 'even' : 's' }
  if (index % 3 === 1) return { ...months, curveShape: 'own', curve: backLoaded(yuan) }
  return { ...months, finishMonth: `2025-1${index % 2}`, productionMonth: index % 2 === 0 ? '2025-12' : '' }
}

const goals = ['主体结构封顶', '完成路基和桥涵', '设备安装过半']

/** A little less in the first months, as earthworks begin late: twelve sums in 万元 that end at the plan. */
function backLoaded(yuan: number): string[] {
  const wan = yuan / 10_000
  return Array.from({ length: 12 }, (_, at) => String(at === 11 ? wan : Math.round(wan * ((at + 1) / 12) ** 1.15)))
}

/** Works in preparation that the year's plan has begin: some should have begun by now. */
function planStarts(diary: Diary, profiles: readonly Profile[]): void {
  const starting = profiles.filter(({ stage, unit }) => stage === 'preparatory' && unit !== null).slice(0, 6)
  for (const [index, { work }] of starting.entries())
    diary.on('2025-03-20', (as) => {
      const months = { startMonth: `2025-${['05', '08', '09', '10', '11', '12'][index]}`, finishMonth: '2026-12' }
      const typed = { code: work.code, version: '0', year: '2025', plannedYuan: String(400 + index * 150), documentNo: '演示发〔2025〕3号' }
      const id = submitAnnualPlan(as(actorNamed('bureau1')), annualPlanInput.parse({ ...typed, ...months, leader: '领导乙' }))
      approveAnnualPlan(as(actorNamed('bureau2')), id)
    })
}

/** The list of the year by the end of March; one plan is adjusted in summer, so that a second list waits for somebody to publish it. */
export function listYear(diary: Diary, profiles: readonly Profile[]): void {
  planStarts(diary, profiles)
  draftOn(diary, '2025-03-26', { documentNo: '演示发〔2025〕5号', title: '2025年重点项目年度清单', reason: null })
  diary.on('2025-03-28', (as) => approveYearList(as(actorNamed('bureau2')), waitingList()))
  const adjusted = profiles.find(({ plans, turn, pace }) => plans && !turn && pace < 0.8)
  if (!adjusted) return
  diary.on('2025-08-05', (as) => adjust(as, adjusted))
  draftOn(diary, '2025-10-14', {
    documentNo: '演示发〔2025〕21号',
    title: '2025年重点项目年度清单（调整）',
    reason: '年中调整一个项目的年度计划',
  })
}

function draftOn(diary: Diary, day: string, said: { documentNo: string; title: string; reason: string | null }): void {
  diary.on(day, (as) => {
    submitYearList(as(actorNamed('bureau1')), { year: 2025, day, ...said })
  })
}

const waitingList = (): number => orm().select().from(yearLists).where(eq(yearLists.status, 'submitted')).get()?.id ?? 0

function adjust(as: As, { work, plans }: Profile): void {
  const wan = Math.round(((plans?.[2025] ?? 0) * 0.8) / 10_000)
  const typed = { code: work.code, version: '1', year: '2025', plannedYuan: String(wan), startMonth: '2024-03', finishMonth: '2026-12' }
  const responsible = { responsibleId: String(organisationId(office(1))), leader: '领导乙', curveShape: 'back' }
  const why = { documentNo: '演示函〔2025〕18号', reason: '征迁进度滞后，部分投资顺延到下一年度' }
  const id = submitAnnualPlan(as(actorNamed('bureau1')), annualPlanInput.parse({ ...typed, ...responsible, ...why }))
  approveAnnualPlan(as(actorNamed('bureau2')), id)
}

/** The version of a work's row, for forms that were read just now. */
export const versionOf = (code: string): number =>
  orm().select({ version: projects.version }).from(projects).where(eq(projects.code, code)).get()?.version ?? 0
