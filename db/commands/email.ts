import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { found } from '../../domain/errors'
import type { EmailInput } from '../../domain/mail-input'
import { ownId } from '../accounts'
import { recordEvent } from '../events'
import { users } from '../schema'
import { write } from '../write'

/** One's own. The chain of events keeps that it changed and whether there is one, never the address: what is hashed cannot be taken back. */
export function saveEmail(ctx: Ctx, { email }: EmailInput): { wanted: boolean } {
  return write(ctx, 'saveEmail', { email }, (tx) => {
    const id = ownId(ctx)
    const before = found(tx.select({ email: users.email }).from(users).where(eq(users.id, id)).get()).email
    const wanted = email !== null
    if (email === before) return { wanted }
    tx.update(users).set({ email }).where(eq(users.id, id)).run()
    const body = { before: { wanted: before !== null }, after: { wanted } }
    recordEvent(tx, ctx, { action: 'user.email-changed', subject: `user:${id}`, body })
    return { wanted }
  })
}
