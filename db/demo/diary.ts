import type { Actor, Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'

/** One thing somebody does on a day. */
export type Entry = { day: Day; act: (as: (actor: Actor) => Ctx) => void }

/** Entries happen in the order of their days; within a day in the order they were written down. */
export class Diary {
  readonly entries: Entry[] = []

  on(day: Day, act: Entry['act']): void {
    this.entries.push({ day, act })
  }

  /** Acts them out up to a day, each a few seconds after the one before. Gives way to the server every so often. */
  async play(until: Day): Promise<void> {
    const due = this.entries.filter((entry) => entry.day <= until).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    let day = ''
    let second = 0
    for (const [index, entry] of due.entries()) {
      second = entry.day === day ? second + 5 : 0
      day = entry.day
      const at = () => new Date(Date.parse(`${entry.day}T01:00:00Z`) + second++ * 1000).toISOString()
      entry.act((actor) => ({ actor, at: at(), today: entry.day, requestId: `demo-${index}` }))
      if (index % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }
}
