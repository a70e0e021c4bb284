import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import { canSwitchPublic } from '../../domain/policy'
import type { PublicationInput } from '../../domain/publication-input'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { type Publishable, publishable } from '../publications/publishable'
import { submitter } from '../review'
import { publications } from '../schema'
import { write } from '../write'

/** Makes works or issued papers public; one that is public already stays as it is. Returns how many are new. */
export function publish(ctx: Ctx, input: PublicationInput): number {
  return write(ctx, 'publish', input, (tx) => {
    allow(canSwitchPublic(ctx.actor))
    const subjects = known(tx, input)
    if (subjects.some(({ closed }) => closed)) refuse('withdrawn-not-public')
    const open = new Set(openRows(tx, input).map(({ subjectId }) => subjectId))
    const added = subjects.filter(({ id }) => !open.has(id))
    for (const { id, name } of added) {
      const row = { subject: input.subject, subjectId: id, publishedBy: submitter(ctx), publishedAt: ctx.at }
      tx.insert(publications).values(row).run()
      changed(tx, ctx, name, true)
    }
    return added.length
  })
}

/** From now on it is not public; that it was, and when, stays. Returns how many were. */
export function endPublication(ctx: Ctx, input: PublicationInput): number {
  return write(ctx, 'endPublication', input, (tx) => {
    allow(canSwitchPublic(ctx.actor))
    const names = new Map(known(tx, input).map(({ id, name }) => [id, name]))
    const open = openRows(tx, input)
    for (const { id, subjectId } of open) {
      tx.update(publications)
        .set({ endedBy: submitter(ctx), endedAt: ctx.at })
        .where(eq(publications.id, id))
        .run()
      changed(tx, ctx, names.get(subjectId) ?? '', false)
    }
    return open.length
  })
}

function known(tx: Tx, { subject, ids }: PublicationInput): Publishable[] {
  const rows = publishable(tx, subject, ids)
  if (rows.length < new Set(ids).size) refuse('not-found')
  return rows
}

const openRows = (tx: Tx, { subject, ids }: PublicationInput) =>
  tx
    .select()
    .from(publications)
    .where(and(eq(publications.subject, subject), inArray(publications.subjectId, ids), isNull(publications.endedAt)))
    .all()

function changed(tx: Tx, ctx: Ctx, subject: string, isPublic: boolean): void {
  recordEvent(tx, ctx, { action: 'publication.changed', subject, body: { before: { public: !isPublic }, after: { public: isPublic } } })
}
