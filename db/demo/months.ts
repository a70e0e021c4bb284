import { eq } from 'drizzle-orm'
import { addDays, addMonths, type Day, firstDay, type Month, monthsFrom, reportDueOn, yearOf } from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import { countedQuantity } from '../../domain/counted-quantity'
import { monthlyInput } from '../../domain/update-input'
import { orm } from '../client'
import { approveUpdate, returnUpdate } from '../commands/review-updates'
import { moveStage } from '../commands/stages'
import { submitCompletion, submitMonthlyUpdate } from '../commands/updates'
import { plan } from '../plan'
import { holidays } from '../reference/holidays'
import { milestoneTemplates } from '../reference/milestone-templates'
import { projects } from '../schema'
import { actorNamed, office, organisationId, ownerOf } from './cast'
import type { Chance } from './chance'
import type { Diary } from './diary'
import { type Profile, plannedToDate } from './works'

const asks: readonly [ConditionKind, string][] = [
  ['land', '二期用地报批，请答复批次'],
  ['funds', '通景公路资金缺口，请协调'],
  ['utilities', '专线接入方案，请供电单位确定'],
  ['relocation', '三户未签约，请镇里协助'],
]

/** Two years of monthly reports of one work, as its unit would send them: on time, late, missing, returned, on behalf. */
export function reportMonths(diary: Diary, profile: Profile, chance: Chance): void {
  if (profile.unit === null || profile.stage === 'reserve' || profile.stage === 'unknown') return
  for (const month of monthsFrom('2023-10', '2025-09')) {
    if (profile.turn && month >= profile.turn.month) break
    if (!chance.happens(profile.discipline.missing)) reportMonth(diary, profile, month, chance)
  }
  if (profile.turn) turn(diary, profile, profile.turn)
}

function submissionDay(month: Month, profile: Profile, chance: Chance): Day {
  const due = reportDueOn(month, 5, holidays)
  return chance.happens(profile.discipline.late)
    ? addDays(due, chance.whole(1, 6))
    : addDays(firstDay(addMonths(month, 1)), chance.whole(0, 3))
}

function reportMonth(diary: Diary, profile: Profile, month: Month, chance: Chance): void {
  const day = submissionDay(month, profile, chance)
  const onBehalf = chance.happens(profile.discipline.onBehalf)
  const sendBack = chance.happens(profile.discipline.returned)
  const decided = addDays(day, chance.whole(1, month === '2025-09' ? 14 : 3))
  const told = factsOf(profile, month, chance)
  const kept = { id: 0 }
  const send = (when: Day, facts: Record<string, string>) =>
    diary.on(when, (as) => {
      const behalf = onBehalf ? { onBehalfSource: '电话', onBehalfOn: when } : {}
      const actor = onBehalf ? actorNamed('bureau1') : ownerOf(profile.unit ?? '')
      kept.id = submitMonthlyUpdate(as(actor), monthlyInput.parse({ code: profile.work.code, period: month, ...facts, ...behalf }))
    })
  const sendBackOn = (when: Day) =>
    diary.on(when, (as) => returnUpdate(as(actorNamed('bureau2')), kept.id, '累计与合同付款不符，请附工程款凭证'))
  send(day, told)
  if (isHeldBack(profile, month)) {
    sendBackOn(addDays(day, 3))
    return
  }
  if (sendBack) {
    sendBackOn(decided)
    send(addDays(decided, 2), { ...told, remark: '已附凭证，数字核对无误' })
  }
  diary.on(addDays(decided, sendBack ? 4 : 0), (as) => approveUpdate(as(actorNamed('bureau2')), kept.id))
}

/** A few reports of the last month lie returned with their units. */
const isHeldBack = (profile: Profile, month: Month): boolean =>
  month === '2025-09' && profile.work.code.endsWith('7') && profile.plans !== null

function factsOf(profile: Profile, month: Month, chance: Chance): Record<string, string> {
  const steps = milestoneTemplates.find((template) => template.code === profile.template)?.steps.map((step) => step.zh) ?? []
  const elapsed = (yearOf(month) - 2023) * 12 + Number(month.slice(5)) - 10
  const percent = Math.min(96, Math.round(elapsed * 4 * profile.pace))
  const step = steps[Math.min(steps.length - 1, Math.floor((percent / 100) * steps.length))] ?? '前期手续'
  const yuan = Math.round((plannedToDate(profile, month) * profile.pace) / 10_000)
  const building = profile.stage === 'construction' && profile.plans && yearOf(month) >= 2024
  const investment: Record<string, string> = building ? { investmentBasis: 'year', investment: String(yuan) } : {}
  const [kind, ask] = chance.pick(asks)
  const condition: Record<string, string> = chance.happens(0.025)
    ? { conditionKind: kind, conditionAsk: ask, conditionUnitId: String(organisationId(office(chance.whole(3, 8)))) }
    : {}
  const counted = quantityOf(profile)
  const done: Record<string, string> = counted === null ? {} : { quantityDone: String(Math.floor((counted * percent) / 100)) }
  return {
    ...investment,
    ...done,
    step,
    percent: String(percent),
    progressText: `${step}，按计划推进`,
    remark: '按施工计划推进',
    ...condition,
  }
}

/** How many the plan counts the work by: 28 reservoirs, 15 intakes. */
function quantityOf({ work }: Profile): number | null {
  const item = plan.boxes.flatMap((box) => box.items).find(({ code }) => code === work.items[0])
  return (item && countedQuantity(item)?.value) ?? null
}

/** A work that stops, with its reason; or is finished, by one entry with its final figure. */
function turn(diary: Diary, profile: Profile, { month, to }: NonNullable<Profile['turn']>): void {
  const day = `${month}-15`
  if (to === 'paused') {
    diary.on(day, (as) => {
      const row = orm().select().from(projects).where(eq(projects.code, profile.work.code)).get()
      moveStage(as(actorNamed('bureau1')), {
        code: profile.work.code,
        version: row?.version ?? 0,
        to,
        on: day,
        reason: '业主资金未到位，暂停施工',
      })
    })
    return
  }
  const kept = { id: 0 }
  diary.on(day, (as) => {
    const onBehalf = { onBehalfSource: null, onBehalfOn: null, revisionReason: null }
    const input = {
      code: profile.work.code,
      completedOn: day,
      final: profile.totalYuan,
      documentNo: '演示竣工验收备案',
      remark: null,
      ...onBehalf,
    }
    kept.id = submitCompletion(as(ownerOf(profile.unit ?? '')), input)
  })
  diary.on(addDays(day, 3), (as) => approveUpdate(as(actorNamed('bureau2')), kept.id))
}
