import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canTakeAlong } from '../../domain/policy'
import { recordEvent } from '../events'
import { randomHex } from '../hash'
import { submitter } from '../review'
import { fieldSecrets } from '../schema'
import { write } from '../write'

/** Half of what locks a person's things on a device, made once: the same ever after, so that they open again after signing in. */
export function makeFieldKey(ctx: Ctx): { secret: string } {
  return write(ctx, 'makeFieldKey', null, (tx) => {
    allow(canTakeAlong(ctx.actor))
    const userId = submitter(ctx)
    const known = tx.select().from(fieldSecrets).where(eq(fieldSecrets.userId, userId)).get()
    if (known) return { secret: known.secret }
    const secret = randomHex(32)
    tx.insert(fieldSecrets).values({ userId, secret, createdAt: ctx.at }).run()
    recordEvent(tx, ctx, { action: 'field.key-made', subject: `user:${userId}` })
    return { secret }
  })
}
