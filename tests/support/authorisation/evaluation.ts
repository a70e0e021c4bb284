import {
  draftEvaluation,
  editEvaluation,
  proposeEvaluation,
  refreshEvaluation,
  sendBackEvaluation,
  takeBackEvaluation,
} from '../../../db/commands/evaluations'
import { issueEvaluation } from '../../../db/commands/evaluations-issue'
import { chooseIndicatorTarget } from '../../../db/commands/indicator-targets'
import { approveIndicatorValue, returnIndicatorValue, submitIndicatorValue, withdrawIndicatorValue } from '../../../db/commands/indicators'
import { carryOver, openPeriod } from '../../../db/commands/periods'
import { setResponsibility } from '../../../db/commands/responsibilities'
import { evaluationEdit } from '../../../domain/evaluation-input'
import { draftedEvaluation, enteredValue, evaluationStep, nextPeriod, openedPeriod, proposedEvaluation, valueFields } from '../evaluation'
import { testDay } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const render = async () => ({ word: new Uint8Array([1]), page: '<p></p>' })
const target = { no: '12', version: 0, statement: 'table', value: '11', reason: '按主表' }
const unit = { kind: 'chain' as const, code: 'machinery', version: 0, organisation: '测试发改局', fromDay: '2025-10-01', document: null }
const words = { title: '报告', issuer: '测试发改局' }

export const evaluationAttempts: Attempt[] = [
  { command: 'submitIndicatorValue', may: bureau, prepare: () => (ctx) => submitIndicatorValue(ctx, valueFields()) },
  {
    command: 'approveIndicatorValue',
    may: ['bureau2'],
    prepare: (t) => given(enteredValue(t), (ctx, id) => approveIndicatorValue(ctx, id)),
  },
  {
    command: 'returnIndicatorValue',
    may: ['bureau2'],
    prepare: (t) => given(enteredValue(t), (ctx, id) => returnIndicatorValue(ctx, id, '补')),
  },
  {
    command: 'withdrawIndicatorValue',
    may: ['bureau'],
    prepare: (t) => given(enteredValue(t), (ctx, id) => withdrawIndicatorValue(ctx, id)),
  },
  { command: 'chooseIndicatorTarget', may: bureau, prepare: () => (ctx) => chooseIndicatorTarget(ctx, target) },
  { command: 'setResponsibility', may: bureau, prepare: () => (ctx) => setResponsibility(ctx, unit) },
  { command: 'openPeriod', may: bureau, prepare: () => (ctx) => openPeriod(ctx, nextPeriod) },
  {
    command: 'carryOver',
    may: bureau,
    prepare: (t) => given(openedPeriod(t), (ctx, periodId) => carryOver(ctx, { periodId, codes: ['P0001'], reason: '续建' })),
  },
  { command: 'draftEvaluation', may: bureau, prepare: () => (ctx) => draftEvaluation(ctx, { kind: 'annual', year: 2023 }) },
  {
    command: 'refreshEvaluation',
    may: bureau,
    prepare: (t) => given(evaluationStep(draftedEvaluation(t)), (ctx, step) => refreshEvaluation(ctx, step)),
  },
  {
    command: 'editEvaluation',
    may: bureau,
    prepare: (t) =>
      given(evaluationStep(draftedEvaluation(t)), (ctx, { id, version }) =>
        editEvaluation(ctx, evaluationEdit.parse({ id: String(id), version: String(version), ...words })),
      ),
  },
  {
    command: 'proposeEvaluation',
    may: bureau,
    prepare: (t) => given(evaluationStep(draftedEvaluation(t)), (ctx, step) => proposeEvaluation(ctx, step)),
  },
  {
    command: 'takeBackEvaluation',
    may: ['bureau'],
    prepare: (t) => given(proposedEvaluation(t), (ctx, step) => takeBackEvaluation(ctx, step)),
  },
  {
    command: 'sendBackEvaluation',
    may: ['bureau2'],
    prepare: (t) => given(proposedEvaluation(t), (ctx, step) => sendBackEvaluation(ctx, { ...step, reason: '补' })),
  },
  {
    command: 'issueEvaluation',
    may: ['bureau2'],
    prepare: (t) => given(proposedEvaluation(t), (ctx, step) => issueEvaluation(ctx, { ...step, signer: '张某', day: testDay }, render)),
  },
]
