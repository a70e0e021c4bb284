import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { system } from '../../domain/actor'
import { addDays, type Day, firstDay, lastDay, type Month, monthNumber, reportDueOn } from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import type { Tx } from '../client'
import type { Chance } from '../demo/chance'
import type { Diary } from '../demo/diary'
import { recordEvent } from '../events'
import { holidays } from '../reference/holidays'
import { government } from '../reference/milestone-templates/government'
import { conditions, milestones, updates } from '../schema'
import { write } from '../write'
import type { As, Cast, ScaleWork } from './works'

const asks: readonly [ConditionKind, string][] = [
  ['land', '用地报批，请答复批次'],
  ['funds', '资金缺口，请协调'],
  ['relocation', '三户未签约，请镇里协助'],
]
const dueDay = 5
const steps = government.steps.map((step) => step.zh)

type Row = typeof updates.$inferInsert
type Waiting = { id: number; work: ScaleWork; period: Month; row: Row }
export type Months = { diary: Diary; cast: Cast; works: () => readonly ScaleWork[]; months: readonly Month[]; chance: Chance }

/** Each month most units hand in by the due day, some after it, some not at all; a few days later the bureau has decided on almost all. */
export function reportMonths({ diary, cast, works, months, chance }: Months): void {
  for (const month of months) {
    const dueOn = reportDueOn(month, dueDay, holidays)
    const last = month === months.at(-1)
    const waiting: Waiting[] = []
    const late: ScaleWork[] = []
    diary.on(addDays(lastDay(month), 2), (as) => {
      const reporting = works().filter(({ reporter }) => reporter !== null && !chance.happens(last ? 0.12 : 0.06))
      late.push(...reporting.filter(() => chance.happens(0.1)))
      const prompt = reporting.filter((work) => !late.includes(work))
      waiting.push(...handIn(as, prompt, { month, dueOn, first: months[0] ?? month }, cast, chance))
    })
    diary.on(addDays(dueOn, 2), (as) => {
      waiting.push(...handIn(as, late, { month, dueOn, first: months[0] ?? month }, cast, chance))
      meetMilestones(as, cast, works(), firstDay(month))
    })
    diary.on(addDays(dueOn, 4), (as) => {
      decide(as, cast, waiting, last ? 0.85 : 1, chance)
    })
  }
}

type Asked = { month: Month; dueOn: Day; first: Month }

function handIn(as: As, works: readonly ScaleWork[], asked: Asked, cast: Cast, chance: Chance): Waiting[] {
  return write(as(system), 'scaleMonth', asked, (tx) => works.map((work) => handInOne(tx, as, work, asked, cast, chance)))
}

function handInOne(tx: Tx, as: As, work: ScaleWork, { month, dueOn, first }: Asked, cast: Cast, chance: Chance): Waiting {
  const ctx = as(work.reporter ?? cast.bureau)
  const facts = factsOf(work, month, first, cast, chance)
  const timing = ctx.today > dueOn ? ('late' as const) : ('on-time' as const)
  const sent = { submittedBy: (work.reporter ?? cast.bureau).id, submittedAt: ctx.at, submittedOn: ctx.today }
  const about = { projectId: work.id, kind: 'monthly' as const, period: month, revision: 1 }
  const row: Row = { ...about, ...facts, ...sent, status: 'submitted', warnings: [], timing, dueOn }
  const { id } = tx.insert(updates).values(row).returning({ id: updates.id }).get()
  const body = { update: id, kind: 'monthly', period: month, facts, evidence: [] }
  recordEvent(tx, ctx, { action: 'update.submitted', subject: `project:${work.code}`, body })
  return { id, work, period: month, row }
}

function factsOf(work: ScaleWork, month: Month, first: Month, cast: Cast, chance: Chance) {
  const elapsed = (Number(month.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + monthNumber(month) - monthNumber(first) + 1
  const percent = Math.min(96, Math.round(elapsed * 4 * work.pace))
  const step = steps[Math.min(steps.length - 1, Math.floor((percent / 100) * steps.length))] ?? null
  const toDate = work.yearlyYuan === null ? null : Math.round((work.yearlyYuan * work.pace * monthNumber(month)) / 12 / 10_000) * 10_000
  const [conditionKind, conditionAsk] = chance.pick(asks)
  const asked = chance.happens(0.01) ? { conditionKind, conditionAsk, conditionUnitId: chance.pick(cast.departments) } : {}
  return { yearToDateYuan: toDate, step, percent, progressText: `${step ?? '前期手续'}，按计划推进`, remark: '按施工计划推进', ...asked }
}

/** `part` = how many of them the bureau gets to; one in fifty of those goes back. */
function decide(as: As, cast: Cast, waiting: readonly Waiting[], part: number, chance: Chance): void {
  write(as(system), 'scaleDecisions', null, (tx) => {
    for (const one of waiting) if (chance.happens(part)) decideOne(tx, as, cast, one, chance.happens(part < 1 ? 0.02 : 0))
  })
}

function decideOne(tx: Tx, as: As, cast: Cast, { id, work, period, row }: Waiting, back: boolean): void {
  const ctx = as(cast.second)
  const reason = back ? '累计与合同付款不符，请附工程款凭证' : null
  const status = back ? ('returned' as const) : ('approved' as const)
  const decision = { decidedBy: cast.second.id, decidedAt: ctx.at, decidedOn: ctx.today, decisionReason: reason }
  tx.update(updates)
    .set({ ...decision, status, current: !back })
    .where(eq(updates.id, id))
    .run()
  const body = { update: id, kind: row.kind, period, reason }
  recordEvent(tx, ctx, { action: back ? 'update.returned' : 'update.approved', subject: `project:${work.code}`, body })
  if (!back) raiseCondition(tx, as, cast, id, work, row)
}

function raiseCondition(tx: Tx, as: As, cast: Cast, updateId: number, work: ScaleWork, row: Row): void {
  const { conditionKind: kind, conditionAsk: ask, conditionUnitId: askedOfId } = row
  if (!kind || !ask) return
  const open = and(eq(conditions.projectId, work.id), eq(conditions.kind, kind), eq(conditions.state, 'open'))
  if (tx.select({ id: conditions.id }).from(conditions).where(open).get()) return
  const condition = { projectId: work.id, kind, ask, askedOfId: askedOfId ?? null, updateId }
  tx.insert(conditions)
    .values({ ...condition, state: 'open', raisedOn: row.submittedOn })
    .run()
  recordEvent(tx, as(cast.second), { action: 'condition.raised', subject: `project:${work.code}`, body: condition })
}

/** A work that keeps pace meets what was planned before this month; a slow one leaves it open. */
function meetMilestones(as: As, cast: Cast, works: readonly ScaleWork[], before: Day): void {
  write(as(system), 'scaleMilestonesMet', { before }, (tx) => {
    for (const work of works.filter(({ reporter, pace }) => reporter !== null && pace >= 0.95)) meetOf(tx, as, cast, work, before)
  })
}

function meetOf(tx: Tx, as: As, cast: Cast, work: ScaleWork, before: Day): void {
  const open = and(eq(milestones.projectId, work.id), isNull(milestones.metOn), lt(milestones.baselineOn, before))
  for (const { id, baselineOn } of tx.select().from(milestones).where(open).orderBy(asc(milestones.position)).all()) {
    if (baselineOn === null) continue
    const [sent, decided] = [as(work.reporter ?? cast.bureau), as(cast.second)]
    const period = baselineOn.slice(0, 7)
    const told = { projectId: work.id, kind: 'milestone' as const, period, milestoneId: id, metOn: baselineOn, revision: 1, warnings: [] }
    const submitted = { submittedBy: (work.reporter ?? cast.bureau).id, submittedAt: sent.at, submittedOn: sent.today }
    const approved = { decidedBy: cast.second.id, decidedAt: decided.at, decidedOn: decided.today }
    const row = { ...told, ...submitted, ...approved, status: 'approved' as const, current: true, timing: 'on-time' as const }
    const update = tx.insert(updates).values(row).returning({ id: updates.id }).get()
    tx.update(milestones).set({ metOn: baselineOn, metUpdateId: update.id }).where(eq(milestones.id, id)).run()
    const body = { update: update.id, kind: 'milestone', period, milestoneId: id, facts: { metOn: baselineOn } }
    recordEvent(tx, sent, { action: 'update.submitted', subject: `project:${work.code}`, body })
    recordEvent(tx, decided, { action: 'update.approved', subject: `project:${work.code}`, body: { ...body, facts: null, reason: null } })
  }
}
