import { z } from 'zod'
import type { Day } from './calendar'
import type { Issue } from './errors'
import { choiceField, dayField, wordsField } from './fields'
import { canMoveStage, type Stage, stageNeedsReason, stages } from './project'
import { amountField, type ChainChoice, chainChoices, versionField } from './project-input'
import { codeField } from './update-input'

/** One row of the first census (摸底). An empty cell leaves what stands: nothing is lost by a short list. */
export const censusRow = z.object({
  code: codeField(),
  version: versionField(),
  owner: wordsField(80),
  responsible: wordsField(80),
  stage: choiceField(stages),
  chain: choiceField(chainChoices),
  totalYuan: amountField(),
  totalDocument: wordsField(200),
  completedOn: dayField(),
})
export type CensusRow = z.output<typeof censusRow>

export const censusColumns = ['owner', 'responsible', 'stage', 'chain', 'totalYuan', 'totalDocument', 'completedOn'] as const
export type CensusColumn = (typeof censusColumns)[number]

/** A row as it stands; `chain` is what the bureau has confirmed, null = not yet. */
export type CensusState = {
  owner: string | null
  responsible: string | null
  stage: Stage
  chain: ChainChoice | null
  totalYuan: number | null
  totalDocument: string | null
  completedOn: Day | null
}

const finished: readonly Stage[] = ['completed', 'operation']
export const isFinished = (stage: Stage): boolean => finished.includes(stage)

/** What cannot stand together, in the grid and in a pasted list alike. */
export function censusIssues(row: CensusRow, work: { stage: Stage }, today: Day): Issue[] {
  return [stageIssues(row.stage, work.stage), completionIssues(row, row.stage ?? work.stage, today), totalIssues(row)].flat()
}

function stageIssues(to: Stage | null, from: Stage): Issue[] {
  if (to === null || to === from) return []
  if (!canMoveStage(from, to)) return [{ field: 'stage', code: 'stage-not-possible' }]
  return stageNeedsReason(to) ? [{ field: 'stage', code: 'stage-needs-page' }] : []
}

function completionIssues({ completedOn }: CensusRow, stage: Stage, today: Day): Issue[] {
  if (completedOn === null) return []
  if (completedOn > today) return [{ field: 'completedOn', code: 'in-the-future' }]
  return isFinished(stage) ? [] : [{ field: 'completedOn', code: 'not-finished' }]
}

/** A total stands with its document, a document with its total. */
function totalIssues({ totalYuan, totalDocument }: CensusRow): Issue[] {
  if (totalYuan !== null && totalDocument === null) return [{ field: 'totalDocument', code: 'required' }]
  return totalYuan === null && totalDocument !== null ? [{ field: 'totalYuan', code: 'required' }] : []
}

const pastedLimit = 200_000
/** A pasted list as it came: its first cell may be empty, so nothing is trimmed. */
export const censusList = z.object({
  list: z
    .string()
    .nullish()
    .transform((typed, context) => {
      const text = typed ?? ''
      if (text.trim() !== '' && text.length <= pastedLimit) return text
      const [message, params] = text.trim() === '' ? ['required', {}] : ['too-long', { max: pastedLimit }]
      context.addIssue({ code: 'custom', message, params })
      return z.NEVER
    }),
})
