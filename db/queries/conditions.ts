import { and, asc, count, desc, eq, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import type { ConditionKind } from '../../domain/condition'
import { allow } from '../../domain/errors'
import { canAnswerCondition, canCloseCondition, canListProjects, canReadProject } from '../../domain/policy'
import { orm } from '../client'
import { conditions, organisations, projectList } from '../schema'
import { type Person, peopleOf } from './people'
import { visibleProjects } from './scope'

/** One enabling condition; `own` = the reader may open the work itself, a unit that is only asked may not. */
export type ConditionItem = {
  id: number
  version: number
  kind: ConditionKind
  ask: string
  state: 'open' | 'answered' | 'solved' | 'cannot'
  raisedOn: string
  answer: string | null
  answeredOn: string | null
  answeredBy: Person | null
  closedOn: string | null
  askedOf: string | null
  code: string
  work: string
  own: boolean
  mayAnswer: boolean
  mayClose: boolean
}
type Ask = { page: number; closed: boolean; project?: string | undefined }
export type ConditionList = { rows: ConditionItem[]; total: number; open: number; closed: number }

export const conditionsAPage = 50

/** A unit finds what stands in the way of its own works and what it is asked; who reads all works finds all. Oldest first while open. */
export function conditionList(actor: UserActor, { page, closed, project }: Ask): ConditionList {
  allow(canListProjects(actor))
  const scope = and(or(visibleProjects(actor), askedOf(actor)), project ? eq(projectList.code, project) : undefined)
  const [openRows, closedRows] = [rowsOf(and(scope, isNull(conditions.closedOn))), rowsOf(and(scope, isNotNull(conditions.closedOn)))]
  const found = orm()
    .select({ condition: conditions, code: projectList.code, work: projectList.name, askedOf: organisations.name, units })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(and(scope, closed ? isNotNull(conditions.closedOn) : isNull(conditions.closedOn)))
    .orderBy(...(closed ? [desc(conditions.closedOn), desc(conditions.id)] : [asc(conditions.raisedOn), asc(conditions.id)]))
    .limit(conditionsAPage)
    .offset((page - 1) * conditionsAPage)
    .all()
  const people = peopleOf(
    orm(),
    found.map(({ condition }) => condition.answeredBy),
  )
  const rows = found.map(({ condition, code, work, askedOf: unit, units: { ownerId, responsibleId } }): ConditionItem => {
    const { id, version, kind, ask, state, raisedOn, answer, answeredOn, closedOn, askedOfId } = condition
    return {
      ...{ id, version, kind, ask, state, raisedOn, answer, answeredOn, closedOn, code, work, askedOf: unit },
      answeredBy: people.get(condition.answeredBy ?? 0) ?? null,
      own: canReadProject(actor, { unitIds: [ownerId, responsibleId].filter((unitId) => unitId !== null) }),
      mayAnswer: closedOn === null && canAnswerCondition(actor, askedOfId),
      mayClose: closedOn === null && canCloseCondition(actor),
    }
  })
  return { rows, total: closed ? closedRows : openRows, open: openRows, closed: closedRows }
}

const units = { ownerId: projectList.ownerId, responsibleId: projectList.responsibleId }

const askedOf = (actor: UserActor): SQL => eq(conditions.askedOfId, actor.organisationId)

function rowsOf(condition: SQL | undefined): number {
  const rows = orm().select({ rows: count() }).from(conditions).innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
  return rows.where(condition).get()?.rows ?? 0
}

/** The works a condition may be raised for: one's own, or all for the bureau; those withdrawn are closed. */
export function worksToAskFor(actor: UserActor): { code: string; name: string }[] {
  const visible = visibleProjects(actor)
  allow(hasRole(actor, 'owner', 'bureau'))
  return orm()
    .select({ code: projectList.code, name: projectList.name })
    .from(projectList)
    .where(and(visible, ne(projectList.stage, 'withdrawn')))
    .orderBy(asc(projectList.code))
    .limit(2000)
    .all()
}
