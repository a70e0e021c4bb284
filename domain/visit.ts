/** What a visit sees beside what was reported, figure by figure. A milestone is `milestone:<id>`. */
export const seenFigures = ['stage', 'step', 'percent', 'investment', 'quantity', 'people', 'machines'] as const
export type SeenFigure = (typeof seenFigures)[number] | `milestone:${number}`

/** `seen` = there is no reported figure to compare with (people and machines on site). */
export const seenResults = ['agrees', 'differs', 'unchecked', 'seen'] as const
export type SeenResult = (typeof seenResults)[number]

/** The inspector's own rating stands beside the computed lights; `none` = could not be rated. */
export const ratingLevels = ['green', 'yellow', 'red', 'none'] as const
export type RatingLevel = (typeof ratingLevels)[number]

/** Why a received visit waits for a person: it stands, but does not count until it is settled. `changed` counts and is only pointed at. */
export const visitConflicts = ['changed', 'withdrawn', 'not-in-scope', 'visits-ended', 'not-assigned'] as const
export type VisitConflict = (typeof visitConflicts)[number]

export const differenceStates = ['open', 'revision-asked', 'revised', 'kept'] as const
export type DifferenceState = (typeof differenceStates)[number]

const severity: Record<RatingLevel, number> = { red: 3, yellow: 2, green: 1, none: 0 }
/** A rating worse than the computed light has to be answered in words; a light that could not be computed excuses nothing. */
export const isWorse = (rating: RatingLevel, computed: RatingLevel): boolean =>
  (rating === 'red' || rating === 'yellow') && severity[rating] > severity[computed]
