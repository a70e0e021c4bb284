import { z } from 'zod'
import { conditionKinds } from './condition'
import {
  choiceField,
  dayField,
  idField,
  monthField,
  needed,
  numberField,
  patternField,
  tickField,
  wanField,
  wholeField,
  wordsField,
} from './fields'

export const investmentBases = ['month', 'year'] as const
/** Project codes as typed in an address or a form. */
export const codeField = () => needed(patternField(/^P\d{4,6}$/, 'P0001'))

/** 代填: what came by telephone, paper or message, and when. Only the bureau fills these. */
const onBehalf = { onBehalfSource: wordsField(200), onBehalfOn: dayField() }
/** Why an approved figure is corrected; needed when one is in force. */
const revision = { revisionReason: wordsField(500) }

/** At most ten fields a month, each prefilled with what is approved. */
export const monthlyInput = z.object({
  code: codeField(),
  period: needed(monthField()),
  noChange: tickField(),
  investmentBasis: choiceField(investmentBases),
  investment: wanField(),
  step: wordsField(40),
  progressText: wordsField(500),
  percent: wholeField(0, 100),
  quantityDone: numberField(0, 999_999_999),
  conditionKind: choiceField(conditionKinds),
  conditionAsk: wordsField(500),
  conditionUnitId: idField(),
  forecastOn: dayField(),
  remark: wordsField(1000),
  ...onBehalf,
  ...revision,
})
export type MonthlyInput = z.infer<typeof monthlyInput>

/** A milestone met on a day, or a new forecast with its reason. */
export const milestoneInput = z.object({
  code: codeField(),
  milestoneId: needed(idField()),
  metOn: dayField(),
  forecastOn: dayField(),
  reason: wordsField(500),
  remark: wordsField(1000),
  ...onBehalf,
  ...revision,
})
export type MilestoneInput = z.infer<typeof milestoneInput>

/** A finished work by one entry: completed on, final investment, document. */
export const completionInput = z.object({
  code: codeField(),
  completedOn: needed(dayField()),
  final: wanField(),
  documentNo: needed(wordsField(200)),
  remark: wordsField(1000),
  ...onBehalf,
  ...revision,
})
export type CompletionInput = z.infer<typeof completionInput>

export const decisionInput = z.object({ id: needed(idField()) })
export const returnInput = z.object({ id: needed(idField()), reason: needed(wordsField(500)) })
