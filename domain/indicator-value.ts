/** A printed value read as figures; what cannot be read as one stays words. */
export type ReadValue = {
  /** null where there is no single figure. */
  figure: number | null
  /** 12.8:30.9:56.3 */
  parts: number[] | null
  bound: 'least' | 'most' | null
  /** `[15]`: the sum of the five years (the plan's own note). */
  sum: boolean
  /** Words behind the figure: 预计, 年均, 登记失业率 … */
  note: string | null
  /** A second figure of its own in brackets, `11（9）`: which one counts is not said. */
  twice: boolean
}

const plain = (text: string): string => text.normalize('NFKC').replace(/,/g, '').trim()
const shape = /^(≥|≤)?\s*(\[)?(-?\d+(?:\.\d+)?)(\])?%?\s*(?:\((.+)\))?$/
const ratio = /^\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+$/
const bounds = { '≥': 'least', '≤': 'most' } as const

const words: ReadValue = { figure: null, parts: null, bound: null, sum: false, note: null, twice: false }

export function readValue(printed: string): ReadValue {
  const text = plain(printed)
  if (ratio.test(text)) return { ...words, parts: text.split(':').map(Number) }
  const [, bound, open, figure, close, note] = shape.exec(text) ?? []
  if (figure === undefined || (open === undefined) !== (close === undefined)) return words
  const twice = note !== undefined && /^[≥≤]?-?\d/.test(note)
  return {
    ...words,
    figure: twice ? null : Number(figure),
    bound: bounds[bound as keyof typeof bounds] ?? null,
    sum: open !== undefined,
    note: note ?? null,
    twice,
  }
}

export const valueForms = ['figure', 'parts', 'words'] as const
export type ValueForm = (typeof valueForms)[number]

export function formOf(printed: string): ValueForm {
  const { figure, parts, twice } = readValue(printed)
  if (parts) return 'parts'
  return figure !== null || twice ? 'figure' : 'words'
}

/** A year's value is one figure where the plan prints figures, a ratio of as many parts, or words where it prints words. */
export function fitsForm(value: string, printed: string | null): boolean {
  if (printed === null) return readValue(value).figure !== null
  const form = formOf(printed)
  if (form === 'figure') return readValue(value).figure !== null
  return form === 'words' || readValue(value).parts?.length === readValue(printed).parts?.length
}

/** A figure stands in the words of a statement, and not as a part of another figure. */
export function standsIn(value: string, statement: string): boolean {
  const [text, within] = [plain(value), plain(statement)]
  for (let at = within.indexOf(text); at >= 0; at = within.indexOf(text, at + 1)) {
    const before = within[at - 1] ?? ''
    const after = within[at + text.length] ?? ''
    if (!/[\d.]/.test(before) && !/[\d]/.test(after) && !(after === '.' && /\d/.test(within[at + text.length + 1] ?? ''))) return true
  }
  return false
}
