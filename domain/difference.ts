import { refuse } from './errors'
import { type DifferenceState, type SeenFigure, seenFigures } from './visit'
import { milestoneIdOf, type SeenValue } from './visit-compare'

/** A seen figure that differs: the unit is asked to correct its month, it has been corrected, or it is kept with a reason. */
const transitions = {
  'ask-revision': { from: ['open'], to: 'revision-asked' },
  revised: { from: ['open', 'revision-asked'], to: 'revised' },
  keep: { from: ['open', 'revision-asked'], to: 'kept' },
} as const satisfies Record<string, { from: readonly DifferenceState[]; to: DifferenceState }>

export const differenceOutcomes = ['ask-revision', 'revised', 'keep'] as const
export type DifferenceOutcome = keyof typeof transitions

/** A stage is the bureau's own to move: no unit can be asked to correct it. */
export const outcomesOf = ({ figure, state }: { figure: SeenFigure; state: DifferenceState }): DifferenceOutcome[] =>
  differenceOutcomes.filter((outcome) => isFrom(state, outcome) && !(outcome === 'ask-revision' && figure === 'stage'))

const isFrom = (state: DifferenceState, outcome: DifferenceOutcome): boolean =>
  (transitions[outcome].from as readonly DifferenceState[]).includes(state)

export function nextDifferenceState(state: DifferenceState, outcome: DifferenceOutcome): DifferenceState {
  if (!isFrom(state, outcome)) refuse('already-decided', {}, { state })
  return transitions[outcome].to
}

export const isDifferenceOpen = (state: DifferenceState): boolean => state === 'open' || state === 'revision-asked'

type Said = {
  step: string | null
  percent: number | null
  yearToDateYuan: number | null
  quantityDone: number | null
  metOn: string | null
}

/** What an update says of a figure, in the visit's own terms; null = it says nothing of it. */
export function saidOf(figure: SeenFigure, update: Said): SeenValue {
  if (milestoneIdOf(figure) !== null) return update.metOn ?? ''
  const said: Partial<Record<SeenFigure, SeenValue>> = {
    step: update.step,
    percent: update.percent,
    investment: update.yearToDateYuan,
    quantity: update.quantityDone,
  }
  return said[figure] ?? null
}

/** A later approved update corrects a figure only when it says something else than what was told before. */
export function isCorrection(figure: SeenFigure, told: SeenValue, update: Said): boolean {
  const said = saidOf(figure, update)
  return said !== null && said !== told
}

/** `stage`, `step` … or `milestone`, for the word of it. */
export const figureKind = (figure: SeenFigure): (typeof seenFigures)[number] | 'milestone' =>
  seenFigures.find((name) => name === figure) ?? 'milestone'
