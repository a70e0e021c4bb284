import { and, asc, count, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Actor, UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canReadRound, canRegisterFinding } from '../../domain/policy'
import { orm } from '../client'
import { findings, organisations, projectList, rounds } from '../schema'
import { visibleFindings } from './finding-scope'

export type FindingChoices = {
  units: { id: number; name: string; rows: number }[]
  quarters: string[]
  rounds: { id: number; title: string }[]
}

/** What the register can be filtered by, of what the reader may see. */
export function findingChoices(actor: Actor): FindingChoices {
  const visible = visibleFindings(actor)
  const units = orm()
    .select({ id: organisations.id, name: organisations.name, rows: count() })
    .from(findings)
    .innerJoin(organisations, eq(organisations.id, findings.unitId))
    .where(and(visible, ne(findings.state, 'registered')))
    .groupBy(organisations.id)
    .orderBy(desc(count()), asc(organisations.name))
    .limit(200)
    .all()
  const quarters = orm().selectDistinct({ quarter: findings.quarter }).from(findings).where(visible).orderBy(desc(findings.quarter)).all()
  return { units, quarters: quarters.map(({ quarter }) => quarter), rounds: knownRounds(actor) }
}

/** A unit is told of findings, not of rounds; nobody but the supervisors of one that is not open. */
function knownRounds(actor: Actor): FindingChoices['rounds'] {
  const found = orm()
    .selectDistinct({ id: rounds.id, title: rounds.title, openedAt: rounds.openedAt })
    .from(findings)
    .innerJoin(rounds, eq(rounds.id, findings.roundId))
    .where(and(visibleFindings(actor), isNotNull(findings.roundId)))
    .orderBy(desc(rounds.createdAt))
    .limit(60)
    .all()
  return found.filter(({ openedAt }) => canReadRound(actor, { open: openedAt !== null })).map(({ id, title }) => ({ id, title }))
}

/** The works a finding may be registered of: all that are not withdrawn. */
export function worksToFind(actor: UserActor): { code: string; name: string }[] {
  allow(canRegisterFinding(actor))
  return orm()
    .select({ code: projectList.code, name: projectList.name })
    .from(projectList)
    .where(ne(projectList.stage, 'withdrawn'))
    .orderBy(asc(projectList.code))
    .limit(2000)
    .all()
}
