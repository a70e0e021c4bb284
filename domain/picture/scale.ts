/** A place on a drawing, rounded so that the same figures always give the same text. */
export const place = (value: number): number => Math.round(value * 100) / 100

const rounds = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The next round figure at or above a value, so that half of it is one too. */
export function roundTop(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = rounds.find((one) => one * power >= value - power * 1e-9) ?? 10
  return step * power
}

/** From figures to places; a span of nothing puts everything at its start. */
export const scale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    place(to === from ? start : start + ((value - from) / (to - from)) * (end - start))
