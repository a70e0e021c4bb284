'use server'

import { approveYearList, returnYearList, submitYearList, withdrawYearList } from '../../db/commands/year-lists'
import { yearListDecision, yearListInput, yearListReturn } from '../../domain/year-list'
import { formAction } from '../_lib/form-action'

export const draftList = formAction(yearListInput, submitYearList, { saved: (t) => t.annual.draftDone })
export const publishList = formAction(yearListDecision, (ctx, { id }) => approveYearList(ctx, id), { saved: (t) => t.annual.publishDone })
export const returnList = formAction(yearListReturn, (ctx, { id, reason }) => returnYearList(ctx, id, reason), {
  saved: (t) => t.annual.returned,
})
export const withdrawList = formAction(yearListDecision, (ctx, { id }) => withdrawYearList(ctx, id), { saved: (t) => t.annual.withdrawn })
