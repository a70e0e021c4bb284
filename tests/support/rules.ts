import { orm } from '../../db/client'
import { submitRules } from '../../db/commands/rules'
import { ruleInForce } from '../../db/queries/rules'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { type RuleKind, rulesInput } from '../../domain/rules'
import { ruleTexts } from '../../domain/rules-fields'
import { ctxOf, testDay } from './house'

type Change = Record<string, string>

/** A rule as its page sends it: the one in force with some fields changed; names with dots are branches. */
export function typedRule(kind: RuleKind, change: Change, head: Change = {}, today: Day = testDay): Record<string, unknown> {
  const { version, body } = ruleInForce(orm(), kind, today)
  const tree: Record<string, unknown> = { kind, version: String(version), effectiveFrom: today, reason: '县政府常务会议定', ...head }
  for (const [name, text] of Object.entries({ ...ruleTexts(kind, body, today), ...change })) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    const branch = path.reduce<Record<string, unknown>>((at, part) => {
      at[part] ??= {}
      return at[part] as Record<string, unknown>
    }, tree)
    branch[last] = text
  }
  return tree
}

export const submitRule = (actor: UserActor, kind: RuleKind, change: Change, head: Change = {}): number =>
  submitRules(ctxOf(actor), rulesInput.parse(typedRule(kind, change, head)))
