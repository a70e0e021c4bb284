'use server'

import {
  draftEvaluation,
  editEvaluation,
  proposeEvaluation,
  refreshEvaluation,
  sendBackEvaluation,
  takeBackEvaluation,
} from '../../db/commands/evaluations'
import { issueEvaluation } from '../../db/commands/evaluations-issue'
import {
  evaluationEdit,
  evaluationIssueInput,
  evaluationSendBackInput,
  evaluationStepInput,
  newEvaluationInput,
} from '../../domain/evaluation-input'
import { fill } from '../../domain/messages'
import { formAction } from '../_lib/form-action'
import { drawn } from '../_paper/drawn'

const at = (id: number): string => `/evaluation/${id}`

export const draft = formAction(newEvaluationInput, draftEvaluation, { to: at, saved: (t) => t.evaluation.drafted })
export const refresh = formAction(evaluationStepInput, refreshEvaluation, { saved: (t) => t.evaluation.refreshed })
export const edit = formAction(evaluationEdit, editEvaluation, { saved: (t) => t.evaluation.savedTexts })
export const propose = formAction(evaluationStepInput, proposeEvaluation, { to: at, saved: (t) => t.evaluation.proposed })
export const takeBack = formAction(evaluationStepInput, takeBackEvaluation, { to: at, saved: (t) => t.evaluation.takenBack })
export const sendBack = formAction(evaluationSendBackInput, sendBackEvaluation, { to: at, saved: (t) => t.evaluation.sentBack })
export const issue = formAction(evaluationIssueInput, (ctx, input) => issueEvaluation(ctx, input, drawn), {
  to: ({ id }) => at(id),
  saved: (t, { number }) => fill(t.evaluation.issued, { number }),
})
