import { z } from 'zod'
import type { Day } from './calendar'
import type { Issue } from './errors'
import { dayField, needed, wholeField, wordsField } from './fields'

/** The year's list: drafted by one person of the bureau from the plans in force, published by another. */
export const yearListInput = z.object({
  year: needed(wholeField(2000, 2100)),
  documentNo: needed(wordsField(120)),
  title: needed(wordsField(200)),
  day: needed(dayField()),
  reason: wordsField(500),
})
export type YearListInput = z.output<typeof yearListInput>

export const yearListDecision = z.object({ id: needed(wholeField(1, 999_999_999)) })
export const yearListReturn = z.object({ id: needed(wholeField(1, 999_999_999)), reason: needed(wordsField(500)) })

export type Published = { revision: number; day: Day }

/** A later list supersedes the one before, and says why. */
export function yearListIssues(input: YearListInput, today: Day, before: Published | null): Issue[] {
  const issues: (Issue | false)[] = [
    input.day > today && { field: 'day', code: 'in-the-future' },
    before !== null && input.day < before.day && { field: 'day', code: 'before-previous', params: { day: before.day } },
    before !== null && input.reason === null && { field: 'reason', code: 'needs-reason' },
  ]
  return issues.filter((issue) => issue !== false)
}

/** The list is fixed by the end of March of its year: by the day of its document. */
export const isLateList = ({ year, day }: { year: number; day: Day }): boolean => day > `${year}-03-31`

/** What became of a work since a list: not in it and in force now, in it and no more, or with another plan. */
export type ListChange = 'entered' | 'left' | 'changed'
