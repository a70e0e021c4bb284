import { fill, type Messages } from '../../../domain/messages'
import type { RuleField } from '../../../domain/rules-fields'

type Labels = Record<string, string>
export type FieldWords = { label: string; hint: string }

const level = (name: string, t: Messages): string => (t.labels.alarmLevels as Labels)[name] ?? name
const stage = (name: string, t: Messages): string => (t.labels.stages as Labels)[name] ?? name

/** What a field of a rule is called: most by their own name, those of a stage or a level by that. */
export function fieldWords(name: string, t: Messages): FieldWords {
  const own = (t.rules.fields as Record<string, FieldWords>)[name]
  if (own) return own
  const [group = '', of = '', what = ''] = name.split('.')
  if (group === 'byStage') return { label: stage(of, t), hint: '' }
  if (group === 'expected') return { label: fill(what === 'low' ? t.rules.low : t.rules.high, { stage: stage(of, t) }), hint: '' }
  if (group === 'tell') return { label: `${level(of, t)} · ${(t.rules.tellRoles as Labels)[what] ?? what}`, hint: '' }
  return { label: name, hint: '' }
}

/** What stands in a field, as people say it. */
export function valueWords(field: RuleField | undefined, value: string | null, t: Messages): string {
  if (field?.as === 'tick') return value === 'on' ? t.common.yes : t.common.no
  if (value === null || value === '') return '—'
  if (field?.as === 'duty') return (t.rules.duties as Labels)[value] ?? value
  return field?.as === 'number' && field.unit !== 'year' ? `${value} ${t.rules.units[field.unit]}` : value
}
