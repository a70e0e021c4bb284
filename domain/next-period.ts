import { z } from 'zod'
import { dayField, needed, patternField, wordsField } from './fields'
import type { Stage } from './project'

/** A period's own id: `15fyp`. */
const periodField = () => patternField(/^[a-z0-9][a-z0-9-]{1,19}$/, '15fyp')

/** A period that has not been planned yet: its works come from the one before. */
export const periodInput = z
  .object({
    id: needed(periodField()),
    name: needed(wordsField(60)),
    fromDay: needed(dayField()),
    toDay: needed(dayField()),
  })
  .superRefine(({ fromDay, toDay }, context) => {
    if (toDay <= fromDay) context.addIssue({ code: 'custom', message: 'before-previous', path: ['toDay'], params: { day: fromDay } })
  })
export type PeriodInput = z.output<typeof periodInput>

export const mostCarried = 200

export const carryOverInput = z.object({
  periodId: needed(periodField()),
  codes: z
    .array(needed(wordsField(10)))
    .min(1, 'required')
    .max(mostCarried, 'not-a-choice'),
  reason: needed(wordsField(300)),
})
export type CarryOverInput = z.output<typeof carryOverInput>

/** Finished or given up: nothing of it is left to do in a next period. */
const settled: readonly Stage[] = ['completed', 'operation', 'withdrawn']
export const unfinishedStages = (all: readonly Stage[]): Stage[] => all.filter((stage) => !settled.includes(stage))
export const isUnfinished = (stage: Stage): boolean => !settled.includes(stage)
