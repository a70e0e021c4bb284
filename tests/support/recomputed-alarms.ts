import type Database from 'better-sqlite3'
import type { Day } from '../../domain/calendar'

type Step = { finding: number; day: Day; state: string; dueOn: Day | null }
const running = ['assigned', 'acknowledged', 'planned', 'rectifying', 'sent-back']
const levels = { warning: -3, blue: 1, yellow: 10, red: 30 }

/** `7 red 2025-10-10` of everything the clock had to say, told again day by day from the steps alone. */
export function recomputedAlarms(sqlite: Database.Database, today: Day): string[] {
  const steps = sqlite
    .prepare('select finding_id as finding, on_day as day, to_state as state, due_on as dueOn from finding_steps order by id')
    .all() as Step[]
  return [...new Set(steps.map(({ finding }) => finding))]
    .flatMap((finding) =>
      alarmsOf(
        steps.filter((step) => step.finding === finding),
        today,
      ).map((alarm) => `${finding} ${alarm}`),
    )
    .sort()
}

/** Of one finding: each morning, before anybody does anything, what yesterday left. */
function alarmsOf(steps: readonly Step[], today: Day): string[] {
  const said: string[] = []
  for (let day = steps[0]?.day ?? today; day <= today; day = plus(day, 1)) {
    const before = steps.filter((step) => step.day < day)
    const dueOn = before.findLast((step) => step.dueOn !== null)?.dueOn
    if (!dueOn || !running.includes(before.at(-1)?.state ?? '')) continue
    for (const [level, days] of Object.entries(levels)) if (plus(dueOn, days) === day) said.push(`${level} ${day}`)
  }
  return said
}

const plus = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
