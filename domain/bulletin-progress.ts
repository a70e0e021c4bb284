import type { BulletinWork, Progress, Span } from './bulletin'
import { type Day, lastDay, type Month, monthOf } from './calendar'
import { type LightLevel, lightLevels } from './light'
import { totalOf } from './money'
import { onePlace, timeProgress } from './rating'

type Compared = BulletinWork & { plan: NonNullable<BulletinWork['plan']> & { yuan: number }; done: NonNullable<BulletinWork['done']> }

/** Completion can be said of works that have a plan (not of nothing) and an approved figure. */
export const isCompared = (work: BulletinWork): work is Compared =>
  work.plan !== null && work.plan.yuan !== null && work.plan.yuan > 0 && work.done !== null

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** Rule 1, for many works: each against the time progress of its own last approved month, weighted by its annual plan. */
export function completionOfWorks(works: readonly BulletinWork[]): Pick<Progress, 'both' | 'completion' | 'time' | 'gap'> {
  const both = works.filter(isCompared)
  const planned = sum(both.map(({ plan }) => plan.yuan))
  if (planned === 0) return { both: 0, completion: null, time: null, gap: null }
  const completion = onePlace((sum(both.map(({ done }) => done.yuan)) / planned) * 100)
  const due = both.map(({ plan, done }) => plan.yuan * timeProgress(done.month, plan.startMonth, plan.finishMonth))
  const time = onePlace(sum(due) / planned)
  // Of the figures as they are printed, so that a reader can subtract them.
  return { both: both.length, completion, time, gap: onePlace(completion - time) }
}

/** 应开工: its planned start is not after the quarter's last month. 已开工: it was in construction or later by that month's end. */
export const shouldHaveStarted = ({ plannedStart }: BulletinWork, through: Month): boolean =>
  plannedStart !== null && plannedStart <= through
export const hasStarted = ({ startedOn }: BulletinWork, through: Month): boolean => startedOn !== null && startedOn <= lastDay(through)

export function progressOf(works: readonly BulletinWork[], through: Month): Progress {
  const due = works.filter((work) => shouldHaveStarted(work, through))
  const lights = Object.fromEntries(lightLevels.map((level) => [level, works.filter(({ light }) => light === level).length]))
  return {
    works: works.length,
    total: totalOf(works.map(({ totalYuan }) => totalYuan)),
    plan: totalOf(works.map(({ plan }) => plan?.yuan ?? null)),
    done: totalOf(works.map(({ done }) => done?.yuan ?? null)),
    ...completionOfWorks(works),
    shouldStart: due.length,
    started: due.filter((work) => hasStarted(work, through)).length,
    dated: works.filter(({ plannedStart }) => plannedStart !== null).length,
    lights: lights as Record<LightLevel, number>,
  }
}

/** The first and the last of the months that approved figures speak of. */
export function monthsOf(works: readonly BulletinWork[]): Span | null {
  const months = works.flatMap(({ done }) => (done ? [done.month] : [])).sort()
  const [from, to] = [months[0], months.at(-1)]
  return from !== undefined && to !== undefined ? { from, to } : null
}

/** How many units stand behind a sum: fewer than three, and one could work out another's figure. */
export const unitsOf = (works: readonly BulletinWork[]): number => new Set(works.flatMap(({ ownerId }) => ownerId ?? [])).size

export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : onePlace((part / whole) * 100))

/** The earliest of the months and days a start is planned for. */
export function plannedStart(months: readonly (Month | null)[], days: readonly (Day | null)[]): Month | null {
  return [...months, ...days.map((day) => (day === null ? null : monthOf(day)))].filter((month) => month !== null).sort()[0] ?? null
}
