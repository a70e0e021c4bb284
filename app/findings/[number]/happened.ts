import type { ExtensionItem, StepItem } from '../../../db/queries/finding-steps'
import type { AlarmItem, FindingView } from '../../../db/queries/finding-view'
import { type Day, shanghaiDay } from '../../../domain/calendar'

export type Happened =
  | { kind: 'step'; day: Day; step: StepItem }
  | { kind: 'extension'; day: Day; extension: ExtensionItem }
  | { kind: 'alarm'; day: Day; alarm: AlarmItem }

/** What people did and what the clock said, in one order: the clock speaks before anybody acts on a day. */
export function happened({ steps, alarms, extensions }: Pick<FindingView, 'steps' | 'alarms' | 'extensions'>): Happened[] {
  const acts = [
    ...steps.map((step) => ({ at: step.at, item: { kind: 'step', day: step.onDay, step } as const })),
    ...extensions.map((extension) => ({
      at: extension.at,
      item: { kind: 'extension', day: dayBefore(steps, extension.at), extension } as const,
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  const items: Happened[] = [
    ...alarms.map((alarm) => ({ kind: 'alarm', day: alarm.onDay, alarm }) as const),
    ...acts.map(({ item }) => item),
  ]
  // Sorting keeps the order of equals: alarms stand before the acts of their day.
  return items.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
}

/** A request carries an instant only: its day lies between those of the steps around it. */
function dayBefore(steps: readonly StepItem[], at: string): Day {
  const asked = shanghaiDay(at)
  const last = steps.filter((step) => step.at <= at).at(-1)?.onDay ?? asked
  const next = steps.find((step) => step.at > at)?.onDay ?? asked
  return asked < last || asked > next ? last : asked
}
