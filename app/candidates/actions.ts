'use server'

import { admitCandidate, dismissCandidate, mergeCandidate, reconsiderCandidate } from '../../db/commands/candidates'
import { admission, dismissal, merging } from '../../domain/candidate'
import { formAction } from '../_lib/form-action'

export const admit = formAction(admission, admitCandidate, {
  to: ({ code }) => `/projects/${code}/edit`,
  saved: (t) => t.candidates.admitted,
})
export const merge = formAction(merging, mergeCandidate, { saved: (t) => t.candidates.mergedSaved })
export const dismiss = formAction(dismissal, dismissCandidate, { saved: (t) => t.candidates.dismissed })
export const reconsider = formAction(dismissal, reconsiderCandidate, { saved: (t) => t.candidates.reconsidered })
