import { type Day, type Month, shanghaiDay, yearOf } from './calendar'
import { type DutyFacts, monthReport, type ReportState, type Try } from './duty'
import { investedSoFar, type MonthFigure, monthAmount, yearFigures } from './investment'
import type { KnownWork } from './known-work'
import type { Light, LightLevel } from './light'
import type { LockSpan } from './lock'
import { lockLights } from './lock-lights'
import type { ChainId, Sector } from './plan'
import { boxOfItem } from './plan-entries'
import type { ProjectLevel, Stage } from './project'
import type { SummaryRules } from './summary'

export type LockWork = {
  projectId: number
  code: string
  name: string
  sector: Sector
  boxId: string | null
  chainId: ChainId | null
  level: ProjectLevel | null
  town: string | null
  stage: Stage
  ownerName: string | null
  responsibleName: string | null
  planOriginalYuan: number | null
  planYuan: number | null
  yearToDateYuan: number | null
  approvedMonth: Month | null
  flowYuan: number | null
  flowSince: Month | null
  investedYuan: number | null
  investedPartial: boolean
  step: string | null
  percent: number | null
  lightLevel: LightLevel
  lights: Light[]
  reportState: ReportState
}

/** A work's row in a period: only what was approved, only through the period's last month. Null for a work that has withdrawn: it counts no more. */
export function lockWork(known: KnownWork, span: LockSpan, rules: SummaryRules): LockWork | null {
  const duty = dutyOf(known)
  const stage = stageOn(known, span.standsOn)
  if (stage === 'withdrawn') return null
  const { id: projectId, ...identity } = known.project
  const figures = figuresOf(known, span)
  return {
    projectId,
    ...identity,
    boxId: boxOf(known),
    stage,
    ownerName: unitOn(known, 'owner', span.standsOn),
    responsibleName: unitOn(known, 'responsible', span.standsOn),
    ...planOf(known, span),
    ...moneyOf(known, span, figures),
    ...progressOf(known, span),
    ...lockLights(known, span, rules, { stage, duty, tries: triesOf(known), figures, final: finalOf(known, span) }),
    reportState: monthReport(
      duty,
      span.throughMonth,
      triesOf(known).get(span.throughMonth) ?? [],
      span.judgedOn,
      rules.duty,
      rules.holidays,
    ).state,
  }
}

function boxOf({ sources }: KnownWork): string | null {
  const first = [...sources].sort((a, b) => a.position - b.position)[0]
  return first ? boxOfItem(first.itemCode) : null
}

const stagesInOrder = ({ stages }: KnownWork) =>
  [...stages].sort((a, b) => (a.fromDay === b.fromDay ? a.id - b.id : a.fromDay < b.fromDay ? -1 : 1))

const stageOn = (known: KnownWork, day: Day): Stage =>
  stagesInOrder(known)
    .filter(({ fromDay }) => fromDay <= day)
    .at(-1)?.stage ?? 'unknown'

const unitOn = ({ units }: KnownWork, kind: 'owner' | 'responsible', day: Day): string | null =>
  units.find((unit) => unit.kind === kind && unit.fromDay <= day && (unit.toDay === null || unit.toDay > day))?.name ?? null

/** The first day on which a unit of the work had somebody who could report. */
function dutyOf(known: KnownWork): DutyFacts {
  const days = known.units.flatMap(({ kind, accountAt, fromDay }) =>
    kind === 'leader' || accountAt === null ? [] : [fromDay, shanghaiDay(accountAt)].sort().slice(-1),
  )
  return { stages: stagesInOrder(known).map(({ stage, fromDay }) => ({ stage, from: fromDay })), accountSince: days.sort()[0] ?? null }
}

const monthly = ({ updates }: KnownWork, { throughMonth }: LockSpan) =>
  updates
    .filter(({ kind, current, period }) => kind === 'monthly' && current && period <= throughMonth)
    .sort((a, b) => (a.period < b.period ? -1 : 1))

const figuresOf = (known: KnownWork, span: LockSpan): MonthFigure[] =>
  monthly(known, span).map(({ period, yearToDateYuan }) => ({ month: period, yearToDateYuan }))

function triesOf({ updates }: KnownWork): Map<Month, Try[]> {
  const tries = new Map<Month, Try[]>()
  const told = updates.filter(({ kind, status, correction }) => kind === 'monthly' && status !== 'withdrawn' && !correction)
  for (const { period, status, submittedOn, decidedOn, backfilled } of told.sort((a, b) => a.id - b.id))
    tries.set(period, [...(tries.get(period) ?? []), { status, submittedOn, decidedOn, backfilled }])
  return tries
}

/** The plan as first approved, and as it stands. */
function planOf({ plans }: KnownWork, { throughMonth }: LockSpan) {
  const approved = plans.filter(({ year, status }) => year === yearOf(throughMonth) && status === 'approved').sort((a, b) => a.id - b.id)
  return { planOriginalYuan: approved[0]?.plannedYuan ?? null, planYuan: approved.find(({ current }) => current)?.plannedYuan ?? null }
}

/** Completed on that day or before, as the last approved record says. */
function finalOf({ updates }: KnownWork, { standsOn }: LockSpan): { yuan: number; on: Day } | null {
  const row = updates
    .filter(({ kind, current, completedOn }) => kind === 'completion' && current && completedOn !== null && completedOn <= standsOn)
    .at(-1)
  return row && row.finalYuan !== null && row.completedOn !== null ? { yuan: row.finalYuan, on: row.completedOn } : null
}

function moneyOf(known: KnownWork, span: LockSpan, figures: readonly MonthFigure[]) {
  const own = yearFigures(figures).get(yearOf(span.throughMonth))
  const invested = investedSoFar(figures, known.opening, finalOf(known, span))
  const flow = monthAmount(figures, span.throughMonth)
  return {
    yearToDateYuan: own?.yuan ?? null,
    approvedMonth: own?.month ?? null,
    flowYuan: flow?.yuan ?? null,
    flowSince: flow?.since ?? null,
    investedYuan: invested.yuan,
    investedPartial: invested.partial,
  }
}

/** Each the last that was stated. */
function progressOf(known: KnownWork, span: LockSpan) {
  const told = monthly(known, span).reverse()
  return {
    step: told.find(({ step }) => step !== null)?.step ?? null,
    percent: told.find(({ percent }) => percent !== null)?.percent ?? null,
  }
}
