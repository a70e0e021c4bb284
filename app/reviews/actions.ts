'use server'

import { approveAnnualPlan, returnAnnualPlan } from '../../db/commands/annual-plans'
import { approveFactSheet, returnFactSheet } from '../../db/commands/fact-sheets'
import { approveFunds, returnFunds } from '../../db/commands/funds'
import { approveOutput, returnOutput } from '../../db/commands/outputs'
import { approveMilestoneDates, returnMilestoneDate } from '../../db/commands/review-milestone-dates'
import { approveUpdate, returnUpdate } from '../../db/commands/review-updates'
import { approveStatistics, returnStatistics } from '../../db/commands/statistics'
import { approveStatisticsInvestment, returnStatisticsInvestment } from '../../db/commands/statistics-investments'
import type { Ctx } from '../../domain/actor'
import { refuseField } from '../../domain/errors'
import { type ReviewInput, reviewInput } from '../../domain/review-input'
import { type ReviewKind, reviewRef } from '../../domain/review-order'
import { formAction } from '../_lib/form-action'

type Decide = { approve: (ctx: Ctx, id: number, input: ReviewInput) => void; return: (ctx: Ctx, id: number, reason: string) => void }

const commands: Record<ReviewKind, Decide> = {
  update: { approve: approveUpdate, return: returnUpdate },
  'fact-sheet': { approve: approveFactSheet, return: returnFactSheet },
  'annual-plan': { approve: (ctx, id, { documentNo }) => approveAnnualPlan(ctx, id, documentNo), return: returnAnnualPlan },
  'milestone-date': { approve: (ctx, _id, { ids }) => approveMilestoneDates(ctx, ids), return: returnMilestoneDate },
  output: { approve: approveOutput, return: returnOutput },
  statistics: { approve: approveStatistics, return: returnStatistics },
  funds: { approve: approveFunds, return: returnFunds },
  'statistics-investment': { approve: approveStatisticsInvestment, return: returnStatisticsInvestment },
}

/** One decision, then on to the next. Dates proposed together come back together, each with the same reason. */
function take(ctx: Ctx, input: ReviewInput): ReviewInput {
  const { item, ids, step, reason } = input
  const decide = commands[item.kind]
  if (step === 'approve') decide.approve(ctx, item.id, input)
  else if (reason === null) refuseField('reason', 'needs-reason')
  else for (const id of ids) decide.return(ids.length > 1 ? { ...ctx, key: ctx.key && `${ctx.key}-${id}` } : ctx, id, reason)
  return input
}

export const decide = formAction(reviewInput, take, {
  to: ({ next, kind }) => {
    const query = new URLSearchParams()
    if (kind) query.set('kind', kind)
    if (next) query.set('item', reviewRef(next))
    return `/reviews${query.size > 0 ? `?${query}` : ''}`
  },
  saved: (t, { step }) => (step === 'approve' ? t.reviews.approved : t.reviews.returned),
})
