'use server'

import { answerRating } from '../../../db/commands/ratings'
import { ratingAnswer } from '../../../domain/seen-input'
import { formAction } from '../../_lib/form-action'

export const answer = formAction(ratingAnswer, answerRating, { to: (id) => `/ratings/${id}`, saved: (t) => t.seen.rating.sent })
