import { z } from 'zod'
import { idField, needed, wholeField, wordsField } from './fields'
import { versionField } from './project-input'

export const indicatorValueInput = z.object({
  no: needed(wordsField(10)),
  year: needed(wholeField(2000, 2100)),
  value: needed(wordsField(60)),
  source: needed(wordsField(120)),
  document: wordsField(120),
  revisionReason: wordsField(300),
})
export type IndicatorValueInput = z.output<typeof indicatorValueInput>

export const valueStepInput = z.object({ id: needed(idField()) })
export const valueReturnInput = z.object({ id: needed(idField()), reason: needed(wordsField(300)) })

/** `version` = number of the choice in force, 0 for none. */
export const targetChoiceInput = z.object({
  no: needed(wordsField(10)),
  version: versionField(),
  statement: needed(wordsField(20)),
  value: needed(wordsField(60)),
  reason: needed(wordsField(300)),
})
export type TargetChoiceInput = z.output<typeof targetChoiceInput>
