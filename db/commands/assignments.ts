import type { Ctx } from '../../domain/actor'
import type { LeaderAssignment } from '../../domain/leader'
import type { UnitAssignment } from '../../domain/project-input'
import { putUnit } from '../assignments'
import { unitInForce } from '../queries/units'
import { leaderInForce, putLeader } from '../registers/leaders'
import { changeWork, type Saved, workToEdit } from '../work-change'
import { write } from '../write'

/** 业主 or 责任单位 from a day on; the previous one ends where it begins. */
export function assignUnit(ctx: Ctx, input: UnitAssignment): Saved {
  return write(ctx, 'assignUnit', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    const { kind, organisation, fromDay } = input
    const before = unitInForce(tx, work.id, kind)
    if (!putUnit(tx, ctx, work, { kind, name: organisation, fromDay })) return { code: work.code, version: work.version }
    return changeWork(tx, ctx, work, {
      columns: {},
      action: 'project.assigned',
      before: { kind, unit: before?.name ?? null, fromDay: before?.fromDay ?? null },
      after: { kind, unit: organisation, fromDay },
    })
  })
}

/** 联系领导 from a day on, a person by name; the previous one ends where the next begins. */
export function assignLeader(ctx: Ctx, input: LeaderAssignment): Saved {
  return write(ctx, 'assignLeader', input, (tx) => {
    const work = workToEdit(tx, ctx, input)
    const { person, fromDay } = input
    const before = leaderInForce(tx, work.id)
    if (!putLeader(tx, ctx, work.id, { person, fromDay })) return { code: work.code, version: work.version }
    return changeWork(tx, ctx, work, {
      columns: {},
      action: 'project.assigned',
      before: { kind: 'leader', person: before?.person ?? null, fromDay: before?.fromDay ?? null },
      after: { kind: 'leader', person, fromDay },
    })
  })
}
