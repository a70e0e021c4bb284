import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { basesOf } from '../../db/inspection/visit-basis'
import { findings, roundGroups, roundMembers, rounds, roundWorks, visitFigures, visitPhotos, visits } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import type { FieldItem, SeenFigureRecord } from '../../domain/field-items'
import type { RoundKind, RoundState } from '../../domain/inspection'
import { work } from './work'

type Round = { kind?: RoundKind; announced?: boolean; state?: RoundState; quarter?: string; by: UserActor }
export type Of<Kind extends FieldItem['kind']> = Extract<FieldItem, { kind: Kind }>

const earlier = '2025-01-01T00:00:00.000Z'

/** A round with its list, as it stands in the tables; announced ones are known, unannounced ones sealed. */
export function roundOf(codes: readonly string[], { kind = 'special', announced = true, state, quarter = '2025Q3', by }: Round): number {
  const openedAt = announced ? earlier : null
  const row = {
    ...{ quarter, kind, title: '三季度督查', announced, state: state ?? (announced ? 'notified' : 'scoped') },
    ...{ openedAt, listOpenedAt: openedAt, createdBy: by.id, createdAt: earlier },
  }
  const { id } = orm().insert(rounds).values(row).returning({ id: rounds.id }).get()
  for (const code of codes) listWork(id, code)
  return id
}

export function listWork(roundId: number, code: string): void {
  orm()
    .insert(roundWorks)
    .values({ roundId, projectId: work(code).id, route: 'named', rules: [] })
    .run()
}

export function addGroup(roundId: number, name: string, codes: readonly string[], members: readonly UserActor[]): number {
  const { id: groupId } = orm().insert(roundGroups).values({ roundId, name }).returning({ id: roundGroups.id }).get()
  for (const code of codes)
    orm()
      .update(roundWorks)
      .set({ groupId })
      .where(eq(roundWorks.id, placeOf(roundId, code).id))
      .run()
  for (const member of members) addMember(roundId, member, groupId)
  return groupId
}

export function addMember(roundId: number, { id: userId }: UserActor, groupId: number | null = null): void {
  orm().insert(roundMembers).values({ roundId, groupId, name: '成员', unit: '督查室', userId, duty: 'member' }).run()
}

export const roundRow = (id: number) => orm().select().from(rounds).where(eq(rounds.id, id)).get()!
export const placeOf = (roundId: number, code: string) =>
  orm()
    .select()
    .from(roundWorks)
    .where(eq(roundWorks.roundId, roundId))
    .all()
    .find((row) => row.projectId === work(code).id)!
export const visitRow = (clientId: string) => orm().select().from(visits).where(eq(visits.clientId, clientId)).get()!
export const findingRow = (clientId: string) => orm().select().from(findings).where(eq(findings.clientId, clientId)).get()!
export const photoRow = (clientId: string) => orm().select().from(visitPhotos).where(eq(visitPhotos.clientId, clientId)).get()!
export const seenRows = (clientId: string) =>
  orm()
    .select()
    .from(visitFigures)
    .where(eq(visitFigures.visitId, visitRow(clientId).id))
    .all()

/** Items as a phone makes them; the clock of the phone is right unless it is said otherwise. */
const stamped = (deviceAt: Instant) => ({ id: randomUUID(), deviceAt, offsetMs: 0 as number | null })

export function started(round: number, code: string, at: Instant, more: Partial<Of<'visit-started'>> = {}): Of<'visit-started'> {
  const { id, version } = work(code)
  const basis = { packagedAt: earlier, ...basesOf(orm(), [{ id, version }]).get(id)! }
  return { kind: 'visit-started', ...stamped(at), visit: randomUUID(), round, code, startedAt: at, basis, ...more }
}

export function finished(visit: string, at: Instant, more: Partial<Of<'visit-finished'>> = {}): Of<'visit-finished'> {
  const plain = { figures: [], rating: null, present: [], words: null, position: null }
  return { kind: 'visit-finished', ...stamped(at), visit, endedAt: at, ...plain, ...more }
}

export function problemFound(visit: string, at: Instant, more: Partial<Of<'finding'>> = {}): Of<'finding'> {
  return { kind: 'finding', ...stamped(at), visit, category: 'schedule', severity: 'general', basis: null, facts: '围挡不全', ...more }
}

export function photoTaken(visit: string, at: Instant, more: Partial<Of<'photo'>> = {}): Of<'photo'> {
  const plain = { finding: null, name: '现场.jpg', bytes: 1, sha256: 'a'.repeat(64), takenAt: at, position: null }
  return { kind: 'photo', ...stamped(at), visit, ...plain, ...more }
}

export const seen = (figure: string, more: Partial<SeenFigureRecord> = {}): SeenFigureRecord => ({
  ...{ figure, result: 'differs', reported: null, approved: 80, value: 60, why: null },
  ...more,
})
