/** Chance that can be repeated from its seed. */
export type Chance = { is: (probability: number) => boolean; below: (limit: number) => number; one: <T>(choices: readonly T[]) => T }

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { is: (probability) => next() < probability, below, one: (choices) => choices[below(choices.length)]! }
}
