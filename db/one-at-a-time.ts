let last: Promise<unknown> = Promise.resolve()

/** Runs heavy work in the order it came, one piece at a time; a failure stops nothing behind it. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}
