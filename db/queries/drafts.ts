import { and, eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canUseOwn } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { drafts } from '../schema'

export type Draft = { version: number; body: Record<string, string>; updatedAt: string }

/** What a person has half typed about something; on any device. Nobody else can read it. */
export function ownDraft(actor: Actor, subject: string, db: Reader = orm()): Draft | null {
  allow(actor.kind === 'user' && canUseOwn(actor, actor.id))
  const mine = and(eq(drafts.userId, actor.id), eq(drafts.subject, subject))
  return db.select({ version: drafts.version, body: drafts.body, updatedAt: drafts.updatedAt }).from(drafts).where(mine).get() ?? null
}
