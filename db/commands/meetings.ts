import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, sameVersion } from '../../domain/errors'
import type { MeetingClosing, MeetingEdit, NewMeeting } from '../../domain/meeting-input'
import { canKeepMeetings } from '../../domain/policy'
import { carryOver, openMeeting } from '../desk/meetings'
import { recordEvent } from '../events'
import { meetings } from '../schema'
import { write } from '../write'

/** Called with what the last one of its kind left open. Returns its id. */
export function callMeeting(ctx: Ctx, input: NewMeeting): number {
  return write(ctx, 'callMeeting', input, (tx) => {
    allow(canKeepMeetings(ctx.actor))
    const row = { ...input, state: 'called' as const, calledBy: actorId(ctx.actor) ?? 0, calledAt: ctx.at }
    const { id } = tx.insert(meetings).values(row).returning({ id: meetings.id }).get()
    const carried = carryOver(tx, id, input.kind)
    recordEvent(tx, ctx, { action: 'meeting.called', subject: `meeting:${id}`, body: { ...input, carried } })
    return id
  })
}

export function changeMeeting(ctx: Ctx, { id, version, ...head }: MeetingEdit): void {
  write(ctx, 'changeMeeting', { id, version, ...head }, (tx) => {
    const row = openMeeting(tx, ctx, id)
    sameVersion(row, version)
    tx.update(meetings)
      .set({ ...head, version: row.version + 1 })
      .where(eq(meetings.id, id))
      .run()
    const before = { title: row.title, heldOn: row.heldOn, place: row.place }
    recordEvent(tx, ctx, { action: 'meeting.changed', subject: `meeting:${id}`, body: { before, after: head } })
  })
}

/** Nothing on its list needs to be settled: what is open goes to the next one. */
export function closeMeeting(ctx: Ctx, { id, version }: MeetingClosing): void {
  write(ctx, 'closeMeeting', { id, version }, (tx) => {
    const row = openMeeting(tx, ctx, id)
    sameVersion(row, version)
    const closed = { state: 'closed' as const, closedBy: actorId(ctx.actor), closedOn: ctx.today }
    tx.update(meetings)
      .set({ ...closed, version: row.version + 1 })
      .where(eq(meetings.id, id))
      .run()
    recordEvent(tx, ctx, { action: 'meeting.closed', subject: `meeting:${id}`, body: { closedOn: ctx.today } })
  })
}
