import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Ctx, system } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { normalisePassword, requireGoodPassword } from '../../domain/password'
import { canManageUsers } from '../../domain/policy'
import type { PasswordChange, Profile } from '../../domain/user'
import { endSessions, oneTimeUntil, ownId, revokeTokens } from '../accounts'
import { orm, type Tx } from '../client'
import { recordEvent } from '../events'
import { hashPassword, inTurn, randomPassword, verifyNow } from '../passwords'
import { userByName } from '../queries/identity'
import { organisations, users } from '../schema'
import { countFailure, secondsLeft, type Tries, throttleKey } from '../throttles'
import { write } from '../write'
import type { Slip } from './users'

/** One's own; every other session ends, the answer tells this one how to go on. */
export async function changePassword(ctx: Ctx, input: PasswordChange): Promise<{ tokenVersion: number }> {
  const id = ownId(ctx)
  const user = found(orm().select().from(users).where(eq(users.id, id)).get())
  await requireCurrent(ctx, user, input.currentPassword)
  requireGoodPassword('newPassword', input.newPassword, user.username)
  if (normalisePassword(input.newPassword) === normalisePassword(input.currentPassword)) refuseField('newPassword', 'password-same')
  if (input.newPassword !== input.newPasswordAgain) refuseField('newPasswordAgain', 'password-again')
  const passwordHash = await hashPassword(input.newPassword)
  return write(ctx, 'changePassword', null, (tx) => {
    // Hashing took a while: a reset by the administrator meanwhile stands.
    const current = found(tx.select().from(users).where(eq(users.id, id)).get())
    if (current.passwordHash !== user.passwordHash || !current.active) refuse('stale', { version: current.version })
    const row = { passwordHash, mustChangePassword: false, passwordExpiresAt: null }
    tx.update(users).set(row).where(eq(users.id, id)).run()
    const tokenVersion = endSessions(tx, id)
    recordEvent(tx, ctx, { action: 'user.password-changed', subject: `user:${id}` })
    return { tokenVersion }
  })
}

/** A session left open must not be a place to guess in. */
function requireCurrent(ctx: Ctx, user: { id: number; passwordHash: string }, typed: string): Promise<void> {
  const key = throttleKey('current', String(user.id))
  const tries: Tries = { own: { kind: 'device', key }, address: null, account: key }
  return inTurn(async () => {
    const seconds = secondsLeft(tries, ctx.at)
    if (seconds > 0) refuseField('currentPassword', 'wait', { minutes: Math.ceil(seconds / 60) })
    if (await verifyNow(user.passwordHash, typed)) return
    countFailure({ ...ctx, key: undefined }, tries)
    refuseField('currentPassword', 'password-wrong')
  })
}

/** A one-time password, shown once, for a slip; the old one, every session and every token stop at once. */
export async function resetPassword(ctx: Ctx, input: { id: number }): Promise<Slip> {
  allow(canManageUsers(ctx.actor))
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const mark = randomUUID()
  const made = write(ctx, 'resetPassword', input, (tx) => {
    allow(canManageUsers(ctx.actor))
    return { ...setOneTime(tx, ctx, input.id, passwordHash), mark }
  })
  const { mark: first, ...slip } = made
  return { ...slip, password: first === mark ? password : null }
}

function setOneTime(tx: Tx, ctx: Ctx, id: number, passwordHash: string): Omit<Slip, 'password'> {
  const user = found(tx.select().from(users).where(eq(users.id, id)).get())
  const until: Instant = oneTimeUntil(ctx.at)
  tx.update(users).set({ passwordHash, mustChangePassword: true, passwordExpiresAt: until }).where(eq(users.id, id)).run()
  endSessions(tx, id)
  revokeTokens(tx, id, ctx.at)
  recordEvent(tx, ctx, { action: 'user.password-reset', subject: `user:${id}`, body: { username: user.username, until } })
  const organisation = found(tx.select().from(organisations).where(eq(organisations.id, user.organisationId)).get()).name
  return { id, name: user.name, username: user.username, role: user.role, organisation, until }
}

/** By somebody at the server itself, when no administrator can sign in: also opens a closed account. */
export async function recoverAccount(ctx: Ctx, username: string): Promise<{ username: string; password: string; until: Instant }> {
  if (ctx.actor !== system) refuse('forbidden')
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  return write(ctx, 'recoverAccount', null, (tx) => {
    const user = found(userByName(tx, username))
    const slip = setOneTime(tx, ctx, user.id, passwordHash)
    if (!user.active) {
      tx.update(users).set({ active: true }).where(eq(users.id, user.id)).run()
      recordEvent(tx, ctx, { action: 'user.reactivated', subject: `user:${user.id}`, body: { username: user.username } })
    }
    return { username: user.username, password, until: slip.until }
  })
}

/** Language; the rest of a profile is the administrator's. */
export function changeProfile(ctx: Ctx, input: Profile): { locale: string } {
  return write(ctx, 'changeProfile', input, (tx) => {
    const id = ownId(ctx)
    const before = found(tx.select({ locale: users.locale }).from(users).where(eq(users.id, id)).get())
    tx.update(users).set({ locale: input.locale }).where(eq(users.id, id)).run()
    const body = { before: { locale: before.locale }, after: { locale: input.locale } }
    recordEvent(tx, ctx, { action: 'user.profile-changed', subject: `user:${id}`, body })
    return { locale: input.locale }
  })
}
