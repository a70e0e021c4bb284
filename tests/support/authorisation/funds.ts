import { addFundSource, changeFundSource } from '../../../db/commands/fund-sources'
import { approveFunds, returnFunds, submitFunds, withdrawFunds } from '../../../db/commands/funds'
import { recordRegistration } from '../../../db/commands/registrations'
import {
  approveStatisticsInvestment,
  returnStatisticsInvestment,
  submitStatisticsInvestment,
  withdrawStatisticsInvestment,
} from '../../../db/commands/statistics-investments'
import { registrationInput } from '../../../domain/registration-input'
import { entered, fundReturn, handedIn, statisticsFigure } from '../funds'
import { ctxOf } from '../house'
import { type Attempt, type Caller, given } from './attempt'

const bureau: Caller[] = ['bureau', 'bureau2']
const onBehalf = { onBehalfSource: '电话', onBehalfOn: '2025-10-10' }
const source = { id: 1, version: 1, name: '中央预算内资金', position: 1, active: true }

export const fundsAttempts: Attempt[] = [
  { command: 'submitFunds', case: 'by the unit', may: ['owner', ...bureau], prepare: () => (ctx) => submitFunds(ctx, fundReturn()) },
  { command: 'submitFunds', case: 'on behalf', may: bureau, prepare: () => (ctx) => submitFunds(ctx, fundReturn(undefined, onBehalf)) },
  { command: 'approveFunds', may: bureau, prepare: (t) => given(handedIn(t), (ctx, id) => approveFunds(ctx, id)) },
  {
    command: 'approveFunds',
    case: 'entered by the bureau',
    may: ['bureau2'],
    prepare: (t) => given(submitFunds(ctxOf(t.actors.bureau), fundReturn(undefined, onBehalf)), (ctx, id) => approveFunds(ctx, id)),
  },
  { command: 'returnFunds', may: bureau, prepare: (t) => given(handedIn(t), (ctx, id) => returnFunds(ctx, id, '补')) },
  { command: 'withdrawFunds', may: ['owner'], prepare: (t) => given(handedIn(t), (ctx, id) => withdrawFunds(ctx, id)) },
  { command: 'addFundSource', may: bureau, prepare: () => (ctx) => addFundSource(ctx, { name: '试验来源' }) },
  { command: 'changeFundSource', may: bureau, prepare: () => (ctx) => changeFundSource(ctx, source) },
  { command: 'submitStatisticsInvestment', may: bureau, prepare: () => (ctx) => submitStatisticsInvestment(ctx, statisticsFigure()) },
  {
    command: 'approveStatisticsInvestment',
    may: ['bureau2'],
    prepare: (t) => given(entered(t), (ctx, id) => approveStatisticsInvestment(ctx, id)),
  },
  {
    command: 'returnStatisticsInvestment',
    may: ['bureau2'],
    prepare: (t) => given(entered(t), (ctx, id) => returnStatisticsInvestment(ctx, id, '补')),
  },
  {
    command: 'withdrawStatisticsInvestment',
    may: ['bureau'],
    prepare: (t) => given(entered(t), (ctx, id) => withdrawStatisticsInvestment(ctx, id)),
  },
  {
    command: 'recordRegistration',
    may: bureau,
    prepare: () => (ctx) =>
      recordRegistration(ctx, registrationInput.parse({ code: 'P0001', version: '0', state: 'declared', onDay: '2025-10-01' })),
  },
]
