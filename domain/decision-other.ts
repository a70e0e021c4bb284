import { type Day, type Month, type Quarter, yearOf } from './calendar'
import { check, type DecisionLine, day, difference, isTold, line, month, oddCheck, slip, type Value, wan, words } from './decision'
import type { FactSheet } from './fact-sheet'
import { formatWan } from './money'
import type { CurveShape } from './plan-curve'

/** A milestone: met on a day, or expected on another. */
export type MilestoneSaid = { metOn: Day | null; forecastOn: Day | null; reason: string | null }
export type MilestoneStands = MilestoneSaid & { name: string; originalOn: Day | null; baselineOn: Day | null }

export function milestoneLines(now: MilestoneSaid, stands: Omit<MilestoneStands, 'reason'>): DecisionLine[] {
  const told = now.metOn ?? now.forecastOn
  const against = slip(stands.baselineOn, told)
  const checks = [
    against && against.value > 0 ? oddCheck('after-baseline', { days: against.value, day: stands.baselineOn ?? '' }) : check('in-time'),
    ...(stands.originalOn && stands.originalOn !== stands.baselineOn ? [check('original', { day: stands.originalOn })] : []),
  ]
  const before = stands.metOn ?? stands.forecastOn ?? stands.baselineOn
  const said = line(now.metOn ? 'metOn' : 'forecast', day(before), day(told), { name: stands.name, change: slip(before, told), checks })
  return [said, line('reason', null, words(now.reason))].filter(isTold)
}

export type CompletionSaid = { completedOn: Day | null; finalYuan: number | null; documentNo: string | null }
export type CompletionStands = { completedOn: Day | null; approvedYuan: number | null; totalYuan: number | null }

export function completionLines(now: CompletionSaid, stands: CompletionStands): DecisionLine[] {
  const { totalYuan, approvedYuan } = stands
  const checks = [
    now.finalYuan === null ? check('not-told') : null,
    totalYuan === null ? null : check('total', { total: formatWan(totalYuan) }),
  ]
  return [
    line('completedOn', day(stands.completedOn), day(now.completedOn), { change: slip(stands.completedOn, now.completedOn) }),
    line('final', wan(approvedYuan), wan(now.finalYuan), {
      change: difference('wan', approvedYuan, now.finalYuan),
      checks: checks.filter((entry) => entry !== null),
    }),
    line('document', null, words(now.documentNo)),
  ]
}

/** A fact sheet shows what it changes, and of the rest only what it states. */
export function sheetLines(now: FactSheet, before: FactSheet | null): DecisionLine[] {
  const said = (sheet: FactSheet): Record<string, Value> => ({
    nationalCode: words(sheet.nationalCode),
    constructionKind: { as: 'construction', value: sheet.constructionKind },
    content: words(sheet.content),
    responsible: words(sheet.responsible),
    startMonth: month(sheet.startMonth),
    finishMonth: month(sheet.finishMonth),
    total: wan(sheet.totalYuan),
    totalDocument: words(sheet.totalDocument),
    fullOutput: wan(sheet.fullOutputYuan),
    fullOutputSource: words(sheet.fullOutputSource),
    opening: wan(sheet.openingYuan),
    openingYear: words(sheet.openingYear === null ? null : String(sheet.openingYear)),
    contact: words(sheet.contact),
    telephone: words(sheet.telephone),
    approvals: words(sheet.approvals.map(({ name, number: no, day: on }) => [name, no, on].filter(Boolean).join(' ')).join('；') || null),
  })
  const was = before ? said(before) : null
  const lines = Object.entries(said(now)).map(([field, value]) => {
    const old = was?.[field] ?? null
    const change = value.as === 'wan' && old?.as === 'wan' ? difference('wan', old.value, value.value) : null
    const removed = value.value === null && old !== null && old.value !== null
    return line(field, old, value, { change, checks: removed ? [oddCheck('taken-out')] : [] })
  })
  return lines.filter(isTold).toSorted((a, b) => Number(unchanged(a)) - Number(unchanged(b)))
}

const unchanged = ({ before, now }: DecisionLine): boolean => before !== null && before.value === now.value

export type PlanSaid = {
  plannedYuan: number | null
  startMonth: Month | null
  finishMonth: Month | null
  productionMonth?: Month | null
  curveShape?: CurveShape | null
  curve?: readonly number[] | null
  imageGoal?: string | null
  leader?: string | null
  responsible?: string | null
  listNote?: string | null
  documentNo: string | null
  reason: string | null
}

/** What a plan says besides its figures, a line each where it is said. */
function planWords(now: PlanSaid, before: PlanSaid | null): DecisionLine[] {
  const said = (plan: PlanSaid): Record<string, Value> => ({
    productionMonth: month(plan.productionMonth ?? null),
    curveShape: { as: 'curve', value: plan.curveShape ?? null },
    imageGoal: words(plan.imageGoal ?? null),
    leader: words(plan.leader ?? null),
    responsible: words(plan.responsible ?? null),
    listNote: words(plan.listNote ?? null),
  })
  const was = before && said(before)
  const lines = Object.entries(said(now)).map(([field, value]) => line(field, was?.[field] ?? null, value))
  return [...lines, ...curveLines(now.curve ?? null, before?.curve ?? null)]
}

/** An own curve is decided on month by month. */
const curveLines = (now: readonly number[] | null, before: readonly number[] | null): DecisionLine[] =>
  (now ?? []).map((yuan, at) => {
    const old = before?.[at] ?? null
    return line('curveMonth', before && wan(old), wan(yuan), { name: String(at + 1), change: difference('wan', old, yuan) })
  })

export function planLines(now: PlanSaid, before: PlanSaid | null, totalYuan: number | null): DecisionLine[] {
  const { plannedYuan } = now
  const more = plannedYuan !== null && totalYuan !== null && plannedYuan > totalYuan
  const checks = more ? [oddCheck('over-total-plan', { total: formatWan(totalYuan) })] : plannedYuan === null ? [check('not-told')] : []
  const lines = [
    line('planned', before && wan(before.plannedYuan), wan(plannedYuan), {
      change: difference('wan', before?.plannedYuan, plannedYuan),
      checks,
    }),
    line('startMonth', before && month(before.startMonth), month(now.startMonth)),
    line('finishMonth', before && month(before.finishMonth), month(now.finishMonth)),
    ...planWords(now, before),
    line('document', before && words(before.documentNo), words(now.documentNo)),
    line('reason', null, words(now.reason)),
  ]
  return lines.filter(isTold)
}

export type DateSaid = {
  name: string
  kind: 'first' | 'change'
  plannedOn: Day
  baselineOn: Day | null
  originalOn: Day | null
  reason: string | null
}

export function dateLines(dates: readonly DateSaid[]): DecisionLine[] {
  return dates.map(({ name, kind, plannedOn, baselineOn, originalOn, reason }) => {
    const checks = kind === 'first' ? [check('first-date')] : [oddCheck('baseline-moves', { reason: reason ?? '—' })]
    if (kind === 'change' && originalOn) checks.push(check('original', { day: originalOn }))
    return line('plannedOn', day(baselineOn), day(plannedOn), { name, change: slip(baselineOn, plannedOn), checks })
  })
}

export type OutputSaid = { quarter: Quarter; yuan: number }

/** Year-to-date: within a year it does not fall without being odd. */
export function outputLines(now: OutputSaid, before: OutputSaid | null): DecisionLine[] {
  const same = before !== null && yearOf(before.quarter) === yearOf(now.quarter)
  const change = same ? difference('wan', before.yuan, now.yuan) : null
  const checks = change && change.value < 0 ? [oddCheck('output-fell')] : []
  return [line('output', before && wan(before.yuan), wan(now.yuan), { change, checks })]
}

export type StatisticsSaid = { yuan: number; throughMonth: Month; source: string }
export type SummedReturns = { yuan: number | null; known: number; all: number; through: Month | null }

/** Two truths beside each other: what statistics say, and what the enterprises' approved returns add up to. */
export function statisticsLines(now: StatisticsSaid, before: StatisticsSaid | null, summed: SummedReturns): DecisionLine[] {
  const beside = check('returns-sum', { figure: formatWan(summed.yuan), known: summed.known, all: summed.all })
  return [
    line('output', before && wan(before.yuan), wan(now.yuan), { change: difference('wan', before?.yuan, now.yuan), checks: [beside] }),
    line('throughMonth', before && month(before.throughMonth), month(now.throughMonth)),
    line('source', before && words(before.source), words(now.source)),
  ]
}
