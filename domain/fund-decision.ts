import { check, type DecisionLine, difference, line, month, number, oddCheck, wan, words } from './decision'
import { amountOf, type FundLine, type FundMeasure, fundMeasures, fundSum } from './fund'
import { type FundContext, lineOddities, sumOddity } from './fund-checks'
import { formatWan } from './money'
import { beside } from './statistics-investment'

const fields: Record<FundMeasure, string> = { planned: 'fundPlanned', inPlace: 'fundInPlace', paid: 'fundPaid' }
const sums: Record<FundMeasure, string> = { planned: 'fundPlannedSum', inPlace: 'fundInPlaceSum', paid: 'fundPaidSum' }

type Stands = { before: readonly FundLine[]; context: FundContext }

/** A return as a decision: what each source told, then the sums against the declared total; sources that bring nothing are one line. */
export function fundDecisionLines(lines: readonly FundLine[], { before, context }: Stands): DecisionLine[] {
  const unused = lines.filter((line) => isUnused(line) && isUnused(beforeOf(before, line)))
  const used = lines.filter((line) => !unused.includes(line))
  return [
    ...used.flatMap((line) => sourceLines(line, beforeOf(before, line), context)),
    ...fundMeasures.map((measure) => sumLine(lines, before, measure, context.totalYuan)),
    ...(unused.length > 0 ? [unusedLine(unused)] : []),
  ]
}

const unusedLine = (lines: readonly FundLine[]): DecisionLine =>
  line('fundUnused', null, number(lines.length), { checks: [check('fund-unused', { names: lines.map(({ name }) => name).join('、') })] })

const beforeOf = (before: readonly FundLine[], { sourceId }: FundLine): FundLine | null =>
  before.find((line) => line.sourceId === sourceId) ?? null

const isUnused = (line: FundLine | null): boolean => line === null || fundMeasures.every((measure) => amountOf(line, measure) === 0)

function sourceLines(now: FundLine, before: FundLine | null, context: FundContext): DecisionLine[] {
  const oddities = lineOddities(now, context)
  return fundMeasures.flatMap((measure) => {
    const [was, is] = [before && amountOf(before, measure), amountOf(now, measure)]
    if (was === null && is === null) return []
    const checks = oddities.filter((odd) => odd.measure === measure).map(({ warning }) => oddCheck(warning))
    return [line(fields[measure], before && wan(was), wan(is), { name: now.name, change: difference('wan', was, is), checks })]
  })
}

function sumLine(lines: readonly FundLine[], before: readonly FundLine[], measure: FundMeasure, totalYuan: number | null): DecisionLine {
  const [was, is] = [fundSum(before, measure), fundSum(lines, measure)]
  const odd = measure === 'planned' ? sumOddity(lines, totalYuan) : null
  const checks = [
    ...(odd === null ? [] : [oddCheck(odd)]),
    ...(is.unknown > 0 ? [check('fund-coverage', { known: is.known, all: lines.length })] : []),
    ...(measure === 'planned' && totalYuan !== null ? [check('total', { total: formatWan(totalYuan) })] : []),
  ]
  return line(sums[measure], before.length > 0 ? wan(was.yuan) : null, wan(is.yuan), {
    change: difference('wan', was.yuan, is.yuan),
    checks,
  })
}

export type StatisticsSaid = { yuan: number; throughMonth: string; source: string }

/** Statistics beside the approved updates of the same month: neither takes the other's place. */
export function statisticsInvestmentLines(now: StatisticsSaid, before: StatisticsSaid | null, dispatchYuan: number | null): DecisionLine[] {
  const { differenceYuan, percent } = beside(now.yuan, dispatchYuan)
  const checks =
    dispatchYuan === null
      ? [check('dispatch-unknown')]
      : [
          check('dispatch-beside', {
            figure: formatWan(dispatchYuan),
            difference: formatWan(differenceYuan),
            percent: percent === null ? '—' : `${percent}%`,
          }),
        ]
  return [
    line('statisticsInvested', before && wan(before.yuan), wan(now.yuan), { change: difference('wan', before?.yuan, now.yuan), checks }),
    line('throughMonth', before && month(before.throughMonth), month(now.throughMonth)),
    line('source', before && words(before.source), words(now.source)),
  ]
}
