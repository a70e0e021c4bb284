/** Long work in short pieces: whoever runs it may let others in at every `yield`. */
export type Turns<T> = Generator<void, T>

export function atOnce<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

/** `rest` = how the machine it runs on lets others in. */
export async function inTurns<T>(turns: Turns<T>, rest: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
    await rest()
  }
}
