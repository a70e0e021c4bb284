import { desc, eq } from 'drizzle-orm'
import type { Day } from '../domain/calendar'
import type { Stage } from '../domain/project'
import type { Reader, Tx } from './client'
import type { Work } from './queries/work'
import { projectStages } from './schema'

/** `at` = when it is entered. */
export type NewStage = { to: Stage; on: Day; reason: string | null; at: string }

/** The day the present stage began; null while no stage was ever said. */
export function stageBegan(db: Reader, projectId: number): Day | null {
  const rows = db.select().from(projectStages).where(eq(projectStages.projectId, projectId))
  return rows.orderBy(desc(projectStages.fromDay), desc(projectStages.id)).limit(1).get()?.fromDay ?? null
}

/** Adds the stage to the work's history and gives the columns that follow from it. */
export function enterStage(tx: Tx, work: Work, { to, on, reason, at }: NewStage) {
  tx.insert(projectStages).values({ projectId: work.id, stage: to, fromDay: on, reason, recordedAt: at }).run()
  const pause = to === 'paused' ? { pauseReason: reason, pauseRefreshedOn: on } : { pauseReason: null, pauseRefreshedOn: null }
  return { stage: to, stageSince: on, completedOn: completionDay(work, to, on), ...pause }
}

/** Completed on that day; a work in operation keeps the day, one that is building again has none. */
function completionDay(work: Work, to: Stage, on: Day): Day | null {
  if (to === 'completed') return work.completedOn ?? on
  return to === 'construction' ? null : work.completedOn
}
