import { z } from 'zod'
import { type Day, type Month, monthOf } from './calendar'
import type { Issue } from './errors'
import { monthField, needed, wordsField } from './fields'
import { amountField } from './project-input'
import { codeField } from './update-input'

/** 统计口径: this year's investment of a work up to a month, as statistics give it, with where it stands. */
export const statisticsInvestmentInput = z.object({
  code: codeField(),
  throughMonth: needed(monthField()),
  yuan: needed(amountField()),
  source: needed(wordsField(200)),
  revisionReason: wordsField(500),
})
export type StatisticsInvestmentInput = z.output<typeof statisticsInvestmentInput>

export const firstStatisticsMonth: Month = '2021-01'

export function statisticsInvestmentIssues(input: StatisticsInvestmentInput, today: Day, corrects: boolean): Issue[] {
  const { throughMonth, revisionReason } = input
  const issues: (Issue | false)[] = [
    throughMonth < firstStatisticsMonth && {
      field: 'throughMonth',
      code: 'before-period',
      params: { month: firstStatisticsMonth },
    },
    throughMonth > monthOf(today) && { field: 'throughMonth', code: 'in-the-future' },
    corrects && revisionReason === null && { field: 'revisionReason', code: 'revision-needs-reason' },
  ]
  return issues.filter((issue) => issue !== false)
}

/** 统计 beside 调度 of the same month; the difference exists only between two known figures, a share only of more than nothing. */
export type Beside = { statisticsYuan: number | null; dispatchYuan: number | null; differenceYuan: number | null; percent: number | null }

export function beside(statisticsYuan: number | null, dispatchYuan: number | null): Beside {
  const differenceYuan = statisticsYuan === null || dispatchYuan === null ? null : statisticsYuan - dispatchYuan
  const percent =
    differenceYuan === null || dispatchYuan === null || dispatchYuan === 0 ? null : Math.round((differenceYuan / dispatchYuan) * 1000) / 10
  return { statisticsYuan, dispatchYuan, differenceYuan, percent }
}
