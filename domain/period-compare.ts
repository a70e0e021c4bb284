import type { LockWork } from './lock-work'

/** What is compared of a work, in the order of the table. Money in 元; unknown stays unknown on either side. */
export const comparedMeasures = ['planYuan', 'yearToDateYuan', 'investedYuan'] as const
export type ComparedMeasure = (typeof comparedMeasures)[number]
export const comparedFacts = ['stage', 'sector', 'chainId', 'ownerName', 'approvedMonth', 'percent', 'lightLevel', 'reportState'] as const
export type ComparedFact = (typeof comparedFacts)[number]

export type Change = { field: ComparedMeasure | ComparedFact; from: string | number | null; to: string | number | null }

/** Every field that differs; the figures first. */
export const changesOf = (from: LockWork, to: LockWork): Change[] =>
  [...comparedMeasures, ...comparedFacts].flatMap((field) =>
    from[field] === to[field] ? [] : [{ field, from: from[field], to: to[field] }],
  )

/** A sum of known figures, and of how many works. */
export type Part = { works: number; yuan: number; known: number }

/**
 * How a sum came from the one before: what entered is added, what left is taken off, what changed is the difference of the works in both, what
 * moved changed its group between. `from + entered − left + changed + moved = to`, in 元, in works and in known figures.
 */
export type Bridge = { from: Part; entered: Part; left: Part; changed: Part; movedIn: Part; movedOut: Part; to: Part }

export const noPart: Part = { works: 0, yuan: 0, known: 0 }
const add = (a: Part, b: Part, sign = 1): Part => ({
  works: a.works + sign * b.works,
  yuan: a.yuan + sign * b.yuan,
  known: a.known + sign * b.known,
})

/** What a bridge leads to, added up. */
export const endOfBridge = ({ from, entered, left, changed, movedIn, movedOut }: Omit<Bridge, 'to'>): Part =>
  add(add(add(add(add(from, entered), left, -1), changed), movedIn), movedOut, -1)

export const reconciles = (bridge: Bridge): boolean => {
  const end = endOfBridge(bridge)
  return end.works === bridge.to.works && end.yuan === bridge.to.yuan && end.known === bridge.to.known
}
