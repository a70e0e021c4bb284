import { z } from 'zod'
import { conditionKinds } from './condition'
import { choiceField, idField, needed, wordsField } from './fields'
import { versionField } from './project-input'
import { codeField } from './update-input'

/** What stands in the way, and what is asked of whom; nobody named = the bureau finds who. */
export const newConditionInput = z.object({
  code: codeField(),
  kind: needed(choiceField(conditionKinds)),
  ask: needed(wordsField(500)),
  askedOfId: idField(),
})
export type NewCondition = z.output<typeof newConditionInput>

export const conditionAnswer = z.object({ id: needed(idField()), version: versionField(), answer: needed(wordsField(1000)) })
export type ConditionAnswer = z.output<typeof conditionAnswer>

export const conditionOutcomes = ['solved', 'cannot'] as const
/** Closing as `cannot` says why. */
export const conditionClosing = z.object({
  id: needed(idField()),
  version: versionField(),
  outcome: needed(choiceField(conditionOutcomes)),
  reason: wordsField(500),
})
export type ConditionClosing = z.output<typeof conditionClosing>
