import { z } from 'zod'
import { choiceField, dayField, needed, wordsField } from './fields'
import { versionField } from './project-input'

/** What a unit can answer for beside single works: a chain's target, an indicator, a box. */
export const responsibilityKinds = ['chain', 'indicator', 'box'] as const
export type ResponsibilityKind = (typeof responsibilityKinds)[number]

/** `version` = number of the row in force, 0 for none; no unit ends it. */
export const responsibilityInput = z.object({
  kind: needed(choiceField(responsibilityKinds)),
  code: needed(wordsField(20)),
  version: versionField(),
  organisation: wordsField(80),
  fromDay: needed(dayField()),
  document: wordsField(120),
})
export type ResponsibilityInput = z.output<typeof responsibilityInput>
