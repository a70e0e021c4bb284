import { z } from 'zod'
import { type Day, isDay, yearOf } from './calendar'
import type { DutyRules } from './duty'
import type { EscalationRules } from './escalation'
import type { ExpectedWeights } from './expected'
import { choiceField, needed, numberField, tickField, wholeField, wordsField } from './fields'
import { type RectificationRules, toldRoles } from './finding'
import type { Stage } from './project'
import type { LightRules } from './rating'

/** The numbers of each kind of rule as they are typed; what comes out is the rule as it is stored. */
const whole = (min: number, max: number) => needed(wholeField(min, max))
const points = () => needed(numberField(0, 100))
const share = () => needed(numberField(0, 1))

/** The second limit lies beyond the first one. */
const rising = (context: z.RefinementCtx, path: string[], value: number, min: number): void => {
  if (value < min) context.addIssue({ code: 'custom', path, message: 'too-small', params: { min } })
}

/** A group that may be left out as a whole, never in part. */
function wholeOrNothing<Group extends Record<string, number | null>>(group: Group, context: z.RefinementCtx) {
  const empty = Object.keys(group).filter((name) => group[name] === null)
  if (empty.length === Object.keys(group).length) return undefined
  for (const name of empty) context.addIssue({ code: 'custom', path: [name], message: 'required' })
  return empty.length > 0 ? z.NEVER : (group as { [Name in keyof Group]: number })
}

const range = z.object({ low: share(), high: share() }).superRefine(({ low, high }, context) => rising(context, ['high'], high, low))
const byStage = { unknown: range, reserve: range, preparatory: range, construction: range, completed: range, operation: range }

export const lightsForm = z.object({
  progress: z
    .object({ yellowFrom: points(), redAbove: points(), greyAfterMissed: whole(1, 12) })
    .superRefine(({ yellowFrom, redAbove }, context) => rising(context, ['redAbove'], redAbove, yellowFrom)),
  start: z.object({ redFromMonths: whole(1, 60) }),
  milestone: z.object({ redAboveDays: whole(0, 730) }),
  funds: z
    .object({ redBelow: numberField(0, 300), yellowBelow: numberField(0, 300), greyAfterQuarters: wholeField(0, 8) })
    .superRefine(({ redBelow, yellowBelow }, context) => rising(context, ['yellowBelow'], yellowBelow ?? 300, redBelow ?? 0))
    .transform(wholeOrNothing),
  statistics: z
    .object({ yellowAfterDays: wholeField(0, 1000), redAfterDays: wholeField(0, 1000) })
    .superRefine(({ yellowAfterDays, redAfterDays }, context) =>
      rising(context, ['redAfterDays'], redAfterDays ?? 1000, yellowAfterDays ?? 0),
    )
    .transform(wholeOrNothing),
  expected: z
    .object({ redFactor: share(), ...byStage, paused: range, withdrawn: range })
    .transform(({ redFactor, ...stages }): ExpectedWeights => ({ redFactor, byStage: stages satisfies Record<Stage, object> })),
})
export type LightsForm = z.output<typeof lightsForm>
/** What the form gives can be read as the rules are. */
export const lightsOf = (form: LightsForm): LightRules & { expected: ExpectedWeights } => {
  const { funds, statistics, ...rest } = form
  return { ...rest, ...(funds ? { funds } : {}), ...(statistics ? { statistics } : {}) }
}

const duties = ['none', 'monthly', 'quarterly'] as const
const duty = () => needed(choiceField(duties))

export const dutyForm = z.object({
  dueDay: whole(1, 28),
  resubmitWorkdays: whole(1, 30),
  byStage: z.object({
    unknown: duty(),
    reserve: duty(),
    preparatory: duty(),
    construction: duty(),
    completed: duty(),
    operation: duty(),
    paused: duty(),
    withdrawn: duty(),
  }),
}) satisfies z.ZodType<DutyRules>

const told = z
  .object({ unit: tickField(), supervisor: tickField(), bureau: tickField(), leader: tickField() })
  .transform((ticks) => toldRoles.filter((role) => ticks[role]))

export const rectificationForm = z.object({
  warnDaysBefore: whole(0, 60),
  overdueDays: z
    .object({ blue: whole(1, 365), yellow: whole(1, 365), red: whole(1, 365) })
    .superRefine(({ blue, yellow, red }, context) => {
      rising(context, ['yellow'], yellow, blue)
      rising(context, ['red'], red, yellow)
    }),
  acknowledgeWorkdays: whole(1, 60),
  answerWorkdays: whole(1, 60),
  deadlineDays: z.object({ general: whole(1, 365), serious: whole(1, 365), major: whole(1, 365) }),
  /** A box that is not ticked is not sent: a level without any is told to nobody. */
  tell: z
    .object({ warning: told.optional(), blue: told.optional(), yellow: told.optional(), red: told.optional() })
    .default({})
    .transform(({ warning = [], blue = [], yellow = [], red = [] }): RectificationRules['tell'] => ({ warning, blue, yellow, red })),
}) satisfies z.ZodType<RectificationRules>

export const escalationForm = z.object({ unit: whole(1, 250), leader: whole(1, 250) }).transform(
  ({ unit, leader }): EscalationRules => ({
    levels: [
      { level: 1, asks: 'unit', workdays: unit },
      { level: 2, asks: 'leader', workdays: leader },
      { level: 3, asks: 'meeting', workdays: null },
    ],
  }),
)

/** Days as people list them: one a line, or between commas and blanks. */
const daysIn = (text: string | null): Day[] => (text ?? '').split(/[\s,，、;；]+/).filter((part) => part !== '')

export const holidaysForm = z
  .object({ year: whole(2021, 2100), off: needed(wordsField(3000)), work: wordsField(3000) })
  .transform(({ year, off, work }) => ({ year, off: daysIn(off), work: daysIn(work) }))
  .superRefine(({ year, off, work }, context) => {
    for (const [name, days] of Object.entries({ off, work })) {
      const wrong = days.find((day) => !isDay(day) || yearOf(day) !== year)
      if (wrong)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'wrong-shape',
          params: { example: `${year}-10-01（${wrong.slice(0, 20)}）` },
        })
    }
    const both = work.find((day) => off.includes(day))
    if (both) context.addIssue({ code: 'custom', path: ['work'], message: 'same-day' })
  })
export type HolidaysForm = z.output<typeof holidaysForm>
