import { and, asc, eq, ne, type SQL } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import { allow, found, refuse } from '../../domain/errors'
import type { FieldPackage, FieldWork } from '../../domain/field-package'
import { takesVisits } from '../../domain/inspection'
import type { Locale } from '../../domain/locale'
import { canRateVisit, canRecordVisit, canTakeAlong } from '../../domain/policy'
import { house, orm, type Reader } from '../client'
import { basesOf } from '../inspection/visit-basis'
import { isAssigned, reviewedBy, teamFor } from '../inspection/visit-team'
import { projectList, projects, roundGroups, roundWorks } from '../schema'
import { datesOf, figuresOf, saidOfWorks } from './field-figures'
import { clausesOf, contentsOf, materialsOf, openFindingsOf, planItemsOf, visitsOf } from './field-things'
import { peopleOf } from './people'
import { planItem } from './plan'
import { knownWorks, type RoundRow, readableRound } from './round-access'

type Ask = { round: number; at: Instant; today: Day; locale: Locale }
/** What a phone can carry and a person visit. */
export const mostTaken = 200

/** What one inspector takes along: the works of their groups (all of them when they are in none), a joint member those they did not review. */
export function fieldPackage(actor: UserActor, { round: id, at, today, locale }: Ask): FieldPackage {
  allow(canTakeAlong(actor))
  const db = orm()
  const { round, whole } = readableRound(db, actor, id)
  if (!takesVisits(round)) refuse('round-not-there', {}, { state: round.state })
  const rows = worksFor(db, actor, round, knownWorks(whole))
  if (rows.length > mostTaken) refuse('too-many-to-take', { max: mostTaken })
  const { name, organisation } = found(peopleOf(db, [actor.id]).get(actor.id))
  const { title, kind, quarter, fromDay, toDay, announced } = round
  return {
    format: 1,
    demo: house().demo,
    user: { id: actor.id, name, organisation, mayRate: canRateVisit(actor) },
    ...{ locale, serverTime: at, today },
    round: { id, title, kind, quarter, fromDay, toDay, announced },
    works: worksOf(db, rows, at),
  }
}

type Row = ReturnType<typeof listed>[number]

/** Whoever may record on none of the works of a round is no member of it. */
function worksFor(db: Reader, actor: UserActor, round: RoundRow, known: SQL | undefined): Row[] {
  const team = teamFor(db, round.id, actor.id)
  const rows = listed(db, round.id, known).filter(({ place }) => isAssigned(team, place.groupId))
  const reviewed = reviewedBy(
    db,
    actor.id,
    rows.map(({ work }) => work.id),
  )
  const visiting = { joint: round.kind === 'joint', open: true, memberIds: team.memberIds }
  allow(canRecordVisit(actor, { ...visiting, reviewerIds: [] }))
  return rows.filter(({ work }) => canRecordVisit(actor, { ...visiting, reviewerIds: reviewed.has(work.id) ? [actor.id] : [] }))
}

const listed = (db: Reader, roundId: number, known: SQL | undefined) =>
  db
    .select({ place: roundWorks, group: roundGroups.name, row: projectList, work: projects })
    .from(roundWorks)
    .innerJoin(projects, eq(projects.id, roundWorks.projectId))
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .leftJoin(roundGroups, eq(roundGroups.id, roundWorks.groupId))
    .where(and(eq(roundWorks.roundId, roundId), ne(projects.stage, 'withdrawn'), known))
    .orderBy(asc(roundWorks.visitOn), asc(projects.code))
    .limit(4000)
    .all()

/** Everything by a few questions to the database, however many works. */
function worksOf(db: Reader, rows: readonly Row[], at: Instant): FieldWork[] {
  const ids = rows.map(({ work }) => work.id)
  const said = saidOfWorks(db, ids)
  const findings = openFindingsOf(db, ids)
  const materials = materialsOf(
    db,
    rows.map(({ place }) => place),
  )
  const visited = visitsOf(
    db,
    rows.map(({ place }) => place.id),
  )
  const items = planItemsOf(db, ids)
  const contents = contentsOf(db, ids)
  const bases = basesOf(
    db,
    rows.map(({ work }) => work),
  )
  return rows.map(({ place, group, row, work }) => ({
    ...{ code: work.code, name: work.name, sector: work.sector, stage: work.stage, town: work.town },
    ...{ owner: row.ownerName, responsible: row.responsibleName, group, visitOn: place.visitOn },
    clauses: clausesOf(db, items.get(work.id) ?? []),
    content: contents.get(work.id) ?? null,
    ...{ planYuan: row.planYuan, totalYuan: row.totalYuan },
    figures: figuresOf(said, work, planItem(items.get(work.id)?.[0] ?? '', db)),
    milestones: datesOf(said, work.id),
    lights: row.lights,
    findings: findings.get(work.id) ?? [],
    visits: visited.get(place.id) ?? 0,
    materials: materials.get(place.id) ?? [],
    basis: { packagedAt: at, ...found(bases.get(work.id)) },
  }))
}
