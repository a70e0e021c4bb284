import { addDays, type Day, daysBetween } from '../calendar'
import { scale } from './scale'

export const timelineZooms = ['quarter', 'month'] as const
export type TimelineZoom = (typeof timelineZooms)[number]

/** `to` = the first day after it. */
export type TimelineWindow = { from: Day; to: Day; lastDay: Day; ticks: { day: Day; text: string; year: boolean }[] }

const yearsOf: Record<TimelineZoom, number> = { month: 1, quarter: 5 }
/** How far the links to an earlier and a later window go. */
export const stepOf: Record<TimelineZoom, number> = { month: 1, quarter: 2 }

/** One year by months, or five by quarters, ending with a year. */
export function timelineWindow(zoom: TimelineZoom, year: number): TimelineWindow {
  const first = year - yearsOf[zoom] + 1
  const [from, to] = [`${first}-01-01`, `${year + 1}-01-01`]
  const each = zoom === 'month' ? 1 : 3
  const ticks = Array.from({ length: (12 / each) * yearsOf[zoom] }, (_, at) => {
    const month = (at * each) % 12
    const tickYear = first + Math.floor((at * each) / 12)
    const text = zoom === 'month' ? `${tickYear}-${two(month + 1)}` : month === 0 ? String(tickYear) : `Q${month / 3 + 1}`
    return { day: `${tickYear}-${two(month + 1)}-01`, text, year: month === 0 }
  })
  return { from, to, lastDay: addDays(to, -1), ticks }
}

const two = (value: number): string => String(value).padStart(2, '0')

export type TimelineMilestone = {
  id: number
  name: string
  originalOn: Day | null
  baselineOn: Day | null
  forecastOn: Day | null
  metOn: Day | null
}
export const markKinds = ['met', 'late', 'overdue', 'ahead', 'forecast'] as const
export type MarkKind = (typeof markKinds)[number]

/** Where a milestone stands on a day; a forecast is drawn beside its date, so the date itself stays what it is. */
export function markKind({ baselineOn, metOn }: TimelineMilestone, today: Day): MarkKind {
  if (metOn !== null) return baselineOn !== null && metOn > baselineOn ? 'late' : 'met'
  return baselineOn !== null && baselineOn < today ? 'overdue' : 'ahead'
}

/** The day a milestone is drawn on: when it was met, else its date in force, else what is expected; null = no date at all. */
export const markDay = ({ baselineOn, forecastOn, metOn }: TimelineMilestone): Day | null => metOn ?? baselineOn ?? forecastOn

export const timelineSheet = { width: 1320, left: 216, right: 70, top: 40, row: 26, bottom: 8 } as const
export type DrawnMark = { milestone: TimelineMilestone; kind: MarkKind; x: number; forecastX: number | null }
export type DrawnRow = { y: number; marks: DrawnMark[]; before: number; after: number }
export type TimelineDrawing = {
  height: number
  today: number | null
  ticks: { text: string; x: number; year: boolean }[]
  rows: DrawnRow[]
}

export function drawTimeline(rows: readonly (readonly TimelineMilestone[])[], window: TimelineWindow, today: Day): TimelineDrawing {
  const across = scale(0, daysBetween(window.from, window.to), timelineSheet.left, timelineSheet.width - timelineSheet.right)
  const x = (day: Day) => across(daysBetween(window.from, day))
  const inside = (day: Day) => day >= window.from && day < window.to
  return {
    height: timelineSheet.top + rows.length * timelineSheet.row + timelineSheet.bottom,
    today: inside(today) ? x(today) : null,
    ticks: window.ticks.map(({ day, text, year }) => ({ text, year, x: x(day) })),
    rows: rows.map((milestones, at) => {
      const days = milestones.map((milestone) => ({ milestone, day: markDay(milestone) }))
      const marks = days.flatMap(({ milestone, day }): DrawnMark[] => {
        if (day === null || !inside(day)) return []
        const { forecastOn, metOn } = milestone
        const moved = metOn === null && forecastOn !== null && forecastOn !== day
        return [{ milestone, kind: markKind(milestone, today), x: x(day), forecastX: moved ? x(clamped(forecastOn, window)) : null }]
      })
      return {
        y: timelineSheet.top + at * timelineSheet.row,
        marks,
        before: days.filter(({ day }) => day !== null && day < window.from).length,
        after: days.filter(({ day }) => day !== null && day >= window.to).length,
      }
    }),
  }
}

const clamped = (day: Day, { from, to }: TimelineWindow): Day => (day < from ? from : day > to ? to : day)
