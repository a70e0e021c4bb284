import { z } from 'zod'
import { choiceField, dayField, idField, needed, patternField, wordsField } from './fields'
import { findingCategories, findingSeverities, findingSources } from './finding'
import { versionField } from './project-input'

/** Registered by hand: what concerns a work names it; what concerns none names the unit. */
export const newFindingInput = z.object({
  code: patternField(/^P\d{4,6}$/, 'P0001'),
  unitId: idField(),
  source: needed(choiceField(findingSources)),
  category: needed(choiceField(findingCategories)),
  severity: needed(choiceField(findingSeverities)),
  basis: wordsField(300),
  facts: needed(wordsField(1000)),
  foundBy: needed(wordsField(80)),
  foundOn: needed(dayField()),
})
export type NewFindingInput = z.output<typeof newFindingInput>

const step = { id: needed(idField()), version: versionField() }

/** Steps that need no words of their own may have some. */
export const findingStep = z.object({ ...step, words: wordsField(1000) })
export type FindingStepInput = z.output<typeof findingStep>

/** Steps that say something: a plan, what was done, why it is reopened or withdrawn. */
export const findingWords = z.object({ ...step, words: needed(wordsField(2000)) })
export type FindingWordsInput = z.output<typeof findingWords>

/** Without a deadline the one of its severity is set. */
export const findingAssignment = z.object({
  ...step,
  unitId: needed(idField()),
  person: wordsField(40),
  dueOn: dayField(),
  words: wordsField(1000),
})
export type FindingAssignment = z.output<typeof findingAssignment>

export const findingTransfer = z.object({ ...step, unitId: needed(idField()), person: wordsField(40), words: needed(wordsField(1000)) })
export type FindingTransfer = z.output<typeof findingTransfer>

export const findingRecheck = z.object({ ...step, recheckDueOn: needed(dayField()), words: wordsField(1000) })
export type FindingRecheck = z.output<typeof findingRecheck>

/** Sent back with what is lacking and a new deadline. */
export const findingReturn = z.object({ ...step, words: needed(wordsField(1000)), dueOn: needed(dayField()) })
export type FindingReturn = z.output<typeof findingReturn>

export const extensionInput = z.object({ ...step, dueOn: needed(dayField()), words: needed(wordsField(1000)) })
export type ExtensionInput = z.output<typeof extensionInput>

/** `id` = the request's own. */
export const extensionDecision = z.object({ id: needed(idField()) })
export const extensionReturn = z.object({ id: needed(idField()), words: needed(wordsField(500)) })
