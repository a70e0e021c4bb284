import { addMonths, type Day, type Month, monthNumber, yearOf } from './calendar'
import {
  type Check,
  check,
  type DecisionLine,
  day as dayValue,
  difference,
  isTold,
  line,
  number,
  oddCheck,
  percent,
  slip,
  wan,
  words,
} from './decision'
import { type MonthFigure, monthAmount } from './investment'
import { formatWan } from './money'
import { bandOf, type LightRules, onePlace, timeProgress } from './rating'

export type MonthFacts = {
  period: Month
  noChange: boolean
  yearToDateYuan: number | null
  step: string | null
  progressText: string | null
  percent: number | null
  quantityDone: number | null
  conditionKind: string | null
  conditionAsk: string | null
  forecastOn: Day | null
  warnings: readonly string[]
}
export type MonthContext = {
  figures: readonly MonthFigure[]
  plan: { yuan: number | null; startMonth: Month | null; finishMonth: Month | null } | null
  rules: LightRules
  quantity: { unit: string; planned: number | null } | null
  milestone: { name: string; baselineOn: Day | null; forecastOn: Day | null } | null
  askedOf: string | null
  askedBefore: { kind: string; ask: string } | null
}

/** A month as a decision: beside the month approved before it (for a correction, beside what it corrects). */
export function monthLines(now: MonthFacts, before: MonthFacts | null, context: MonthContext): DecisionLine[] {
  const lines = [
    invested(now, before, context),
    completion(now, before, context),
    progress(now, before),
    line('progressText', before && words(before.progressText), words(now.progressText)),
    quantity(now, before, context),
    forecast(now, context),
    ...condition(now, context),
  ]
  return lines.filter((entry) => entry.field === 'invested' || isTold(entry))
}

const odd = (now: MonthFacts, ...codes: string[]): Check[] =>
  now.warnings.filter((code) => codes.includes(code)).map((code) => oddCheck(code))

/** A new year begins again: last year's sum is shown, but no difference. */
const comparable = (now: MonthFacts, before: MonthFacts | null) => before !== null && yearOf(now.period) === yearOf(before.period)

function invested(now: MonthFacts, before: MonthFacts | null, { figures, plan }: MonthContext): DecisionLine {
  const told = [...figures.filter(({ month }) => month !== now.period), { month: now.period, yearToDateYuan: now.yearToDateYuan }]
  const amount = monthAmount(told, now.period)
  const share = evenShare(now.period, plan)
  const checks: Check[] = []
  if (now.yearToDateYuan === null) checks.push(check('not-told'))
  else if (amount?.since === addMonths(now.period, -1)) checks.push(check('in-month', { amount: formatWan(amount.yuan) }))
  else if (amount?.since) checks.push(check('since', { amount: formatWan(amount.yuan), month: amount.since }))
  else if (amount) checks.push(check('this-year', { amount: formatWan(amount.yuan) }))
  if (amount && share) checks.push(check('plan-share', { plan: formatWan(share), percent: onePlace((amount.yuan / share) * 100) }))
  checks.push(...odd(now, 'lowered', 'above-later', 'three-zeros', 'over-total', 'below-plan'))
  const change = comparable(now, before) ? difference('wan', before?.yearToDateYuan, now.yearToDateYuan) : null
  return line('invested', before && wan(before.yearToDateYuan), wan(now.yearToDateYuan), { change, checks })
}

/** The month's even share of the annual plan, between its start and finish; null outside or without a plan. */
function evenShare(period: Month, plan: MonthContext['plan']): number | null {
  if (!plan?.yuan) return null
  const year = yearOf(period)
  const from = plan.startMonth !== null && yearOf(plan.startMonth) === year ? monthNumber(plan.startMonth) : 1
  const to = plan.finishMonth !== null && yearOf(plan.finishMonth) === year ? monthNumber(plan.finishMonth) : 12
  const at = monthNumber(period)
  return at >= from && at <= to ? plan.yuan / (to - from + 1) : null
}

function completion(now: MonthFacts, before: MonthFacts | null, { plan, rules }: MonthContext): DecisionLine {
  const done = (facts: MonthFacts | null) =>
    facts === null || facts.yearToDateYuan === null || !plan?.yuan ? null : onePlace((facts.yearToDateYuan / plan.yuan) * 100)
  const [was, is] = [comparable(now, before) ? done(before) : null, done(now)]
  const checks = is === null ? [] : [againstTime(now.period, is, plan, rules)]
  return line('completion', before && percent(was), percent(is), { change: difference('points', was, is), checks })
}

function againstTime(period: Month, done: number, plan: MonthContext['plan'], rules: LightRules): Check {
  const time = onePlace(timeProgress(period, plan?.startMonth ?? null, plan?.finishMonth ?? null))
  const gap = onePlace(time - done)
  if (bandOf(gap, rules) === 'green') return check('with-time', { time })
  return oddCheck('behind-time', { time, points: gap })
}

function progress(now: MonthFacts, before: MonthFacts | null): DecisionLine {
  const said = (facts: MonthFacts | null) =>
    facts === null ? null : [facts.step, facts.percent === null ? null : `${facts.percent}%`].filter(Boolean).join(' ') || null
  return line('progress', before && words(said(before)), words(said(now)), {
    change: difference('points', before?.percent, now.percent),
    checks: odd(now, 'percent-fell', 'done-uninvested'),
  })
}

function quantity(now: MonthFacts, before: MonthFacts | null, context: MonthContext): DecisionLine {
  const checks = odd(now, 'quantity-fell')
  if (context.quantity?.planned) checks.push(check('of-planned', { planned: context.quantity.planned, unit: context.quantity.unit }))
  return line('quantity', before && number(before.quantityDone), number(now.quantityDone), {
    name: context.quantity?.unit ?? null,
    change: difference('number', before?.quantityDone, now.quantityDone),
    checks,
  })
}

function forecast(now: MonthFacts, { milestone }: MonthContext): DecisionLine {
  if (!milestone || now.forecastOn === null) return line('forecast', null, dayValue(null))
  const before = milestone.forecastOn ?? milestone.baselineOn
  const against = slip(milestone.baselineOn, now.forecastOn)
  const late = against !== null && against.value > 0 && milestone.baselineOn !== null
  const checks = late ? [oddCheck('after-baseline', { days: against.value, day: milestone.baselineOn ?? '' })] : []
  return line('forecast', dayValue(before), dayValue(now.forecastOn), {
    name: milestone.name,
    change: slip(before, now.forecastOn),
    checks,
  })
}

function condition(now: MonthFacts, { askedOf, askedBefore }: MonthContext): DecisionLine[] {
  const same = askedBefore !== null && askedBefore.kind === now.conditionKind && askedBefore.ask === now.conditionAsk
  const asked = now.conditionKind === null ? [] : [askedOf ? check('asked-of', { name: askedOf }) : check('asked-of-nobody')]
  return [
    line(
      'condition',
      askedBefore && { as: 'condition', value: askedBefore.kind },
      { as: 'condition', value: now.conditionKind },
      { checks: asked },
    ),
    line('conditionAsk', askedBefore && words(askedBefore.ask), words(now.conditionAsk), { checks: same ? [check('still-open')] : [] }),
  ]
}
