import { z } from 'zod'
import { dayField, idField, needed, wordsField } from './fields'
import { lockKindOf } from './lock'
import { versionField } from './project-input'

const periodField = () =>
  wordsField(7).transform((text, context) => {
    if (text !== null && lockKindOf(text) !== null) return text
    context.addIssue({ code: 'custom', message: 'not-a-period' })
    return z.NEVER
  })

export const lockBeginning = z.object({ period: periodField() })
export type LockBeginning = z.output<typeof lockBeginning>

/** A picture of the library at the end of a day, to compare with. */
export const dayPicture = z.object({ day: needed(dayField()) })
export type DayPicture = z.output<typeof dayPicture>

export const lockStep = z.object({ id: needed(idField()), version: versionField() })
export type LockStep = z.output<typeof lockStep>

export const lockReturn = lockStep.extend({ reason: needed(wordsField(500)) })
export type LockReturn = z.output<typeof lockReturn>

/** A locked period is opened again for a reason only. */
export const reopeningRequest = z.object({ id: needed(idField()), reason: needed(wordsField(500)) })
export type ReopeningRequest = z.output<typeof reopeningRequest>

export const reopeningStep = z.object({ id: needed(idField()) })
export const reopeningReturn = reopeningStep.extend({ reason: needed(wordsField(500)) })
