import { eq } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { isTooOld, type Letter, type MailOutcome, markOf, mostAttempts, nextAttempt } from '../../domain/mail'
import { mailLetter } from '../../domain/mail-letter'
import { messagesFor, toLocale } from '../../domain/messages'
import { canManageUsers } from '../../domain/policy'
import { orm, type Tx } from '../client'
import { recordEvent } from '../events'
import { clearOld, firstDue, giveUp, hasMail } from '../outbox/rows'
import { mailFacts } from '../queries/mail-facts'
import { outbox, users } from '../schema'
import { write } from '../write'

/** What one person is reminded of today, if there is anything and they have no mail of this day yet. */
export function composeMail(ctx: Ctx, { userId, origin }: { userId: number; origin: string }): void {
  allow(ctx.actor.kind === 'system')
  const person = orm().select().from(users).where(eq(users.id, userId)).get()
  if (!person || hasMail(userId, ctx.today)) return
  const actor: UserActor = { kind: 'user', id: person.id, role: person.role, organisationId: person.organisationId }
  const locale = toLocale(person.locale) ?? 'zh-CN'
  const facts = mailFacts(actor, ctx.today)
  const letter = facts && mailLetter(facts, { origin, today: ctx.today }, messagesFor(locale))
  if (!letter) return
  write(ctx, 'composeMail', null, (tx) => {
    const row = { userId, day: ctx.today, ...letter, state: 'waiting' as const, nextAttemptAt: ctx.at, createdAt: ctx.at }
    tx.insert(outbox).values(row).onConflictDoNothing().run()
    clearOld(tx, ctx.today)
  })
}

/**
 * The mail whose turn it is, counted as tried before it leaves: a stop between sending and noting it sends it once more, after the wait of
 * a failed attempt and under the same Message-ID, by which the receiving side can tell. Null = none is due.
 */
export function takeMail(ctx: Ctx): Letter | null {
  allow(ctx.actor.kind === 'system')
  if (!firstDue(orm(), ctx.at)) return null
  return write(ctx, 'takeMail', null, (tx) => {
    for (let due = firstDue(tx, ctx.at); due; due = firstDue(tx, ctx.at)) {
      const letter = claim(tx, ctx, due)
      if (letter) return letter
    }
    return null
  })
}

/** As things stand now, not when it was written: the account may be closed and the address gone. */
function claim(tx: Tx, ctx: Ctx, { mail, email, active }: NonNullable<ReturnType<typeof firstDue>>): Letter | null {
  const { id, title, body, day, attempts } = mail
  if (!active) return giveUp(tx, id, 'switched-off')
  if (email === null) return giveUp(tx, id, 'no-address')
  if (isTooOld(mail.createdAt, ctx.at)) return giveUp(tx, id, 'too-old')
  if (attempts >= mostAttempts) return giveUp(tx, id, 'interrupted')
  const next = nextAttempt(attempts + 1, ctx.at) ?? nextAttempt(1, ctx.at) ?? ctx.at
  tx.update(outbox)
    .set({ attempts: attempts + 1, nextAttemptAt: next })
    .where(eq(outbox.id, id))
    .run()
  return { id, mark: markOf(id, day), to: email, title, body }
}

/** What became of it. A text that was delivered is not kept. */
export function settleMail(ctx: Ctx, { id, ...said }: { id: number } & MailOutcome): void {
  write(ctx, 'settleMail', null, (tx) => {
    allow(ctx.actor.kind === 'system')
    const { attempts } = found(tx.select().from(outbox).where(eq(outbox.id, id)).get())
    if (said.outcome === 'sent') {
      tx.update(outbox).set({ state: 'sent', sentAt: ctx.at, body: '', error: null }).where(eq(outbox.id, id)).run()
      return
    }
    const next = said.outcome === 'later' ? nextAttempt(attempts, ctx.at) : null
    if (next === null) giveUp(tx, id, said.words)
    else tx.update(outbox).set({ nextAttemptAt: next, error: said.words }).where(eq(outbox.id, id)).run()
  })
}

/** The administrator has mended what was wrong: all attempts again, from now. */
export function retryMail(ctx: Ctx, { id }: { id: number }): void {
  write(ctx, 'retryMail', { id }, (tx) => {
    allow(canManageUsers(ctx.actor))
    const { state, createdAt, userId, day } = found(tx.select().from(outbox).where(eq(outbox.id, id)).get())
    if (state !== 'given-up' || isTooOld(createdAt, ctx.at)) refuse('mail-not-again')
    tx.update(outbox).set({ state: 'waiting', attempts: 0, nextAttemptAt: ctx.at }).where(eq(outbox.id, id)).run()
    recordEvent(tx, ctx, { action: 'user.mail-retried', subject: `user:${userId}`, body: { after: { mail: id, day } } })
  })
}
