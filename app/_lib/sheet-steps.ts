/** Lets whoever else waits be served. */
const pause = (): Promise<void> => new Promise((go) => setImmediate(go))

type Rows<Row> = readonly Row[]

/**
 * Reads a long list a step at a time and lets others have their turn between two; `after` = the place of the last row, null before the
 * first. The first step is read at once, so that a refusal is still an answer of its own.
 */
export function inPlaces<Row, Place>(read: (after: Place | null) => Rows<Row>, placeOf: (row: Row) => Place): AsyncGenerator<Row> {
  const first = read(null)
  return (async function* () {
    for (let rows = first; rows.length > 0; ) {
      yield* rows
      await pause()
      const last = rows.at(-1)
      rows = last === undefined ? [] : read(placeOf(last))
    }
  })()
}

/** The same by ids that grow. */
export const inSteps = <Row extends { id: number }>(read: (after: number) => Rows<Row>): AsyncGenerator<Row> =>
  inPlaces(
    (after: number | null) => read(after ?? 0),
    (row) => row.id,
  )

/** The same of a list that is read by pages of `size`. */
export function byPage<Row>(size: number, read: (page: number) => Rows<Row>): AsyncGenerator<Row> {
  const first = read(1)
  return (async function* () {
    for (let page = 1, rows = first; rows.length > 0; rows = rows.length < size ? [] : read(++page)) {
      yield* rows
      await pause()
    }
  })()
}

/** One list after another. Each has read its first step already, so that a refusal of any is an answer of its own. */
export async function* inTurn<Row>(lists: readonly AsyncGenerator<Row>[]): AsyncGenerator<Row> {
  for (const list of lists) yield* list
}
