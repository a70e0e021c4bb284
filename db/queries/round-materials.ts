import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { draftFiles, materialDraft } from '../../domain/draft'
import { allow, refuse } from '../../domain/errors'
import { canHandInMaterial, canListProjects, canReadProject } from '../../domain/policy'
import { takesMaterials } from '../../domain/round-rules'
import { orm, type Reader } from '../client'
import { materialReturns, projectList, roundMaterials, rounds, roundWorks } from '../schema'
import { type EvidenceItem, evidenceOf } from './evidence'
import { type Person, peopleOf } from './people'
import { roundById } from './round-access'
import { materialsOf } from './round-team'
import { roundWorkById } from './round-work'
import { visibleProjects } from './scope'
import { workById } from './work'

/** What a round asks of one work of the reader's unit; `left` = not handed in yet. */
export type MaterialRequest = {
  roundWorkId: number
  round: string
  code: string
  work: string
  dueOn: Day | null
  overdue: boolean
  asked: number
  left: number
  visitOn: Day | null
}

/** For the home page of a project unit: open requests, the most urgent first. Nothing of a list that is not open. */
export function materialRequests(actor: UserActor, today: Day): MaterialRequest[] {
  if (!hasRole(actor, 'owner')) return []
  const db = orm()
  // Once the bulletin is out nobody waits for papers any more; they may still be handed in.
  const asking = and(isNotNull(rounds.listOpenedAt), inArray(rounds.state, ['notified', 'under-way', 'visits-ended']))
  const asked = sql<number>`(select count(*) from ${roundMaterials} where ${roundMaterials.roundId} = ${rounds.id})`
  const given = sql<number>`(select count(distinct ${materialReturns.materialId}) from ${materialReturns} where ${materialReturns.roundWorkId} = ${roundWorks.id})`
  const rows = db
    .select({
      work: roundWorks,
      title: rounds.title,
      dueOn: rounds.materialsDueOn,
      code: projectList.code,
      name: projectList.name,
      asked,
      given,
    })
    .from(roundWorks)
    .innerJoin(rounds, eq(rounds.id, roundWorks.roundId))
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .where(and(visibleProjects(actor), asking, sql`${asked} > ${given}`))
    .orderBy(sql`${rounds.materialsDueOn} is null`, asc(rounds.materialsDueOn), asc(projectList.code))
    .limit(50)
    .all()
  return rows.map(({ work, title, dueOn, code, name, ...counts }) => ({
    ...{ roundWorkId: work.id, round: title, code, work: name, dueOn, visitOn: work.visitOn },
    overdue: dueOn !== null && dueOn < today,
    asked: counts.asked,
    left: counts.asked - counts.given,
  }))
}

export type MaterialGiven = { id: number; words: string | null; on: Day; late: boolean; by: Person | null; files: EvidenceItem[] }
export type MaterialAsked = {
  id: number
  name: string
  given: MaterialGiven[]
  /** Files already on the form of who may hand in; null for readers. */
  draft: EvidenceItem[] | null
}
export type MaterialForm = {
  roundWorkId: number
  round: { id: number; title: string; fromDay: Day | null; toDay: Day | null; dueOn: Day | null }
  work: { code: string; name: string }
  visitOn: Day | null
  mayHandIn: boolean
  materials: MaterialAsked[]
}

/** What was asked of a work and what has come, file by file; the unit hands in here. */
export function materialForm(actor: UserActor, roundWorkId: number): MaterialForm {
  allow(canListProjects(actor))
  const db = orm()
  const roundWork = roundWorkById(db, roundWorkId)
  const work = workById(db, roundWork.projectId)
  if (!roundWork.listOpen || !canReadProject(actor, work)) refuse('not-found')
  const round = roundById(db, roundWork.roundId)
  const mayHandIn = canHandInMaterial(actor, work) && takesMaterials(round)
  const given = givenFor(db, actor, roundWorkId, round.materialsDueOn)
  return {
    roundWorkId,
    round: { id: round.id, title: round.title, fromDay: round.fromDay, toDay: round.toDay, dueOn: round.materialsDueOn },
    work: { code: work.code, name: work.name },
    visitOn: roundWork.visitOn,
    mayHandIn,
    materials: materialsOf(db, round.id).map(({ id, name }) => ({
      ...{ id, name, given: given.get(id) ?? [] },
      draft: mayHandIn ? evidenceOf(actor, draftFiles(materialDraft(roundWorkId, id))) : null,
    })),
  }
}

function givenFor(db: Reader, actor: UserActor, roundWorkId: number, dueOn: Day | null): Map<number, MaterialGiven[]> {
  const rows = db.select().from(materialReturns).where(eq(materialReturns.roundWorkId, roundWorkId)).orderBy(asc(materialReturns.id)).all()
  const people = peopleOf(
    db,
    rows.map(({ handedInBy }) => handedInBy),
  )
  const byMaterial = new Map<number, MaterialGiven[]>()
  for (const { id, materialId, words, handedInOn, handedInBy } of rows) {
    const late = dueOn !== null && handedInOn > dueOn
    const given = { id, words, on: handedInOn, late, by: people.get(handedInBy) ?? null, files: evidenceOf(actor, `material:${id}`) }
    byMaterial.set(materialId, [...(byMaterial.get(materialId) ?? []), given])
  }
  return byMaterial
}
