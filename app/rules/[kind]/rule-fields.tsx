import type { Messages } from '../../../domain/messages'
import type { RuleKind } from '../../../domain/rules'
import { type RuleField, type RuleGroup, ruleGroups } from '../../../domain/rules-fields'
import { NumberField, Select, Tick, WordsField } from '../../_components/form'
import { fieldWords } from './words'

type Texts = Record<string, string>

/** Every number of a rule in its group, each with its unit and what it means. */
export function RuleFields({ kind, texts, t }: { kind: RuleKind; texts: Texts; t: Messages }) {
  const words: Record<string, { title: string; why: string }> = t.rules.groups
  return ruleGroups[kind].map((group) => (
    <fieldset key={group.name} className="rule-group">
      <legend>{words[`${kind}.${group.name}`]?.title}</legend>
      <p className="soft small">{words[`${kind}.${group.name}`]?.why}</p>
      <div className={group.fields.some(({ as }) => as === 'days') ? 'stack' : 'rule-fields'}>
        {group.fields.map((field) => (
          <OneField key={field.name} field={field} text={texts[field.name] ?? ''} t={t} />
        ))}
      </div>
    </fieldset>
  ))
}

function OneField({ field, text, t }: { field: RuleField; text: string; t: Messages }) {
  const { label, hint } = fieldWords(field.name, t)
  const said = { name: field.name, label, hint: hint || undefined, defaultValue: text }
  if (field.as === 'number') return <NumberField {...said} unit={t.rules.units[field.unit]} optional={field.optional === true} />
  if (field.as === 'tick') return <Tick name={field.name} value="on" label={label} defaultChecked={text === 'on'} />
  if (field.as === 'days') return <WordsField {...said} maxLength={3000} rows={4} optional={field.name === 'work'} />
  if (field.as === 'duty')
    return <Select {...said} options={Object.entries(t.rules.duties).map(([value, words]) => ({ value, text: words }))} />
}

export const fieldsOf = (groups: readonly RuleGroup[]): ReadonlyMap<string, RuleField> =>
  new Map(groups.flatMap(({ fields }) => fields.map((field) => [field.name, field] as const)))
