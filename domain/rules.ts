import { z } from 'zod'
import { type Day, firstDay, type Holidays, monthOf } from './calendar'
import { choiceField, dayField, issuesOf, needed, wordsField } from './fields'
import { versionField } from './project-input'
import { dutyForm, escalationForm, type HolidaysForm, holidaysForm, lightsForm, rectificationForm } from './rules-forms'

/** Every kind of rule that is versioned data. */
export const ruleKinds = ['lights', 'duty', 'rectification', 'escalation', 'holidays'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Kinds that the lights or the reports of works follow: what a change of them does can be tried. */
export const triedKinds: readonly RuleKind[] = ['lights', 'duty', 'holidays']

export const ruleForms = {
  lights: lightsForm,
  duty: dutyForm,
  rectification: rectificationForm,
  escalation: escalationForm,
  holidays: holidaysForm,
} as const

/** A rule as a form gives it; holidays come a year at a time. */
export type RuleForm = z.output<(typeof ruleForms)[RuleKind]>

/** In force from today on, or for the whole of the running month; nothing that was said of earlier months moves. */
export const mayTakeEffect = (from: Day, today: Day): boolean => from >= today || from === firstDay(monthOf(today))

const head = z.looseObject({
  kind: needed(choiceField(ruleKinds)),
  /** The version in force when the form was shown. */
  version: versionField(),
  effectiveFrom: needed(dayField()),
  document: wordsField(120),
  reason: needed(wordsField(500)),
})

/** A whole rule as its page sends it: the numbers under their own names, and what is said of the change. */
export const rulesInput = head.transform(({ kind, version, effectiveFrom, document, reason, ...typed }, context) => {
  const parsed = ruleForms[kind].safeParse(typed)
  if (parsed.success) return { kind, version, effectiveFrom, document, reason, form: parsed.data }
  for (const { field, code, params } of issuesOf(parsed.error))
    context.addIssue({ code: 'custom', path: field.split('.'), message: code, params: params ?? {} })
  return z.NEVER
})
export type RulesInput = z.output<typeof rulesInput>

/** The rule as it is stored: holidays of one year take their place among the others. */
export function bodyOf(kind: RuleKind, form: RuleForm, inForce: unknown): unknown {
  if (kind !== 'holidays') return form
  const { year, off, work } = form as HolidaysForm
  return { ...(inForce as Holidays), [String(year)]: { off, work } }
}
