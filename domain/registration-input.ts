import { z } from 'zod'
import type { Day } from './calendar'
import type { Issue } from './errors'
import { choiceField, dayField, needed, wordsField } from './fields'
import { versionField } from './project-input'
import { nextRegistrationStates, type RegistrationState, registrationNeedsReason, registrationStates } from './registration'
import { codeField } from './update-input'

/** `version` = how many states were recorded of the work when the form was shown. */
export const registrationInput = z.object({
  code: codeField(),
  version: versionField(),
  state: needed(choiceField(registrationStates)),
  onDay: needed(dayField()),
  documentNo: wordsField(120),
  reason: wordsField(500),
  remark: wordsField(500),
})
export type RegistrationInput = z.output<typeof registrationInput>

export function registrationIssues(input: RegistrationInput, last: { state: RegistrationState; onDay: Day } | null, today: Day): Issue[] {
  const { state, onDay, reason } = input
  const before = last?.state ?? null
  const issues: (Issue | false)[] = [
    !nextRegistrationStates(before).includes(state) && { field: 'state', code: 'registration-not-possible' },
    registrationNeedsReason(state, before) && reason === null && { field: 'reason', code: 'needs-reason' },
    onDay > today && { field: 'onDay', code: 'in-the-future' },
    last !== null && onDay < last.onDay && { field: 'onDay', code: 'before-previous', params: { day: last.onDay } },
  ]
  return issues.filter((issue) => issue !== false)
}
