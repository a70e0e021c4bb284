import { z } from 'zod'
import { choiceField, dayField, needed, wanField, wholeField, wordsField } from './fields'
import { chainIds, sectors } from './plan'
import { categories, industryClasses, projectLevels, stages } from './project'
import { codeField } from './update-input'

/** The version an edit started from; 0 = nothing stood yet. */
export const versionField = () => needed(wholeField(0, 999_999_999))
/** 万元 as typed, integer 元 as kept; never negative. */
export const amountField = () => wanField().refine((yuan) => yuan === null || yuan >= 0, 'not-positive')

const edit = { code: codeField(), version: versionField() }
const identity = {
  name: needed(wordsField(120)),
  sector: needed(choiceField(sectors)),
  town: wordsField(40),
  category: choiceField(categories),
  industryClass: choiceField(industryClasses),
  level: choiceField(projectLevels),
}

/** A project beyond the plan; its source is a document. */
export const newProjectInput = z.object({
  ...identity,
  documentTitle: needed(wordsField(120)),
  documentNo: needed(wordsField(80)),
  documentDay: needed(dayField()),
})
export type NewProject = z.output<typeof newProjectInput>

export const projectEdit = z.object({ ...edit, ...identity })
export type ProjectEdit = z.output<typeof projectEdit>

export const unitKinds = ['owner', 'responsible'] as const
export type UnitKind = (typeof unitKinds)[number]

/** An empty organisation ends the assignment. */
export const unitAssignment = z.object({
  ...edit,
  kind: needed(choiceField(unitKinds)),
  organisation: wordsField(80),
  fromDay: needed(dayField()),
})
export type UnitAssignment = z.output<typeof unitAssignment>

/** `none` = the bureau has looked, and the work is in no chain. */
export const chainChoices = [...chainIds, 'none'] as const
export type ChainChoice = (typeof chainChoices)[number]

export const chainConfirmation = z.object({ ...edit, chain: needed(choiceField(chainChoices)), reason: needed(wordsField(500)) })
export type ChainConfirmation = z.output<typeof chainConfirmation>

export const stageMove = z.object({ ...edit, to: needed(choiceField(stages)), on: needed(dayField()), reason: wordsField(500) })
export type StageMove = z.output<typeof stageMove>

export const pauseRefresh = z.object({ ...edit, reason: needed(wordsField(500)) })
export type PauseRefresh = z.output<typeof pauseRefresh>
