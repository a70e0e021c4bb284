import { and, asc, desc, eq, gte, ne, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { addDays, type Day, previousQuarter } from '../../domain/calendar'
import { draftFiles, findingDraft } from '../../domain/draft'
import { allow, refuse } from '../../domain/errors'
import type { AlarmLevel, ToldRole } from '../../domain/finding'
import { canKeepRounds, canListFindings, canReadFinding, canReadRound, canReadVisit } from '../../domain/policy'
import { orm } from '../client'
import { findingAlarms, findings, rounds } from '../schema'
import { type EvidenceItem, evidenceOf } from './evidence'
import { type FindingLine, findingLine, findingRows } from './finding-list'
import { type FindingMay, findingMay } from './finding-may'
import { type FindingRow, findingByNumber, findingOwned, handledBy } from './finding-owned'
import { type ExtensionItem, extensionsOf, type StepItem, stepsOf } from './finding-steps'
import { type Person, peopleOf } from './people'
import { rectificationRules } from './rules'

export type AlarmItem = { level: AlarmLevel; onDay: Day; dueOn: Day; tell: ToldRole[] }

/** One finding whole: what was found, what was done, what the clock said, and what the reader may do now. */
export type FindingView = FindingLine & {
  version: number
  quarter: string
  basis: string | null
  foundBy: string
  registeredBy: Person | null
  registeredAt: string
  unitId: number | null
  firstDueOn: Day | null
  acknowledgeDueOn: Day | null
  plan: string | null
  requestedOn: Day | null
  withdrawal: { by: Person | null; reason: string | null } | null
  round: { id: number; title: string } | null
  /** The later round that takes it along. */
  carriedTo: { id: number; title: string } | null
  visitId: number | null
  files: EvidenceItem[]
  steps: StepItem[]
  extensions: ExtensionItem[]
  alarms: AlarmItem[]
  /** Others of the same kind at the same work, within four quarters. */
  alike: { number: string; state: FindingRow['state'] }[]
  may: FindingMay
  /** The files of the reader's own half-made request for closure. */
  draft: EvidenceItem[]
  /** What a deadline is set to when nobody says otherwise. */
  usualDueOn: Day
  /** Whom it would be put to: the work’s 责任单位, else its 业主. */
  usualUnitId: number | null
}

export function findingView(actor: UserActor, number: string, today: Day): FindingView {
  allow(canListFindings(actor))
  const db = orm()
  const row = findingByNumber(db, number)
  const owned = findingOwned(db, row)
  if (!canReadFinding(actor, owned)) refuse('not-found')
  const joined = findingRows(eq(findings.id, row.id)).get() ?? refuse('not-found')
  const by = handledBy(db, row.id)
  const extensions = extensionsOf(db, row, by, actor)
  const people = peopleOf(db, [row.registeredBy, row.withdrawalBy])
  const { version, quarter, basis, foundBy, unitId, firstDueOn, acknowledgeDueOn, plan, requestedOn } = row
  return {
    ...findingLine(joined, actor, today),
    ...{ version, quarter, basis, foundBy, unitId, firstDueOn, acknowledgeDueOn, plan, requestedOn },
    registeredBy: people.get(row.registeredBy) ?? null,
    registeredAt: row.createdAt,
    withdrawal: row.withdrawalBy === null ? null : { by: people.get(row.withdrawalBy) ?? null, reason: row.withdrawalReason },
    round: knownRound(actor, row.roundId, 'openedAt'),
    carriedTo: knownRound(actor, row.carriedToId, 'listOpenedAt'),
    visitId: row.visitId !== null && canReadVisit(actor, owned) ? row.visitId : null,
    files: evidenceOf(actor, `finding:${row.id}`),
    steps: knownSteps(actor, stepsOf(db, actor, row.id), row.carriedToId),
    extensions,
    alarms: alarmsOf(row.id),
    alike: alikeOf(actor, row),
    may: findingMay(row, { ...owned, handledBy: by }, extensions, actor),
    draft: evidenceOf(actor, draftFiles(findingDraft(row.id))),
    usualUnitId: unitId ?? joined.work?.responsibleId ?? joined.work?.ownerId ?? null,
    usualDueOn: addDays(today, rectificationRules(db, today).body.deadlineDays[row.severity]),
  }
}

/** A round that is not open is nobody's to know but the supervisors'; what was carried into it tells of its list. */
function knownRound(actor: UserActor, id: number | null, since: 'openedAt' | 'listOpenedAt'): FindingView['round'] {
  const round = roundOf(id)
  return round && canReadRound(actor, { open: round[since] !== null }) ? { id: round.id, title: round.title } : null
}

const roundOf = (id: number | null) => (id === null ? undefined : orm().select().from(rounds).where(eq(rounds.id, id)).get())

/**
 * Being carried over is told once the list of the round it leads to is open, whether or not the reader may open that round; what a later carrying
 * took the place of may have led to a round that nobody was to know of.
 */
function knownSteps(actor: UserActor, steps: StepItem[], carriedToId: number | null): StepItem[] {
  if (canKeepRounds(actor)) return steps
  const open = (roundOf(carriedToId)?.listOpenedAt ?? null) !== null
  const told = open ? steps.findLast(({ step }) => step === 'carry') : undefined
  return steps.filter((step) => step.step !== 'carry' || step === told)
}

function alarmsOf(findingId: number): AlarmItem[] {
  return orm()
    .select({ level: findingAlarms.level, onDay: findingAlarms.onDay, dueOn: findingAlarms.dueOn, tell: findingAlarms.tell })
    .from(findingAlarms)
    .where(eq(findingAlarms.findingId, findingId))
    .orderBy(asc(findingAlarms.onDay), sql`rowid`)
    .all()
}

const mostAlike = 10

function alikeOf(actor: UserActor, { id, projectId, category, quarter }: FindingRow): FindingView['alike'] {
  if (projectId === null) return []
  const since = previousQuarter(previousQuarter(previousQuarter(quarter)))
  const same = and(eq(findings.projectId, projectId), eq(findings.category, category), ne(findings.id, id), gte(findings.quarter, since))
  const rows = orm().select().from(findings).where(same).orderBy(desc(findings.id)).limit(mostAlike).all()
  const known = rows.filter((row) => row.state !== 'withdrawn' && canReadFinding(actor, findingOwned(orm(), row)))
  return known.map(({ number, state }) => ({ number, state }))
}
