import { type Day, type Month, monthOf } from './calendar'
import type { Stage } from './project'

/** 四个一批: 储备, 开工, 竣工, 投产. */
export const batches = ['reserve', 'start', 'finish', 'operation'] as const
export type Batch = (typeof batches)[number]

/** The stages a work has reached when it counts in a batch, and those it has fallen back to when it counts no more. */
export const batchStages: Record<Batch, { reached: readonly Stage[]; before: readonly Stage[] }> = {
  reserve: { reached: ['reserve', 'preparatory'], before: ['construction', 'completed', 'operation'] },
  start: { reached: ['construction', 'completed', 'operation'], before: ['reserve', 'preparatory'] },
  finish: { reached: ['completed', 'operation'], before: ['reserve', 'preparatory', 'construction'] },
  operation: { reached: ['operation'], before: ['reserve', 'preparatory', 'construction', 'completed'] },
}

/** Done in time, done later than planned, done without a plan of this year; or not yet due, overdue, without a month. */
export const batchStates = ['done', 'done-late', 'unplanned', 'open', 'overdue'] as const
export type BatchState = (typeof batchStates)[number]

/** `planned` = the month this year's plan gives; `doneOn` = since when the work stands there without having fallen back. */
export function batchState(planned: Month | null, doneOn: Day | null, today: Day): BatchState {
  if (planned === null) return 'unplanned'
  if (doneOn !== null) return monthOf(doneOn) > planned ? 'done-late' : 'done'
  return monthOf(today) > planned ? 'overdue' : 'open'
}
