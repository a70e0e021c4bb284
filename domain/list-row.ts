import { type Day, type Month, yearOf } from './calendar'
import { dueMonth } from './duty'
import { type Light, worstLight } from './light'
import { onePlace } from './rating'

/** The light a list shows by name: the worst; where none could be rated, the progress light, whose reason says most (paused, in reserve …). */
export function lightToShow(lights: readonly Light[]): Light | null {
  const worst = worstLight(lights)
  return worst?.level === 'none' ? (lights.find((light) => light.kind === 'progress') ?? worst) : worst
}

/** Among works without a rating: first those that lack something somebody should have told. */
const lacking = ['missed-months', 'no-report', 'no-plan', 'stage-unknown']

/** How late the light shown is, in days, to put the worst first: a point behind is a hundredth of a year. A grey one by what it lacks. */
export function latenessOf(light: Light | null): number {
  if (light === null || light.level === 'green') return 0
  if (light.level === 'none') return lacking.includes(light.reason) ? lacking.length - lacking.indexOf(light.reason) : 0
  const { days, months, points, lack } = light.params
  return Math.round(Number(days ?? 0) + Number(months ?? 0) * 30 + Number(points ?? lack ?? 0) * 3.65)
}

type Progress = {
  yearToDateYuan: number | null
  annualPlanYuan: number | null
  approvedMonth: Month | null
  lights: readonly Light[]
}

/** Completion of the year of the last approved month: `due` = time progress of that month, never today's; `old` = that year is over. */
export type Completion = { done: number; due: number | null; month: Month; old: boolean }

/** null without an annual plan or an approved figure: no data is not zero. */
export function completionOf({ yearToDateYuan, annualPlanYuan, approvedMonth, lights }: Progress, today: Day): Completion | null {
  if (yearToDateYuan === null || approvedMonth === null || !annualPlanYuan) return null
  const time = lights.find((light) => light.kind === 'progress')?.inputs.time
  return {
    done: onePlace((yearToDateYuan / annualPlanYuan) * 100),
    due: typeof time === 'number' ? onePlace(time) : null,
    month: approvedMonth,
    old: yearOf(approvedMonth) < yearOf(dueMonth(today)),
  }
}
