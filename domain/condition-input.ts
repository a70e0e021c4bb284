import { z } from 'zod'
import { conditionKinds, conditionOutcomes } from './condition'
import { choiceField, dayField, idField, needed, wordsField } from './fields'
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

const step = { id: needed(idField()), version: versionField() }

export const conditionAnswer = z.object({ ...step, answer: needed(wordsField(1000)) })
export type ConditionAnswer = z.output<typeof conditionAnswer>

/** Closing as `cannot` says why. */
export const conditionClosing = z.object({
  ...step,
  outcome: needed(choiceField(conditionOutcomes)),
  reason: wordsField(500),
})
export type ConditionClosing = z.output<typeof conditionClosing>

/** Put to another unit, which is the one to answer from now on. */
export const conditionRedirection = z.object({ ...step, unitId: needed(idField()), reason: needed(wordsField(500)) })
export type ConditionRedirection = z.output<typeof conditionRedirection>

/** Put one level up before its time has passed. */
export const conditionEscalation = z.object({ ...step, reason: needed(wordsField(500)) })
export type ConditionEscalation = z.output<typeof conditionEscalation>

/** 批示 */
export const conditionInstruction = z.object({ ...step, words: needed(wordsField(1000)) })
export type ConditionInstruction = z.output<typeof conditionInstruction>

/** What was decided, when, and in which meeting or document. */
export const conditionDecision = z.object({
  ...step,
  words: needed(wordsField(1000)),
  decidedOn: needed(dayField()),
  meetingId: idField(),
  documentNo: wordsField(120),
})
export type ConditionDecision = z.output<typeof conditionDecision>
