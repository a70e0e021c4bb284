import { and, asc, eq, inArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canKeepRounds } from '../../domain/policy'
import { takesTeam } from '../../domain/round-rules'
import { orm, type Reader } from '../client'
import { organisations, roundGroups, roundMaterials, roundMembers, users } from '../schema'
import { type RoundRow, readableRound } from './round-access'

export type GroupRow = typeof roundGroups.$inferSelect
export type MemberRow = Pick<typeof roundMembers.$inferSelect, 'id' | 'name' | 'unit' | 'duty' | 'groupId' | 'userId'> & {
  username: string | null
}
export type MaterialRow = typeof roundMaterials.$inferSelect

export const groupsOf = (db: Reader, roundId: number): GroupRow[] =>
  db.select().from(roundGroups).where(eq(roundGroups.roundId, roundId)).orderBy(asc(roundGroups.id)).all()

export function membersOf(db: Reader, roundId: number): MemberRow[] {
  const { id, name, unit, duty, groupId, userId } = roundMembers
  return db
    .select({ id, name, unit, duty, groupId, userId, username: users.username })
    .from(roundMembers)
    .leftJoin(users, eq(users.id, roundMembers.userId))
    .where(eq(roundMembers.roundId, roundId))
    .orderBy(asc(roundMembers.id))
    .all()
}

export const materialsOf = (db: Reader, roundId: number): MaterialRow[] =>
  db.select().from(roundMaterials).where(eq(roundMaterials.roundId, roundId)).orderBy(asc(roundMaterials.position)).all()

/** Who can be named with an account: people who may record what they see. */
export type Account = { username: string; name: string; unit: string }
export type TeamDesk = { round: RoundRow; groups: GroupRow[]; members: MemberRow[]; open: boolean; accounts: Account[] }

/** The desk where groups and team are made. */
export function teamDesk(actor: UserActor, id: number): TeamDesk {
  allow(canKeepRounds(actor))
  const db = orm()
  const { round } = readableRound(db, actor, id)
  const accounts = db
    .select({ username: users.username, name: users.name, unit: organisations.name })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.active, true), inArray(users.role, ['supervisor', 'bureau'])))
    .orderBy(asc(users.id))
    .limit(500)
    .all()
  return { round, groups: groupsOf(db, id), members: membersOf(db, id), open: takesTeam(round), accounts }
}
