import type { BulletinWork, Progress, Span } from './bulletin'
import { type Day, lastDay, type Month, monthOf } from './calendar'
import { type LightLevel, lightLevels } from './light'
import { totalOf } from './money'
import { onePlace, timeProgress } from './rating'

type Compared = BulletinWork & { plan: NonNullable<BulletinWork['plan']> & { yuan: number }; done: NonNullable<BulletinWork['done']> }

/** Completion can be said of works that have a plan (not of nothing) and an approved figure. */
export const isCompared = (work: BulletinWork): work is Compared =>
  work.plan !== null && work.plan.yuan !== null && work.plan.yuan > 0 && work.done !== null

/** Rule 1, for many works: each against the time progress of its own last approved month, weighted by its annual plan. */
export function completionOfWorks(works: readonly BulletinWork[]): Pick<Progress, 'both' | 'completion' | 'time' | 'gap'> {
  let [both, planned, spent, due] = [0, 0, 0, 0]
  for (const work of works) {
    if (!isCompared(work)) continue
    const { plan, done } = work
    both += 1
    planned += plan.yuan
    spent += done.yuan
    due += plan.yuan * timeProgress(done.month, plan.startMonth, plan.finishMonth)
  }
  if (both === 0) return { both, completion: null, time: null, gap: null }
  const [completion, time] = [onePlace((spent / planned) * 100), onePlace(due / planned)]
  // Of the figures as they are printed, so that a reader can subtract them.
  return { both, completion, time, gap: onePlace(completion - time) }
}

/** 应开工: its planned start is not after the quarter's last month. 已开工: it was in construction or later by that month's end. */
export const shouldHaveStarted = ({ plannedStart }: BulletinWork, through: Month): boolean =>
  plannedStart !== null && plannedStart <= through
/** Whether a work of unknown stage has started, nobody knows: it is neither. */
export const isStartKnown = ({ startedOn, stage }: BulletinWork): boolean => startedOn !== null || stage !== 'unknown'
export const hasStarted = ({ startedOn }: BulletinWork, through: Day): boolean => startedOn !== null && startedOn <= through

export function progressOf(works: readonly BulletinWork[], through: Month): Progress {
  const due = works.filter((work) => shouldHaveStarted(work, through))
  const end = lastDay(through)
  const lights = Object.fromEntries(lightLevels.map((level) => [level, works.filter(({ light }) => light === level).length]))
  return {
    works: works.length,
    total: totalOf(works.map(({ totalYuan }) => totalYuan)),
    plan: totalOf(works.map(({ plan }) => plan?.yuan ?? null)),
    done: totalOf(works.map(({ done }) => done?.yuan ?? null)),
    ...completionOfWorks(works),
    shouldStart: due.length,
    started: due.filter((work) => hasStarted(work, end)).length,
    dated: works.filter(({ plannedStart }) => plannedStart !== null).length,
    startUnknown: due.filter((work) => !isStartKnown(work)).length,
    lights: lights as Record<LightLevel, number>,
  }
}

/** The first and the last of the months that approved figures speak of. */
export function monthsOf(works: readonly BulletinWork[]): Span | null {
  const months = works.flatMap(({ done }) => (done ? [done.month] : [])).sort()
  const [from, to] = [months[0], months.at(-1)]
  return from !== undefined && to !== undefined ? { from, to } : null
}

/** Whose figures a sum is made of: the owner of a work, or who answers for it where it has none. */
export const unitsOf = (works: readonly BulletinWork[]): number[] =>
  [...new Set(works.flatMap(({ ownerId, responsibleId }) => ownerId ?? responsibleId ?? []))].sort((a, b) => a - b)

export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : onePlace((part / whole) * 100))

/** The earliest of the months and days a start is planned for. */
export function plannedStart(months: readonly (Month | null)[], days: readonly (Day | null)[]): Month | null {
  return [...months, ...days.map((day) => (day === null ? null : monthOf(day)))].filter((month) => month !== null).sort()[0] ?? null
}
