import { congressFile, evaluationFile, evaluationList, evaluationView } from '../../../db/queries/evaluations'
import { indicatorDetail, indicatorMatrix, waitingIndicatorValues } from '../../../db/queries/indicators'
import { carriedWorks, periodList, worksToCarry } from '../../../db/queries/periods'
import { responsibilityList } from '../../../db/queries/responsibilities'
import { unitFacts } from '../../../db/queries/unit-facts'
import { draftedEvaluation } from '../evaluation'
import { testDay } from '../house'
import type { Reader, Reading } from './reading'

const bureau: Reader[] = ['bureau', 'bureau2']
const all: Reader[] = [...bureau, 'supervisor', 'supervisor2', 'leader']

export const evaluationReadings: Reading[] = [
  { read: 'evaluationList', may: all, call: (actor) => evaluationList(actor, 1) },
  { read: 'evaluationView', may: bureau, call: (actor, _, t) => evaluationView(actor, draftedEvaluation(t)) },
  { read: 'evaluationFile', may: bureau, call: (actor, _, t) => evaluationFile(actor, draftedEvaluation(t), 'word', testDay) },
  { read: 'congressFile', may: bureau, call: (actor, _, t) => congressFile(actor, draftedEvaluation(t), testDay) },
  { read: 'indicatorMatrix', may: all, call: (actor) => indicatorMatrix(actor, testDay) },
  { read: 'indicatorDetail', may: all, call: (actor) => indicatorDetail(actor, '3', testDay) },
  { read: 'waitingIndicatorValues', may: all, call: (actor) => waitingIndicatorValues(actor, 1) },
  { read: 'unitFacts', may: all, call: (actor) => unitFacts(actor, 2025, 1, testDay) },
  { read: 'responsibilityList', may: all, call: (actor) => responsibilityList(actor) },
  { read: 'periodList', may: all, call: (actor) => periodList(actor) },
  { read: 'worksToCarry', may: all, call: (actor) => worksToCarry(actor, 1) },
  { read: 'carriedWorks', may: all, call: (actor) => carriedWorks(actor, 1) },
]
