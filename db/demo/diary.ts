import type { Actor, Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'

export type As = (actor: Actor) => Ctx
/** One thing somebody does on a day, from an hour of Shanghai on. */
export type Entry = { day: Day; hour: number; act: (as: As) => void | Promise<void> }

const morning = 9

/** Entries happen in the order of their days and hours; within an hour in the order they were written down. */
export class Diary {
  readonly entries: Entry[] = []

  on(day: Day, act: Entry['act'], hour = morning): void {
    this.entries.push({ day, hour, act })
  }

  /** Acts them out up to a day, each a few seconds after the one before. Gives way to the server every so often. */
  async play(until: Day): Promise<void> {
    const due = this.entries.filter((entry) => entry.day <= until).sort(inTime)
    let [hour, second] = ['', 0]
    for (const [index, entry] of due.entries()) {
      second = hourOf(entry) === hour ? second + 5 : 0
      hour = hourOf(entry)
      const at = () => new Date(Date.parse(hour) + second++ * 1000).toISOString()
      const done = entry.act((actor) => ({ actor, at: at(), today: entry.day, requestId: `demo-${index}` }))
      if (done) await done
      if (index % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

const hourOf = ({ day, hour }: Entry): string => `${day}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`

function inTime(a: Entry, b: Entry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.hour - b.hour
}
