import { eq } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../domain/actor'
import { foldUsername } from '../../domain/username'
import { endSessions, ownId } from '../accounts'
import { orm } from '../client'
import { recordEvent } from '../events'
import { inTurn, verifyNow } from '../passwords'
import { userByName } from '../queries/identity'
import { users } from '../schema'
import { countFailure, forgetFailures, secondsLeft, type Tries, throttleKey } from '../throttles'
import { write } from '../write'

/** `device` = a browser that has proved it signed in to this account before; its tries are counted apart. */
export type Attempt = { username: string; password: string; address: string; device: string | null }
export type SignedIn = { id: number; username: string; tokenVersion: number }
export type Outcome = { kind: 'in'; user: SignedIn } | { kind: 'wrong' } | { kind: 'expired' } | { kind: 'wait'; seconds: number }

/** Anybody's: same words and time for an unknown name, a wrong password and a closed account; only failures are counted. */
export function signIn(ctx: Ctx, attempt: Attempt): Promise<Outcome> {
  const tries = triesOf(attempt)
  // Inside the turn, so that many tries at once cannot all pass before the first failure is counted.
  return inTurn(async (): Promise<Outcome> => {
    const seconds = secondsLeft(tries, ctx.at)
    if (seconds > 0) return { kind: 'wait', seconds }
    const user = userByName(orm(), attempt.username)
    const right = await verifyNow(user?.passwordHash, attempt.password)
    if (!user || !right || !user.active) {
      countFailure(ctx, tries)
      return { kind: 'wrong' }
    }
    if (user.passwordExpiresAt !== null && user.passwordExpiresAt <= ctx.at) return { kind: 'expired' }
    return { kind: 'in', user: noteSignIn(ctx, user, tries) }
  })
}

function triesOf({ username, address, device }: Attempt): Tries {
  const name = foldUsername(username.slice(0, 200))
  const account = throttleKey('account', name)
  if (device) return { own: { kind: 'device', key: throttleKey('device', `${name}\n${device}`) }, address: null, account }
  return { own: { kind: 'pair', key: throttleKey('pair', `${name}\n${address}`) }, address: `address:${address.slice(0, 64)}`, account }
}

function noteSignIn(ctx: Ctx, user: typeof users.$inferSelect, tries: Tries): SignedIn {
  const actor: UserActor = { kind: 'user', id: user.id, role: user.role, organisationId: user.organisationId }
  return write({ ...ctx, actor }, 'signIn', null, (tx) => {
    forgetFailures(tx, tries)
    tx.update(users).set({ lastSignInAt: ctx.at }).where(eq(users.id, user.id)).run()
    recordEvent(tx, { ...ctx, actor }, { action: 'user.signed-in', subject: `user:${user.id}` })
    return { id: user.id, username: user.username, tokenVersion: user.tokenVersion }
  })
}

/** One's own sessions, on every device. */
export function signOutEverywhere(ctx: Ctx): { tokenVersion: number } {
  return write(ctx, 'signOutEverywhere', null, (tx) => {
    const id = ownId(ctx)
    const tokenVersion = endSessions(tx, id)
    recordEvent(tx, ctx, { action: 'user.signed-out-everywhere', subject: `user:${id}` })
    return { tokenVersion }
  })
}
