import type { LitWork, OpenCondition } from '../../db/queries/decisions'
import type { Asked } from './leader-decisions'
import type { Worst } from './leader-slips'

type Counted<Row> = { rows: Row[]; total: number }
export type LeaderThings = { asked: Asked; worst: Worst; conditions: Counted<OpenCondition>; late: Counted<LitWork> }

/** Read as many of each as may have been told above, so that lists stay full without them. */
export const toRead = { asked: 5, worst: 10, conditions: 10, late: 20 } as const
const most = { worst: 5, conditions: 5, late: 10 } as const

/** Each thing once, where it weighs most: a decision asked for, then a slip, then a light; the totals stay those of the lists they lead to. */
export function onlyOnce({ asked, worst, conditions, late }: LeaderThings): LeaderThings {
  const told = new Set(asked.rows.map(({ code }) => code))
  const slipping = worst.rows.filter(({ code }) => !told.has(code)).slice(0, most.worst)
  for (const { code } of slipping) told.add(code)
  const ids = new Set(asked.rows.map(({ id }) => id))
  const open = conditions.rows.filter(({ id }) => !ids.has(id)).slice(0, most.conditions)
  return {
    asked,
    worst: { rows: slipping, total: worst.total },
    conditions: { rows: open, total: conditions.total },
    late: { rows: late.rows.filter(({ row }) => !told.has(row.code)).slice(0, most.late), total: late.total },
  }
}
