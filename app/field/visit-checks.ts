import type { SeenFigure } from '../../domain/visit'
import { seenValue } from './seen-value'
import type { VisitDraft } from './visit-draft'
import { figureOf } from './visit-items'

/** What must be there before a visit can be finished; the key leads to the control, the code names the words. */
export type Lack = {
  key: string
  code: 'value-needed' | 'value-wrong' | 'why-needed' | 'level-needed' | 'reason-needed' | 'kind-needed' | 'facts-needed'
}

export function lacksOf(draft: VisitDraft): Lack[] {
  return [...draft.shown.flatMap(({ figure }) => figureLack(draft, figure)), ...ratingLacks(draft), ...draft.findings.flatMap(findingLacks)]
}

function figureLack(draft: VisitDraft, figure: SeenFigure): Lack[] {
  const { result, value, why } = figureOf(draft, figure)
  if (result === 'unchecked') return why.trim() ? [] : [{ key: `${figure}-why`, code: 'why-needed' }]
  if (result !== 'differs' && result !== 'seen') return []
  if (value.trim() === '') return [{ key: `${figure}-value`, code: 'value-needed' }]
  return seenValue(figure, value) === undefined ? [{ key: `${figure}-value`, code: 'value-wrong' }] : []
}

/** A joint member of another unit records what was seen and gives no rating. */
function ratingLacks({ mayRate, rating }: VisitDraft): Lack[] {
  if (!mayRate) return []
  if (rating.level === '') return [{ key: 'rating-level', code: 'level-needed' }]
  return rating.reason.trim() ? [] : [{ key: 'rating-reason', code: 'reason-needed' }]
}

function findingLacks({ id, category, severity, facts }: VisitDraft['findings'][number]): Lack[] {
  const lacks: Lack[] = []
  if (category === '') lacks.push({ key: `${id}-category`, code: 'kind-needed' })
  if (severity === '') lacks.push({ key: `${id}-severity`, code: 'kind-needed' })
  if (facts.trim() === '') lacks.push({ key: `${id}-facts`, code: 'facts-needed' })
  return lacks
}

/** How many figures nobody has said anything about: told before finishing, and no hindrance. */
export const untouched = (draft: VisitDraft): number => draft.shown.filter(({ figure }) => figureOf(draft, figure).result === null).length
