import { asc, desc, eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { found } from '../../domain/errors'
import type { ChainId, Clause, PlanItem } from '../../domain/plan'
import { canKeepRounds, canReadAllProjects, canReadContacts } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { namesDuring } from '../registers/names'
import { assignments, organisations, projectList, projectSources } from '../schema'
import { maskedItem, maskedQuote } from './mask'
import { planBox, planChains, planItem, planProject } from './plan'
import type { ProjectRow } from './project-list'
import { readableWork } from './readable-work'
import type { Work } from './work'

/** A plan item that names the work, as it may stand beside figures, with the box it stands in. */
export type Source = { item: PlanItem; boxId: string; boxTitle: string }
/** A unit or person from a day to a day, under the name of its last day; `former` = what it was called before in that time. */
export type UnitSpan = {
  kind: 'owner' | 'responsible' | 'leader'
  id: number | null
  name: string
  former: string[]
  fromDay: Day
  toDay: Day | null
}
/** `name` null = in no chain, or nobody knows; `basis` tells which. */
export type ProjectChain = {
  id: ChainId | null
  name: string | null
  basis: Work['chainBasis']
  reason: string | null
  stated: Clause | null
}

/** One work as its page is headed; `row` holds the same figures as the list. */
export type ProjectHead = {
  work: Work
  row: ProjectRow
  sources: Source[]
  chain: ProjectChain
  units: UnitSpan[]
  /** Names and telephone of contacts are the bureau's and the unit's own. */
  seesContacts: boolean
  /** Visits: all of them, those of a list that is open too, or only what counts. */
  seesVisits: 'all' | 'listed' | 'counting'
}

export function projectHead(actor: Actor, code: string): ProjectHead {
  const db = orm()
  const work = readableWork(db, actor, code)
  return {
    work,
    row: found(db.select().from(projectList).where(eq(projectList.projectId, work.id)).get()),
    sources: sourcesOf(db, work.id),
    chain: chainOf(db, work),
    units: unitsOf(db, work.id),
    seesContacts: canReadContacts(actor, work),
    seesVisits: canKeepRounds(actor) ? 'all' : canReadAllProjects(actor) ? 'listed' : 'counting',
  }
}

export function sourcesOf(db: Reader, projectId: number): Source[] {
  const rows = db
    .select({ code: projectSources.itemCode })
    .from(projectSources)
    .where(eq(projectSources.projectId, projectId))
    .orderBy(asc(projectSources.position))
    .all()
  return rows.flatMap(({ code }) => {
    const item = planItem(code, db)
    const boxId = code.split('#')[0] ?? ''
    return item ? [{ item: maskedItem(item), boxId, boxTitle: planBox(boxId, db)?.title ?? '' }] : []
  })
}

/** What the plan says of the chain stays beside what the bureau decided. */
function chainOf(db: Reader, work: Work): ProjectChain {
  const planned = planProject(work.code, db)?.chain ?? null
  return {
    id: work.chainId,
    name: planChains(db).find((chain) => chain.id === work.chainId)?.name ?? null,
    basis: work.chainBasis,
    reason: work.chainReason && maskedQuote(work.chainReason),
    stated: planned?.basis === 'stated' ? { ...planned.clause, quote: maskedQuote(planned.clause.quote) } : null,
  }
}

function unitsOf(db: Reader, projectId: number): UnitSpan[] {
  const rows = db
    .select({ span: assignments, name: organisations.name })
    .from(assignments)
    .leftJoin(organisations, eq(organisations.id, assignments.organisationId))
    .where(eq(assignments.projectId, projectId))
    .orderBy(asc(assignments.kind), desc(assignments.fromDay), desc(assignments.id))
    .all()
  const called = namesDuring(
    db,
    rows.map(({ span }) => span.organisationId),
  )
  return rows.map(({ span: { kind, organisationId, person, fromDay, toDay }, name }) => {
    const names = organisationId === null ? [] : called(organisationId, fromDay, toDay)
    const last = (toDay === null ? name : names.at(-1)) ?? name ?? person ?? ''
    return { kind, id: organisationId, name: last, former: names.filter((each) => each !== last), fromDay, toDay }
  })
}
