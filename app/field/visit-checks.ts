import type { RefusalCode } from '../../domain/errors'
import type { FieldFigure } from '../../domain/field-package'
import { isPrintable, unprintable } from '../../domain/printable'
import { wrongIn } from '../../domain/visit-figures'
import { seenValue } from './seen-value'
import type { FindingDraft, VisitDraft } from './visit-draft'
import { figureOf, figureRecord } from './visit-items'

/** What must be there before a visit can be finished; the key leads to the control, the code names the words. */
export type Lack = {
  key: string
  code:
    | 'value-needed'
    | 'value-wrong'
    | 'value-too-large'
    | 'value-same'
    | 'answer-needed'
    | 'why-needed'
    | 'level-needed'
    | 'reason-needed'
    | 'kind-needed'
    | 'facts-needed'
    | 'unprintable'
}

/** Nothing that ends as an item is refused for what stands in it: whoever is on the site puts it right there. */
export function lacksOf(draft: VisitDraft): Lack[] {
  const end = [...wordsLack('present', draft.present, null), ...wordsLack('words', draft.words, null)]
  return [
    ...draft.shown.flatMap((shown) => figureLack(draft, shown)),
    ...ratingLacks(draft),
    ...draft.findings.flatMap(findingLacks),
    ...end,
  ]
}

/** Words may be left out where none are needed; those that are there can be read. */
function wordsLack(key: string, typed: string, needed: Lack['code'] | null): Lack[] {
  const text = typed.trim()
  if (text === '') return needed ? [{ key, code: needed }] : []
  return isPrintable(text) ? [] : [{ key, code: 'unprintable' }]
}

const lackOf: Partial<Record<RefusalCode, Lack['code']>> = {
  required: 'value-needed',
  'too-large': 'value-too-large',
  'same-as-told': 'value-same',
}

/** The server's own rule for a figure, asked before it is handed in. */
function figureLack(draft: VisitDraft, shown: FieldFigure): Lack[] {
  const { figure } = shown
  const typed = figureOf(draft, figure)
  const [record] = figureRecord(draft, shown)
  if (!record) return []
  const isTyped = record.result === 'differs' || record.result === 'seen'
  const wrong = wrongIn(record)
  if (wrong?.of === 'result') return [{ key: figure, code: 'answer-needed' }]
  if (wrong?.of === 'why') return [{ key: `${figure}-why`, code: 'why-needed' }]
  if (isTyped && typed.value.trim() !== '' && seenValue(figure, typed.value) === undefined)
    return [{ key: `${figure}-value`, code: 'value-wrong' }]
  if (wrong) return [{ key: `${figure}-value`, code: lackOf[wrong.code] ?? 'value-wrong' }]
  if (typeof record.value === 'string' && unprintable.test(record.value)) return [{ key: `${figure}-value`, code: 'unprintable' }]
  return wordsLack(`${figure}-why`, record.why ?? '', null)
}

/** A joint member of another unit records what was seen and gives no rating. */
function ratingLacks({ mayRate, rating }: VisitDraft): Lack[] {
  if (!mayRate) return []
  if (rating.level === '') return [{ key: 'rating-level', code: 'level-needed' }]
  return wordsLack('rating-reason', rating.reason, 'reason-needed')
}

function findingLacks({ id, category, severity, facts, basis }: FindingDraft): Lack[] {
  const lacks: Lack[] = []
  if (category === '') lacks.push({ key: `${id}-category`, code: 'kind-needed' })
  if (severity === '') lacks.push({ key: `${id}-severity`, code: 'kind-needed' })
  return [...lacks, ...wordsLack(`${id}-facts`, facts, 'facts-needed'), ...wordsLack(`${id}-basis`, basis, null)]
}

/** How many figures nobody has said anything about: told before finishing, and no hindrance. */
export const untouched = (draft: VisitDraft): number => draft.shown.filter(({ figure }) => figureOf(draft, figure).result === null).length
