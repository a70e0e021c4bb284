import type { RatingLevel } from '../../../domain/visit'
import type { VisitDraft } from '../visit-draft'
import { AreaBox, Choices, optionsOf } from './controls'
import type { Change } from './use-draft'
import type { Wrong } from './use-lacks'
import { useWords } from './words'

type Props = { draft: VisitDraft; change: Change; wrong: Wrong }

/** The inspector's own judgement, beside the lights. */
export function VisitRating({ draft: { rating }, change, wrong }: Props) {
  const { f, labels } = useWords()
  const put = (more: Partial<VisitDraft['rating']>) => change((now) => ({ ...now, rating: { ...now.rating, ...more } }))
  return (
    <section className="field-part">
      <h2>{f.rating}</h2>
      <p className="hint">{f.ratingWhy}</p>
      <Choices
        id="rating-level"
        label={f.level}
        options={optionsOf(labels.ratingLevels)}
        value={rating.level}
        type={(level) => put({ level: level as RatingLevel })}
        wrong={wrong('rating-level')}
      />
      <AreaBox
        id="rating-reason"
        label={f.reason}
        maxLength={500}
        value={rating.reason}
        type={(reason) => put({ reason })}
        wrong={wrong('rating-reason')}
      />
    </section>
  )
}
