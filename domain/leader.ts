import { z } from 'zod'
import { dayField, needed, wordsField } from './fields'
import { versionField } from './project-input'
import { codeField } from './update-input'

/** 联系领导 of a work, a person by name; nobody named ends the assignment. */
export const leaderAssignment = z.object({
  code: codeField(),
  version: versionField(),
  person: wordsField(40),
  fromDay: needed(dayField()),
})
export type LeaderAssignment = z.output<typeof leaderAssignment>
