import { and, asc, eq, inArray, max } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { MeetingKind } from '../../domain/meeting'
import { canKeepMeetings } from '../../domain/policy'
import type { Tx } from '../client'
import { meetingItems, meetingListings, meetings, organisations } from '../schema'

export type MeetingRow = typeof meetings.$inferSelect
export type ItemRow = typeof meetingItems.$inferSelect

/** A meeting that the bureau may still change. */
export function openMeeting(tx: Tx, ctx: Ctx, id: number): MeetingRow {
  allow(canKeepMeetings(ctx.actor))
  const row = found(tx.select().from(meetings).where(eq(meetings.id, id)).get())
  if (row.state === 'closed') refuse('meeting-closed', {}, row)
  return row
}

/** A line nobody has settled, in the version that was shown. */
export function openItem(tx: Tx, ctx: Ctx, { id, version }: { id: number; version: number }): ItemRow {
  allow(canKeepMeetings(ctx.actor))
  const row = found(tx.select().from(meetingItems).where(eq(meetingItems.id, id)).get())
  if (row.state === 'settled') refuse('item-settled', {}, row)
  sameVersion(row, version)
  return row
}

type NewItem = Omit<typeof meetingItems.$inferInsert, 'state'>

/** At the end of a meeting's list. Returns the line's id. */
export function listItem(tx: Tx, meetingId: number, item: NewItem): number {
  if (item.unitId && !isUnit(tx, item.unitId)) refuseField('unitId', 'not-a-choice')
  const { id } = tx
    .insert(meetingItems)
    .values({ ...item, state: 'open' })
    .returning({ id: meetingItems.id })
    .get()
  const last = tx
    .select({ at: max(meetingListings.position) })
    .from(meetingListings)
    .where(eq(meetingListings.meetingId, meetingId))
    .get()
  tx.insert(meetingListings)
    .values({ meetingId, itemId: id, position: (last?.at ?? 0) + 1 })
    .run()
  return id
}

export const isUnit = (tx: Tx, id: number): boolean => tx.select().from(organisations).where(eq(organisations.id, id)).get() !== undefined

/** What earlier meetings of the kind left open stands first on the new one's list. Returns the lines. */
export function carryOver(tx: Tx, meetingId: number, kind: MeetingKind): number[] {
  const listed = tx
    .select({ id: meetingListings.itemId })
    .from(meetingListings)
    .innerJoin(meetings, eq(meetings.id, meetingListings.meetingId))
    .where(eq(meetings.kind, kind))
  const left = tx
    .select({ id: meetingItems.id })
    .from(meetingItems)
    .where(and(eq(meetingItems.state, 'open'), inArray(meetingItems.id, listed)))
    .orderBy(asc(meetingItems.id))
    .all()
    .map(({ id }) => id)
  for (const [index, itemId] of left.entries())
    tx.insert(meetingListings)
      .values({ meetingId, itemId, position: index + 1, carried: true })
      .run()
  return left
}

/** The meeting that went through a line last: where the log tells of it. */
export function lastMeetingOf(tx: Tx, itemId: number): number {
  const listed = tx
    .select({ id: max(meetingListings.meetingId) })
    .from(meetingListings)
    .where(eq(meetingListings.itemId, itemId))
    .get()
  return listed?.id ?? 0
}
