import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { found, refuse, refuseField } from '../../domain/errors'
import type { ConditionListing, ItemEdit, ItemSettling, MatterListing } from '../../domain/meeting-input'
import { isUnit, lastMeetingOf, listItem, openItem, openMeeting } from '../desk/meetings'
import { recordEvent } from '../events'
import { workByCode } from '../queries/work'
import { conditions, meetingItems } from '../schema'
import { write } from '../write'

/** A condition of the desk is put on the list, in its own words; the unit asked is responsible unless another one is named. */
export function listCondition(ctx: Ctx, input: ConditionListing): number {
  return write(ctx, 'listCondition', input, (tx) => {
    const { meetingId, conditionId, ...duty } = input
    openMeeting(tx, ctx, meetingId)
    const row = found(tx.select().from(conditions).where(eq(conditions.id, conditionId)).get())
    if (row.closedOn !== null) refuse('condition-closed', {}, { state: row.state, closedOn: row.closedOn })
    const listed = and(eq(meetingItems.conditionId, conditionId), eq(meetingItems.state, 'open'))
    if (tx.select().from(meetingItems).where(listed).get()) refuse('already-listed')
    const item = { ...duty, unitId: duty.unitId ?? row.askedOfId, conditionId, projectId: row.projectId, problem: row.ask }
    const id = listItem(tx, meetingId, item)
    recordEvent(tx, ctx, { action: 'meeting.listed', subject: `meeting:${meetingId}`, body: { item: id, ...item } })
    return id
  })
}

/** Any other matter: of a work, or of none. */
export function listMatter(ctx: Ctx, input: MatterListing): number {
  return write(ctx, 'listMatter', input, (tx) => {
    const { meetingId, code, ...matter } = input
    openMeeting(tx, ctx, meetingId)
    const item = { ...matter, projectId: code === null ? null : workByCode(tx, code).id }
    const id = listItem(tx, meetingId, item)
    recordEvent(tx, ctx, { action: 'meeting.listed', subject: `meeting:${meetingId}`, body: { item: id, ...item } })
    return id
  })
}

export function changeItem(ctx: Ctx, { id, version, ...item }: ItemEdit): void {
  write(ctx, 'changeItem', { id, version, ...item }, (tx) => {
    const row = openItem(tx, ctx, { id, version })
    if (item.unitId !== null && !isUnit(tx, item.unitId)) refuseField('unitId', 'not-a-choice')
    tx.update(meetingItems)
      .set({ ...item, version: row.version + 1 })
      .where(eq(meetingItems.id, id))
      .run()
    const before = { problem: row.problem, measure: row.measure, unitId: row.unitId, person: row.person, dueOn: row.dueOn }
    recordEvent(tx, ctx, {
      action: 'meeting.item-changed',
      subject: `meeting:${lastMeetingOf(tx, id)}`,
      body: { item: id, before, after: item },
    })
  })
}

/** 对账销号: settled with words, once. */
export function settleItem(ctx: Ctx, { id, version, words }: ItemSettling): void {
  write(ctx, 'settleItem', { id, version, words }, (tx) => {
    const row = openItem(tx, ctx, { id, version })
    const settled = { state: 'settled' as const, settledWords: words, settledBy: actorId(ctx.actor), settledOn: ctx.today }
    tx.update(meetingItems)
      .set({ ...settled, version: row.version + 1 })
      .where(eq(meetingItems.id, id))
      .run()
    recordEvent(tx, ctx, {
      action: 'meeting.item-settled',
      subject: `meeting:${lastMeetingOf(tx, id)}`,
      body: { item: id, words, settledOn: ctx.today },
    })
  })
}
