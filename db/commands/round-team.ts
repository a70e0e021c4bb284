import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { found, type RefusalCode, refuseField } from '../../domain/errors'
import type { GroupsInput, TeamInput } from '../../domain/round-input'
import { takesTeam } from '../../domain/round-rules'
import type { Tx } from '../client'
import { changeRound, daysInOrder, roundToChange } from '../inspection/round-change'
import { userByName } from '../queries/identity'
import { roundGroups, roundMembers, roundWorks } from '../schema'
import { write } from '../write'

type Group = GroupsInput['groups'][number]

export function saveGroups(ctx: Ctx, input: GroupsInput): void {
  write(ctx, 'saveGroups', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesTeam)
    for (const [at, group] of input.groups.entries()) saveGroup(tx, round.id, group, `groups.${at}`)
    const named = input.groups.flatMap(({ name, fromDay, toDay }) => (name === null ? [] : [{ name, fromDay, toDay }]))
    changeRound(tx, ctx, round, { action: 'round.team-set', body: { groups: named } })
  })
}

function saveGroup(tx: Tx, roundId: number, { id, name, fromDay, toDay }: Group, field: string): void {
  const own = and(eq(roundGroups.id, id ?? 0), eq(roundGroups.roundId, roundId))
  if (id !== null) found(tx.select().from(roundGroups).where(own).get())
  if (name === null) {
    if (id !== null) removeGroup(tx, id, `${field}.name`)
    return
  }
  daysInOrder({ fromDay, toDay }, `${field}.toDay`)
  const sameName = and(eq(roundGroups.roundId, roundId), eq(roundGroups.name, name), ne(roundGroups.id, id ?? 0))
  if (tx.select().from(roundGroups).where(sameName).get()) refuseField(`${field}.name`, 'group-exists')
  if (id === null) tx.insert(roundGroups).values({ roundId, name, fromDay, toDay }).run()
  else tx.update(roundGroups).set({ name, fromDay, toDay }).where(own).run()
}

function removeGroup(tx: Tx, id: number, field: string): void {
  const used =
    tx.select({ id: roundWorks.id }).from(roundWorks).where(eq(roundWorks.groupId, id)).get() ??
    tx.select({ id: roundMembers.id }).from(roundMembers).where(eq(roundMembers.groupId, id)).get()
  if (used) refuseField(field, 'group-in-use')
  tx.delete(roundGroups).where(eq(roundGroups.id, id)).run()
}

type Row = TeamInput['members'][number]
type Member = Omit<typeof roundMembers.$inferInsert, 'id' | 'roundId'>

/** The whole team each time: named persons with a unit and, where they have one, their account. */
export function saveTeam(ctx: Ctx, input: TeamInput): void {
  write(ctx, 'saveTeam', input, (tx) => {
    const round = roundToChange(tx, ctx, input, takesTeam)
    const members = input.members.map((row, at) => memberOf(tx, round.id, row, `members.${at}`))
    refuseTwice(members, (member) => member.duty === 'leader' && `${member.groupId ?? 0}`, 'duty', 'one-leader')
    refuseTwice(members, (member) => member.duty === 'clerk' && 'clerk', 'duty', 'one-clerk')
    refuseTwice(members, (member) => member.userId ?? false, 'username', 'username-taken')
    const team = members.filter((member) => member !== null)
    tx.delete(roundMembers).where(eq(roundMembers.roundId, round.id)).run()
    if (team.length > 0)
      tx.insert(roundMembers)
        .values(team.map((member) => ({ ...member, roundId: round.id })))
        .run()
    changeRound(tx, ctx, round, { action: 'round.team-set', body: { members: team } })
  })
}

/** An empty row is nobody. */
function memberOf(tx: Tx, roundId: number, { name, unit, duty, username, groupId }: Row, field: string): Member | null {
  if (name === null && unit === null && username === null) return null
  if (name === null) refuseField(`${field}.name`, 'required')
  if (unit === null) refuseField(`${field}.unit`, 'required')
  if (groupId !== null && !hasGroup(tx, roundId, groupId)) refuseField(`${field}.groupId`, 'group-unknown')
  const userId = username === null ? null : accountOf(tx, username, `${field}.username`)
  return { name, unit, duty: duty ?? 'member', groupId, userId }
}

const hasGroup = (tx: Tx, roundId: number, id: number): boolean =>
  tx
    .select()
    .from(roundGroups)
    .where(and(eq(roundGroups.id, id), eq(roundGroups.roundId, roundId)))
    .get() !== undefined

function accountOf(tx: Tx, username: string, field: string): number {
  const user = userByName(tx, username)
  if (!user?.active) refuseField(field, 'account-unknown')
  if (user.role !== 'supervisor' && user.role !== 'bureau') refuseField(field, 'account-not-inspector')
  return user.id
}

function refuseTwice(rows: (Member | null)[], key: (row: Member) => string | number | false, field: string, code: RefusalCode): void {
  const keys = rows.map((row) => (row === null ? false : key(row)))
  const at = keys.findIndex((value, index) => value !== false && keys.indexOf(value) < index)
  if (at >= 0) refuseField(`members.${at}.${field}`, code)
}
