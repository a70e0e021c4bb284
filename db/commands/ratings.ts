import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, sameVersion } from '../../domain/errors'
import { canAnswerRating, canListProjects } from '../../domain/policy'
import type { RatingAnswer } from '../../domain/seen-input'
import { recordEvent } from '../events'
import { readableWorkById } from '../queries/readable-work'
import { submitter } from '../review'
import { ratings } from '../schema'
import { write } from '../write'

/** The owner answers in words, once, before or after the deadline; the answer stands beside the rating for good. Returns the rating's id. */
export function answerRating(ctx: Ctx, input: RatingAnswer): number {
  return write(ctx, 'answerRating', input, (tx) => {
    allow(canListProjects(ctx.actor))
    const rating = found(tx.select().from(ratings).where(eq(ratings.id, input.id)).get())
    const work = readableWorkById(tx, ctx.actor, rating.projectId)
    allow(canAnswerRating(ctx.actor, work))
    const { answer, answeredOn, answerDueOn, current, version } = rating
    if (answeredOn !== null) refuse('already-decided', {}, { answer, answeredOn })
    if (answerDueOn === null || !current) refuse('no-answer-asked')
    sameVersion({ version }, input.version)
    tx.update(ratings)
      .set({ answer: input.answer, answeredBy: submitter(ctx), answeredOn: ctx.today, version: version + 1 })
      .where(eq(ratings.id, rating.id))
      .run()
    const body = { rating: rating.id, answer: input.answer, dueOn: answerDueOn, late: ctx.today > answerDueOn }
    recordEvent(tx, ctx, { action: 'rating.answered', subject: `project:${work.code}`, body })
    return rating.id
  })
}
