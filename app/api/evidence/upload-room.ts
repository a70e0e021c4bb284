import { Refusal } from '../../../domain/errors'

/** What uploads may hold in memory together, bytes as announced; the others wait their turn, so that a burst cannot fill the server. */
const room = 24 * 1024 * 1024
const patience = 60_000

type Waiting = { bytes: number; enter: () => void }
let taken = 0
const waiting: Waiting[] = []

/** Resolves when there is room, with what gives it back. */
export async function takeRoom(bytes: number): Promise<() => void> {
  if (waiting.length > 0 || taken + bytes > room) await turn(bytes)
  else taken += bytes
  let given = false
  return () => {
    if (given) return
    given = true
    taken -= bytes
    letIn()
  }
}

function turn(bytes: number): Promise<void> {
  return new Promise((done, fail) => {
    const enter = () => {
      clearTimeout(timer)
      done()
    }
    const mine: Waiting = { bytes, enter }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(mine), 1)
      fail(new Refusal('unavailable'))
    }, patience)
    waiting.push(mine)
  })
}

function letIn(): void {
  for (let next = waiting[0]; next && taken + next.bytes <= room; next = waiting[0]) {
    waiting.shift()
    taken += next.bytes
    next.enter()
  }
}
