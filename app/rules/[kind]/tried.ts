import type { Address } from '../../../domain/address'
import { issuesOf } from '../../../domain/fields'
import { fill, type Messages } from '../../../domain/messages'
import { bodyOf, type RuleKind, ruleForms } from '../../../domain/rules'
import { ruleGroups, ruleTexts } from '../../../domain/rules-fields'
import { formFields } from '../../_lib/form-fields'

/** `typed` = the fields the address fills, null where it fills none; `body` = the rule they make, null where something is `wrong`. */
export type Tried = { typed: Record<string, string> | null; body: unknown; wrong: Record<string, string>; unknown: string[] }

/** The numbers an address asks to try. */
export function readTried(kind: RuleKind, inForce: unknown, address: Address, t: Messages): Tried {
  const names = ruleGroups[kind].flatMap(({ fields }) => fields.map(({ name }) => name))
  const given = Object.entries(address).filter(([, value]) => value !== undefined)
  const unknown = given.map(([name]) => name).filter((name) => !names.includes(name))
  const said = Object.fromEntries(given.flatMap(([name, value]) => (names.includes(name) ? [[name, String([value].flat().at(-1))]] : [])))
  if (Object.keys(said).length === 0) return { typed: null, body: null, wrong: {}, unknown }
  const typed = { ...untold(kind, inForce), ...said }
  const form = new FormData()
  for (const [name, text] of Object.entries(typed)) form.set(name, text)
  const parsed = ruleForms[kind].safeParse(formFields(form))
  if (parsed.success) return { typed, body: bodyOf(kind, parsed.data, inForce), wrong: {}, unknown }
  const wrong = issuesOf(parsed.error).map(({ field, code, params }) => [field, fill(t.errors[code], params ?? {})])
  return { typed, body: null, wrong: Object.fromEntries(wrong), unknown }
}

/** A number the address leaves out stays as it is in force; a box it leaves out is not ticked. */
function untold(kind: RuleKind, inForce: unknown): Record<string, string> {
  const texts = ruleTexts(kind, inForce, '2021-01-01')
  const numbers = ruleGroups[kind].flatMap(({ fields }) =>
    fields.filter(({ as }) => as === 'number' || as === 'duty').map(({ name }) => name),
  )
  return Object.fromEntries(numbers.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]]])))
}
