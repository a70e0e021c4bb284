import { asc, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canLoadPlan } from '../../domain/policy'
import { rulesOn } from '../queries/rules'
import { projectList } from '../schema'
import { refreshProject } from '../summaries'
import { write } from '../write'

const step = 100

/** A new day moves the lights: rows rated for another day are recomputed, a step at a time. Returns how many are left for a next call. */
export function rerateProjects(ctx: Ctx): number {
  return write(ctx, 'rerateProjects', null, (tx) => {
    allow(canLoadPlan(ctx.actor))
    const stale = tx
      .select({ id: projectList.projectId })
      .from(projectList)
      .where(ne(projectList.ratedOn, ctx.today))
      .orderBy(asc(projectList.projectId))
      .limit(step)
      .all()
    const rules = rulesOn(tx, ctx.today)
    for (const { id } of stale) refreshProject(tx, ctx.today, id, rules)
    return stale.length
  })
}
