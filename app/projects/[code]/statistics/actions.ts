'use server'

import { recordRegistration } from '../../../../db/commands/registrations'
import { submitStatisticsInvestment, withdrawStatisticsInvestment } from '../../../../db/commands/statistics-investments'
import { registrationInput } from '../../../../domain/registration-input'
import { statisticsInvestmentInput } from '../../../../domain/statistics-investment'
import { decisionInput } from '../../../../domain/update-input'
import { formAction } from '../../../_lib/form-action'

export const sendFigure = formAction(statisticsInvestmentInput, submitStatisticsInvestment, { saved: (t) => t.funds.figureSent })
export const takeFigureBack = formAction(decisionInput, (ctx, { id }) => withdrawStatisticsInvestment(ctx, id), {
  saved: (t) => t.funds.figureWithdrawn,
})
export const record = formAction(registrationInput, recordRegistration, { saved: (t) => t.funds.recorded })
