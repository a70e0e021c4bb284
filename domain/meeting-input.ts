import { z } from 'zod'
import { choiceField, dayField, idField, needed, patternField, wordsField } from './fields'
import { meetingKinds } from './meeting'
import { versionField } from './project-input'

const head = { title: needed(wordsField(120)), heldOn: needed(dayField()), place: wordsField(120) }

export const newMeetingInput = z.object({ kind: needed(choiceField(meetingKinds)), ...head })
export type NewMeeting = z.output<typeof newMeetingInput>

const at = { id: needed(idField()), version: versionField() }

/** Put off, moved or named otherwise while it is not closed. */
export const meetingEdit = z.object({ ...at, ...head })
export type MeetingEdit = z.output<typeof meetingEdit>

export const meetingClosing = z.object(at)
export type MeetingClosing = z.output<typeof meetingClosing>

/** 措施、责任单位、责任人、时限: what the meeting fills in. */
const duty = { measure: wordsField(1000), unitId: idField(), person: wordsField(40), dueOn: dayField() }

/** A condition of the desk, with the words it was raised in unless others are given. */
export const conditionListing = z.object({ meetingId: needed(idField()), conditionId: needed(idField()), ...duty })
export type ConditionListing = z.output<typeof conditionListing>

/** Any other matter, of a work or of none. */
export const matterListing = z.object({
  meetingId: needed(idField()),
  code: patternField(/^P\d{4,6}$/, 'P0001'),
  problem: needed(wordsField(500)),
  ...duty,
})
export type MatterListing = z.output<typeof matterListing>

export const itemEdit = z.object({ ...at, problem: needed(wordsField(500)), ...duty })
export type ItemEdit = z.output<typeof itemEdit>

/** 对账销号: settled, and how. */
export const itemSettling = z.object({ ...at, words: needed(wordsField(1000)) })
export type ItemSettling = z.output<typeof itemSettling>
