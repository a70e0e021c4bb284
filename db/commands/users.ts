import { randomUUID } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, found, type Issue, Refusal, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canManageUsers } from '../../domain/policy'
import type { NewUser, UserEdit } from '../../domain/user'
import { endSessions, oneTimeUntil, revokeTokens } from '../accounts'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { hashPassword, randomPassword } from '../passwords'
import { userByName } from '../queries/identity'
import { organisationByName } from '../queries/organisations'
import { organisations, users } from '../schema'
import { write } from '../write'

/** What stands on a printed slip; the password is null when the request is a repetition, for it was shown before. */
export type Slip = {
  id: number
  name: string
  username: string
  role: string
  organisation: string
  password: string | null
  until: Instant
}

/** `lines` = where each stood in a pasted list, so that a refusal can name them. */
export type NewUsers = { users: readonly NewUser[]; lines?: readonly number[] }

/** All or none; each gets a one-time password that must be changed. */
export async function createUsers(ctx: Ctx, input: NewUsers): Promise<Slip[]> {
  allow(canManageUsers(ctx.actor))
  const drafts = await Promise.all(input.users.map(async (user) => ({ ...user, ...(await oneTimePassword()) })))
  const until = oneTimeUntil(ctx.at)
  const mark = randomUUID()
  const made = write(ctx, 'createUsers', input, (tx) => {
    allow(canManageUsers(ctx.actor))
    refuseIssues(issuesOfAll(tx, input))
    const ids = drafts.map((user) => insertUser(tx, ctx, { ...user, passwordExpiresAt: until, mustChangePassword: true }))
    return { ids, until, mark }
  })
  return drafts.map(({ name, username, role, organisation, password }, index) => ({
    ...{ id: made.ids[index] ?? 0, name, username, role, organisation, until: made.until },
    password: made.mark === mark ? password : null,
  }))
}

const oneTimePassword = async () => {
  const password = randomPassword()
  return { password, passwordHash: await hashPassword(password) }
}

export function refuseIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new Refusal('invalid', { issues })
}

function issuesOfAll(tx: Tx, { users: drafts, lines }: NewUsers): Issue[] {
  const issues = drafts.map((user) => issuesOfUser(tx, user))
  if (!lines) return issues.flat()
  return wrongLines(lines.filter((_, index) => issues[index]?.length))
}

/** One sentence for a whole list; the preview says what is wrong with each line. */
export function wrongLines(lines: readonly number[]): Issue[] {
  return lines.length > 0 ? [{ field: 'list', code: 'list-wrong', params: { lines: lines.slice(0, 20).join(', ') } }] : []
}

/** What the list on paper cannot know: names taken, organisations that are not there. */
export function issuesOfUser(db: Reader, user: Pick<NewUser, 'username' | 'organisation'>): Issue[] {
  const issues: Issue[] = []
  if (userByName(db, user.username)) issues.push({ field: 'username', code: 'username-taken' })
  if (!organisationByName(db, user.organisation)) issues.push({ field: 'organisation', code: 'organisation-unknown' })
  return issues
}

type UserDraft = NewUser & { passwordHash: string; passwordExpiresAt: Instant | null; mustChangePassword: boolean }

/** The caller has asked the policy. */
export function insertUser(tx: Tx, ctx: Ctx, draft: UserDraft): number {
  const { name, username, role, organisation, passwordHash, passwordExpiresAt, mustChangePassword } = draft
  const organisationId = organisationByName(tx, organisation)?.id
  if (organisationId === undefined) refuseField('organisation', 'organisation-unknown')
  const row = { name, username, role, organisationId, passwordHash, passwordExpiresAt, mustChangePassword, createdAt: ctx.at }
  const { id } = tx.insert(users).values(row).returning({ id: users.id }).get()
  recordEvent(tx, ctx, { action: 'user.created', subject: `user:${id}`, body: { after: { name, username, role, organisation } } })
  return id
}

/** Name, role, organisation; a new role acts on the next request. */
export function changeUser(ctx: Ctx, input: UserEdit): { id: number } {
  return write(ctx, 'changeUser', input, (tx) => {
    allow(canManageUsers(ctx.actor))
    const before = loadUser(tx, input.id)
    sameVersion({ version: before.version }, input.version)
    const organisationId = organisationByName(tx, input.organisation)?.id
    if (organisationId === undefined) refuseField('organisation', 'organisation-unknown')
    if (input.role !== before.role) keepAnAdmin(tx, ctx, before)
    const row = { name: input.name, role: input.role, organisationId, version: before.version + 1 }
    tx.update(users).set(row).where(eq(users.id, input.id)).run()
    const body = {
      before: { name: before.name, role: before.role, organisation: before.organisation },
      after: { name: input.name, role: input.role, organisation: input.organisation },
    }
    recordEvent(tx, ctx, { action: 'user.changed', subject: `user:${input.id}`, body })
    return { id: input.id }
  })
}

function loadUser(tx: Tx, id: number) {
  const row = tx
    .select({ user: users, organisation: organisations.name })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.id, id))
    .get()
  const { user, organisation } = found(row)
  return { ...user, organisation }
}

/** Nobody gives themselves a role or closes their own account, and one administrator always remains. */
function keepAnAdmin(tx: Tx, ctx: Ctx, user: { id: number; role: string; active: boolean }): void {
  if (ctx.actor.kind === 'user' && ctx.actor.id === user.id) refuse('own-account')
  if (user.role !== 'admin' || !user.active) return
  const others = and(eq(users.role, 'admin'), eq(users.active, true), ne(users.id, user.id))
  if (!tx.select({ id: users.id }).from(users).where(others).get()) refuse('last-admin')
}

/** At once: sessions end and tokens are revoked. */
export function deactivateUser(ctx: Ctx, input: { id: number }): { id: number } {
  return write(ctx, 'deactivateUser', input, (tx) => {
    allow(canManageUsers(ctx.actor))
    const user = loadUser(tx, input.id)
    keepAnAdmin(tx, ctx, user)
    if (!user.active) return { id: user.id }
    setActive(tx, user.id, false)
    endSessions(tx, user.id)
    revokeTokens(tx, user.id, ctx.at)
    recordEvent(tx, ctx, { action: 'user.deactivated', subject: `user:${user.id}`, body: { username: user.username } })
    return { id: user.id }
  })
}

export function reactivateUser(ctx: Ctx, input: { id: number }): { id: number } {
  return write(ctx, 'reactivateUser', input, (tx) => {
    allow(canManageUsers(ctx.actor))
    const user = loadUser(tx, input.id)
    if (user.active) return { id: user.id }
    setActive(tx, user.id, true)
    recordEvent(tx, ctx, { action: 'user.reactivated', subject: `user:${user.id}`, body: { username: user.username } })
    return { id: user.id }
  })
}

function setActive(tx: Tx, id: number, active: boolean): void {
  tx.update(users)
    .set({ active, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .run()
}
