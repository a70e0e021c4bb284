import type { Messages } from '../../domain/messages'
import { type ReviewKind, reviewKinds } from '../../domain/review-order'
import { Chip, Chips } from '../_components/chip'

/** What waits, by kind; a kind of which nothing waits is left out. */
export function KindChips({ counts, kind, t }: { counts: Record<ReviewKind, number>; kind: ReviewKind | null; t: Messages }) {
  const present = reviewKinds.filter((each) => counts[each] > 0 || each === kind)
  if (present.length < 2 && kind === null) return null
  return (
    <div className="review-kinds">
      <Chips>
        {present.map((each) => (
          <Chip key={each} href={each === kind ? '/reviews' : `/reviews?kind=${each}`} on={each === kind} count={counts[each]} t={t}>
            {t.reviews.kinds[each]}
          </Chip>
        ))}
      </Chips>
    </div>
  )
}
