import { z } from 'zod'
import { choiceField, idField, needed, patternField, wordsField } from './fields'
import { parseReviewRef, type ReviewKind } from './review-order'

const refField = () => patternField(/^[a-z-]{4,24}:\d{1,9}$/, 'update:12').transform((text) => parseReviewRef(text))

/** A decision as the reviewers' page sends it. `ids` = everything it was shown of (dates proposed together), `next` = where to go after it. */
export const reviewInput = z.object({
  item: refField().transform((ref, context): { kind: ReviewKind; id: number } => {
    if (ref) return ref
    context.addIssue({ code: 'custom', message: 'malformed' })
    return z.NEVER
  }),
  ids: z.array(needed(idField())).min(1).max(200),
  step: needed(choiceField(['approve', 'return'] as const)),
  reason: wordsField(500),
  documentNo: wordsField(120),
  next: refField(),
  kind: wordsField(24),
})
export type ReviewInput = z.output<typeof reviewInput>
